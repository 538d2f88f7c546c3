"""What came after publication: updates, replies of companies, and that a story was taken back."""

import datetime as dt

import pytest

from generator.fields.dates import Date
from generator.markup import Body, FileReference, MarkupOptions, resolve, text_of
from generator.story import Withdrawal, parse_story
from tests.markup.reading import Shown
from tests.sites import story as written
from tests.story.test_parse import SHOES, parsed, story_of
from tests.story.test_problems import problems_of

MAY = dt.date(2024, 5, 1)
A_DATE = "Write it as 2025-03-31, or 2025-03-31 10:30."
WITH_YEAR = "Write it with its year, such as 2025-05-01."
NO_GROUP = "is one value, and keys belong here. Write keys below"
OUT = "leads out of the folder content/. Copy the file into the folder of this text, and write only its name: {}.md."


def html(body: Body) -> str:
    return resolve(body, Shown())


def test_an_update_is_a_date_and_a_note_in_markdown() -> None:
    story = story_of(
        "---\ntitle: x\nupdates:\n  - date: 2024-05-01 10:30\n    note: |\n      They *paid*.\n\n      - All of it.\n---\n"
    )
    (update,) = story.updates
    assert update.date == Date(MAY, dt.time(10, 30))
    assert html(update.note) == "<p>They <em>paid</em>.</p>\n<ul>\n<li>All of it.</li>\n</ul>"
    assert story.places.at(f"{update.trail}.date").line == 4


@pytest.mark.parametrize(
    ("written_as", "correction"), [("", False), (", correction: true", True), (", correction: false", False)]
)
def test_an_update_is_a_correction_where_it_says_so(written_as: str, correction: bool) -> None:
    (update,) = story_of(written(updates=f"{{date: 2024-05-01, note: It was six{written_as}}}")).updates
    assert update.correction is correction


def test_updates_stand_by_date_and_those_of_one_day_as_written() -> None:
    items = [("2024-05-02", "B"), ("2024-05-01", "A"), ("2024-05-02 00:01", "C"), ("2024-05-02", "D")]
    text = written(updates="".join(f"\n  - {{date: {date}, note: {note}}}" for date, note in items))
    assert [update.note.first_paragraph for update in story_of(text).updates] == ["A", "B", "C", "D"]


@pytest.mark.parametrize(
    ("update", "problems"),
    [
        ("{note: Paid.}", ["3:10: updates.date is missing. Add it under 'updates', such as date: 2025-03-31."]),
        ("{date: 2024-05-01}", ["3:10: updates.note is missing. Add it under 'updates', such as note: They called back."]),
        ("{date: 2024-05-01, note: }", ["3:29: updates.note has no value. Write one, such as note: They called back."]),
        ("{date: 2024-05, note: Paid.}", [f"3:17: updates.date: '2024-05' is not a date: it has no day. {A_DATE}"]),
        ("{date: 2024-05-01, note: [a]}", ["3:35: updates.note: this is a list, and one text belongs here. Write one text, in quotes if it starts with [."]),
        ("{date: 2024-05-01, text: Paid., note: Paid.}", ["3:29: updates.text is not a key of 'updates'. Use one of: date, note, correction."]),
        ("{date: 2024-05-01, note: Six., correction: six}", ["3:53: updates.correction: 'six' is neither true nor false. Write true or false."]),
        ("Paid.", [f"3:10: updates: 'Paid.' {NO_GROUP} 'updates', indented, each with a value: date, note, correction."]),
        ("[Paid.]", [f"3:11: updates: 'Paid.' {NO_GROUP} 'updates', indented, each with a value: date, note, correction."]),
        ("{}", ["3:10: updates.date is missing. Add it under 'updates', such as date: 2025-03-31.", "3:10: updates.note is missing. Add it under 'updates', such as note: They called back."]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_update_is_named_where_it_stands(update: str, problems: list[str]) -> None:
    assert problems_of(written(updates=update)) == problems


def test_a_wrong_update_is_left_out_and_the_others_are_kept() -> None:
    story = parsed(written(updates="[{date: soon, note: A}, {date: 2024-05-01, note: B}, {date: 2024-05-01}, C]"))
    assert [update.note.first_paragraph for update in story.updates] == ["B"]
    assert len(story.problems) == 3


def test_a_problem_in_a_note_is_named_on_its_line_of_the_file() -> None:
    text = (
        "---\n"
        "title: x\n"
        "updates:\n"
        "  - date: 2024-05-01\n"
        "    note: |\n"
        "\n"
        "      One.\n"
        "\n"
        "      Two [x](../../../x.md).\n"
        "  - date: 2024-05-02\n"
        "    note: [y](../../../y.md)\n"
        "company: Acme\n"
        "reply:\n"
        "  from: Kim\n"
        "  text: |-\n"
        "    [z](../../../z.md)\n"
        "---\n"
        "[w](../../../w.md)\n"
    ).replace("note: [y](../../../y.md)", "note: '[y](../../../y.md)'")
    assert problems_of(text) == [
        f"9: '../../../x.md' {OUT.format('x')}",
        f"11: '../../../y.md' {OUT.format('y')}",
        f"16: '../../../z.md' {OUT.format('z')}",
        f"18: '../../../w.md' {OUT.format('w')}",
    ]


def test_the_lines_of_a_note_in_quotes_are_not_those_of_the_file() -> None:
    text = written(updates='{date: 2024-05-01, note: "One.\\n\\n\\n\\n\\n\\n\\n[x](../../../x.md)"}')
    assert problems_of(text) == [f"3: '../../../x.md' {OUT.format('x')}"]


def test_a_link_in_a_note_is_read_from_the_story_s_folder_and_knows_its_line() -> None:
    text = "---\ntitle: x\nupdates:\n  - date: 2024-05-01\n    note: |\n      One.\n\n      [b](b.md)\n---\n"
    story = story_of(text, "content/stories/2024-04-22-shoes/index.md")
    assert story.updates[0].note.files == (FileReference("stories/2024-04-22-shoes/b.md", line=8),)
    assert len(story.bodies) == 2


def test_a_reply_says_who_signs_it_when_and_what() -> None:
    text = written(company="Acme", reply="\n  from: Kim of Acme\n  date: 2024-05-01\n  text: |\n    We are *sorry*.")
    story = story_of(text)
    (reply,) = story.replies
    assert (reply.signed, reply.company, reply.date) == ("Kim of Acme", "", Date(MAY))
    assert html(reply.text) == "<p>We are <em>sorry</em>.</p>"
    assert story.places.at(f"{reply.trail}.from").line == 5


def test_a_reply_may_have_no_date_and_name_the_one_company_in_any_letter_case() -> None:
    (reply,) = story_of(written(company="Acme", reply="{from: Kim, company: ACME, text: Sorry.}")).replies
    assert (reply.company, reply.date) == ("ACME", None)


def test_a_reply_cannot_be_marked_as_a_correction() -> None:
    text = written(company="Acme", reply="{from: Kim, text: No., correction: true}")
    assert problems_of(text) == [
        "4:31: reply.correction is not a key of 'reply'. Use one of: from, company, date, text."
    ]


def test_several_replies_stand_in_the_order_written() -> None:
    story = story_of(
        written(
            company="[Acme, Zeta]",
            reply="\n  - {from: Lee, company: zeta, text: No., date: 2024-06-01}\n  - {from: Kim, company: Acme, text: Yes., date: 2024-05-01}",
        )
    )
    assert [(reply.signed, reply.company) for reply in story.replies] == [("Lee", "zeta"), ("Kim", "Acme")]
    assert [text_of(body).strip() for body in story.bodies] == ["It went like this.", "No.", "Yes."]


@pytest.mark.parametrize(
    ("company", "reply", "problem"),
    [
        ("Acme", "{text: Sorry.}", "4:8: reply.from is missing. Add it under 'reply', such as from: Kim, customer service."),
        ("Acme", "{from: Kim}", "4:8: reply.text is missing. Add it under 'reply', such as text: We are sorry."),
        ("Acme", "{from: Kim, text: ''}", "4:20: reply.text has no value. Write one, such as text: We are sorry."),
        ("Acme", "{from: Kim, text: Sorry., date: May}", f"4:40: reply.date: 'May' is not a date: it has no year. {WITH_YEAR}"),
        ("Acme", "{from: Kim, text: Sorry., sigend: x}", "4:34: reply.sigend is not a key of 'reply'. Use one of: from, company, date, text."),
        ("Acme", "Sorry.", f"4:8: reply: 'Sorry.' {NO_GROUP} 'reply', indented, each with a value: from, company, date, text."),
        ("Acme", "{from: Kim, company: Zeta, text: No.}", "4:29: reply.company: 'Zeta' is not a company of this story. Use Acme."),
        ("[Acme, Zeta]", "{from: Kim, text: Sorry.}", "4:8: reply.company: the reply does not say which of the story's companies replies. Add a line company: with Acme or Zeta."),
        ("[Acme, Zeta]", "{from: Kim, company: Zetta, text: No.}", "4:29: reply.company: 'Zetta' is not a company of this story. Use Acme or Zeta."),
        ("", "{from: Kim, text: Sorry.}", "4:8: reply.company: this story has no company that could reply. Add a line such as company: Acme to the story, in the first column."),
        ("", "{from: Kim, company: Acme, text: Sorry.}", "4:29: reply.company: this story has no company that could reply. Add a line such as company: Acme to the story, in the first column."),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_reply_is_named_where_it_stands(company: str, reply: str, problem: str) -> None:
    assert problems_of(written(company=company, reply=reply)) == [problem]


def test_a_wrong_reply_is_left_out_and_the_others_are_kept() -> None:
    text = written(company="[Acme, Zeta]", reply="[{from: A, text: a}, {from: B, company: Acme, text: b}, c]")
    assert [reply.signed for reply in parsed(text).replies] == ["B"]


@pytest.mark.parametrize(
    ("yaml", "withdrawal"),
    [
        ("2024-05-01", Withdrawal(Date(MAY))),
        ("2024-05-01 10:30", Withdrawal(Date(MAY, dt.time(10, 30)))),
        ("{date: 2024-05-01}", Withdrawal(Date(MAY))),
        ("\n  date: 2024-05-01\n  reason: It was another shop.", Withdrawal(Date(MAY), "It was another shop.")),
        ("", None),
        ("[]", None),
    ],
)
def test_a_story_is_withdrawn_on_a_day_with_a_reason_or_without(yaml: str, withdrawal: Withdrawal | None) -> None:
    assert story_of(written(withdrawn=yaml)).withdrawn == withdrawal


@pytest.mark.parametrize("yaml", ["2024-05-01", "{date: 2024-05-01, reason: Wrong shop.}"])
def test_a_withdrawn_story_needs_neither_title_nor_text(yaml: str) -> None:
    story = story_of(f"---\nwithdrawn: {yaml}\n---\n")
    assert (story.title, story.slug) == ("", "shoes")


@pytest.mark.parametrize(
    ("yaml", "problem"),
    [
        ("yes", f"3:12: withdrawn: 'yes' is not a date. {A_DATE}"),
        ("2024-05", f"3:12: withdrawn: '2024-05' is not a date: it has no day. {A_DATE}"),
        (
            "{reason: Wrong shop.}",
            "3:12: withdrawn.date is missing. Add it under 'withdrawn', such as date: 2025-03-31.",
        ),
        ("{date: , reason: x}", "3:13: withdrawn.date has no value. Write one, such as date: 2025-03-31."),
        ("{}", "3:12: withdrawn.date is missing. Add it under 'withdrawn', such as date: 2025-03-31."),
        ("{date: May}", f"3:19: withdrawn.date: 'May' is not a date: it has no year. {WITH_YEAR}"),
        ("{date: 2024-05-01, raeson: x}", "3:31: withdrawn.raeson is not a key of 'withdrawn'. Did you mean 'reason'?"),
        (
            "[2024-05-01]",
            "3:12: withdrawn: this is a list, and one text belongs here. Write one text, in quotes if it starts with [.",
        ),
        (
            "[2024-05-01, 2024-06-01]",
            "3:12: withdrawn: this is a list, and one text belongs here. Write one text, in quotes if it starts with [.",
        ),
    ],
)
def test_what_is_wrong_with_a_withdrawal_is_named_where_it_stands(yaml: str, problem: str) -> None:
    text = written(withdrawn=yaml)
    assert problems_of(text) == [problem]


def test_notes_and_replies_are_set_in_the_story_s_language() -> None:
    text = written(
        lang="de",
        company="Acme",
        updates="[{date: 2024-05-01, note: '\"Ja\"'}]",
        reply="{from: Kim, text: '\"Nein\"'}",
        body='"Oh"',
    )
    story = parse_story(text, SHOES, MarkupOptions(language="en"))
    assert [text_of(body).strip() for body in story.bodies] == ["„Oh“", "„Ja“", "„Nein“"]

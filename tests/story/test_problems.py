"""What is wrong with a story: each problem with its line and column and what to do, all of a file at once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import in_order
from generator.story import Story
from generator.story.parse import KEYS_WITHIN
from tests.fields.any_text import ANY_TEXT, FRONT_MATTER, Shape, damaged
from tests.sites import story as text_of
from tests.story.test_parse import SHOES, parsed

KNOWN = "lang, title, date, company, happened, updated, slug, id, aliases, draft, withdrawn, mentions, verdict, rating, channel, outcome, timeline, updates, reply, series, part, tags, author, summary, image, source, disclosure, comments, ignore."


def problems_of(text: str, source: str = SHOES) -> list[str]:
    return [str(problem).removeprefix(f"{source}:") for problem in in_order(parsed(text, source).problems)]


def test_a_verdict_that_is_none_is_named_as_the_design_promises() -> None:
    text = "---\ntitle: Shoes\ndate: 2024-04-22\ncompany: Acme\nverdict: great\n---\nIt went.\n"
    assert [*map(str, parsed(text).problems)] == [
        "content/stories/2024-04-22-shoes.md:5:10: verdict: 'great' is not a verdict. Use good, bad or mixed. Did you mean 'good'?"
    ]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Good", " Did you mean 'good'?"),
        ("godo", " Did you mean 'good'?"),
        ("baad", " Did you mean 'bad'?"),
        ("mixd", " Did you mean 'mixed'?"),
        ("terrible", " Did you mean 'bad'?"),
        ("Excellent", " Did you mean 'good'?"),
        ("neutral", " Did you mean 'mixed'?"),
        ("yes", " Did you mean 'good'?"),
        ("no", " Did you mean 'bad'?"),
        ("1.10", ""),
        ("weather", ""),
    ],
)
def test_words_that_people_write_for_a_verdict_lead_to_the_one_they_mean(written: str, hint: str) -> None:
    expected = f"3:10: verdict: '{written}' is not a verdict. Use good, bad or mixed.{hint}"
    assert problems_of(f"---\ntitle: x\nverdict: {written}\n---\n") == [expected]
    expected = f"3:29: company.verdict: '{written}' is not a verdict. Use good, bad or mixed.{hint}"
    assert problems_of(f"---\ntitle: x\ncompany: {{name: A, verdict: {written}}}\n---\n") == [expected]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("titel: x", "3:1: titel is not a key of a story. Did you mean 'title'?"),
        ("verdit: bad", "3:1: verdit is not a key of a story. Did you mean 'verdict'?"),
        ("Verdict: bad", "3:1: Verdict is not a key of a story. Did you mean 'verdict'?"),
        ("xyz: rain", f"3:1: xyz is not a key of a story. Use one of: {KNOWN}"),
        ("<<: {draft: yes}", f"3:1: '<<' is not a key of a story. Use one of: {KNOWN}"),
        ("title: y", "3:1: title is here twice; the first is on line 2. Keep one of them."),
        ("date: yesterday", "3:7: date: 'yesterday' is not a date. Write it as 2025-03-31, or 2025-03-31 10:30."),
        ("date: 2024-02-30", "3:7: date: '2024-02-30' is not a date: 2024-02 has 29 days. Write it as 2025-03-31, or 2025-03-31 10:30."),
        ("date: 10:30", "3:7: date: '10:30' is not a date. Write it as 2025-03-31, or 2025-03-31 10:30."),
        ("date: 2204-03-01 10:00 -99:00", "3:7: date: '2204-03-01 10:00 -99:00' is not a date. Write it as 2025-03-31, or 2025-03-31 10:30."),
        ("date: 0224-03-01", "3:7: date: 0224-03-01 is not between 1900-01-01 and 2999-12-31. Check the year."),
        ("slug: My Shoes", "3:7: slug: 'My Shoes' cannot be part of an address. Use small letters, digits and single hyphens: my-shoes."),
        ("slug: ../up", "3:7: slug: '../up' cannot be part of an address. Use small letters, digits and single hyphens: up."),
        ("slug: a/b", "3:7: slug: 'a/b' cannot be part of an address. Use small letters, digits and single hyphens: a-b."),
        ("slug: 🎉", "3:7: slug: '🎉' cannot be part of an address. Delete the line: the file's name is used instead."),
        ("draft: maybe", "3:8: draft: 'maybe' is neither true nor false. Write true or false."),
        ("draft: null", "3:8: draft: 'null' is neither true nor false. Write true or false."),
        ("id: [a]", "3:5: id: this is a list, and one text belongs here. Write one text, in quotes if it starts with [."),
        ("mentions: {a: b}", "3:11: mentions: these are keys, and one text belongs here. Write one text, in quotes if it starts with {."),
        ("tags: [a, [b]]", "3:11: tags: this is a list, and one text belongs here. Write one text, in quotes if it starts with [."),
        ("tags: refunds, phones", "3:7: tags: 'refunds, phones' is one tag with a comma in it. Write tags: [refunds, phones]."),
        ("author: {name: Dana}", "3:9: author: these are keys, and one text belongs here. Write one text, in quotes if it starts with {."),
        ("summary: [a]", "3:10: summary: this is a list, and one text belongs here. Write one text, in quotes if it starts with [."),
        ('summary: "a\\0b"', r"3:10: summary: 'a[U+0000]b' (U+0000 is a null character) has a character that no page can show. Delete it."),
        ("company: {verdict: bad}", "3:10: company.name is missing. Add it under 'company', such as name: Acme."),
        ("company: [A, {name: B, verdit: bad}]", "3:24: company.verdit is not a key of 'company'. Did you mean 'verdict'?"),
        ("company: [[A]]", "3:11: company: this is a list, and one text belongs here. Write one text, in quotes if it starts with [."),
        ("updated: soon", "3:10: updated: 'soon' is not a date. Write it as 2025-03-31, or 2025-03-31 10:30."),
        ("part: 2", "3:7: part: the series is missing. Add a line such as series: The name of the series."),
        ("part: 0", "3:7: part: '0' is not a whole number from 1 to 1000. Write a number such as 4."),
        ("part: two", "3:7: part: 'two' is not a whole number from 1 to 1000. Write a number such as 4."),
        ("series: [a]", "3:9: series: this is a list, and one text belongs here. Write one text, in quotes if it starts with [."),
        ("lang: German!", "3:7: lang: 'German!' is not the code of a language. Write de."),
        ("lang: de_DE", "3:7: lang: 'de_DE' is not the code of a language. Write de-DE."),
        ("comments: off", "3:11: comments: 'off' is neither open nor closed. Use open or closed. Did you mean 'closed'?"),
        ("comments: close", "3:11: comments: 'close' is neither open nor closed. Use open or closed. Did you mean 'closed'?"),
        ("ignore: {a: b}", "3:9: ignore: these are keys, and one text belongs here. Write one text, in quotes if it starts with {."),
        ("update: 2024-05-01", "3:1: update is not a key of a story. Did you mean 'updates'?"),
        ("replies: x", "3:1: replies is not a key of a story. Did you mean 'reply'?"),
        ("image: {alt: A box}", "3:8: image.src is missing. Add it under 'image', such as src: picture.jpg."),
        ("company: &Sons", "3:10: a value cannot start with &. Put the value in quotes: company: \"&Sons\"."),
    ],
)  # fmt: skip
def test_a_wrong_key_or_value_is_named_where_it_stands_with_what_to_do(line: str, problem: str) -> None:
    assert problems_of(f"---\ntitle: x\n{line}\n---\nIt went.\n") == [problem]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("---\nverdict: bad\n---\n", "title is missing. Add a line such as title: My story."),
        ("---\ntitle:\nverdict: bad\n---\n", "title has no value. Write one, such as title: My story."),
        ("---\ntitle: ''\n---\n", "title has no value. Write one, such as title: My story."),
        ("---\ntitle: #1\n---\n", 'title has no value: what follows a # is left out. Write title: "#1" to keep it.'),
    ],
)
def test_a_story_without_a_title_is_told_so(text: str, problem: str) -> None:
    assert problems_of(text) == [f"2:1: {problem}"]


def test_a_story_with_empty_front_matter_is_told_so_too() -> None:
    assert problems_of("---\n---\nIt went.\n") == ["1:1: title is missing. Add a line such as title: My story."]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("shoes.md", "2:1: date is missing, and the file's name does not start with one. Add a line such as date: 2025-03-31, or name the file like 2025-03-31-title.md."),
        ("2024-13-01-shoes.md", "2:1: date: 2024-13-01 in the file's name is not a date. Rename the file so that it starts with the date, such as 2025-03-31-title.md."),
        ("2023-02-29-shoes.md", "2:1: date: 2023-02-29 in the file's name is not a date. Rename the file so that it starts with the date, such as 2025-03-31-title.md."),
        ("0024-03-01-shoes.md", "2:1: date: 0024-03-01 in the file's name is not a date. Rename the file so that it starts with the date, such as 2025-03-31-title.md."),
    ],
)  # fmt: skip
def test_a_story_without_a_plausible_date_is_told_where_to_write_one(name: str, problem: str) -> None:
    assert problems_of(text_of(), f"content/stories/{name}") == [problem]


@pytest.mark.parametrize("name", ["shoes.md", "2024-13-01-shoes.md", "2024-04-22-shoes.md"])
def test_a_date_that_is_wrong_is_the_one_problem_whatever_the_file_s_name_says(name: str) -> None:
    assert problems_of(text_of(date="soon"), f"content/stories/{name}") == [
        "3:7: date: 'soon' is not a date. Write it as 2025-03-31, or 2025-03-31 10:30."
    ]


def test_a_company_without_a_name_is_none_and_the_others_stay() -> None:
    story = parsed("---\ntitle: x\ncompany: [{verdict: bad}, [A], Zeta]\n---\n")
    assert [company.name for company in story.companies] == ["Zeta"]
    assert len(story.problems) == 2


OLD = "Write the old address without the site's name, such as /2019/05/shoes/ or /old.html."


@pytest.mark.parametrize(
    ("alias", "hint"),
    [
        ("old/", "Write /old/."),
        ("2019/05/shoes", "Write /2019/05/shoes."),
        ("https://told.example/old/", "Write /old/."),
        ("//evil.example/", "Write /evil.example/."),
        *((alias, OLD) for alias in ("/", "/../up/", "/a/../b/", "/a//b/", "/a?b=c", "/a#b", "/%2e%2e/", "/a\\b/", "../x", "https://told.example")),
    ],
)  # fmt: skip
def test_an_alias_that_is_no_old_path_of_the_site_is_named(alias: str, hint: str) -> None:
    assert problems_of(f"---\ntitle: x\naliases: ['{alias}', /fine/]\n---\n") == [
        f"3:10: aliases: '{alias}' is not an address on this site. {hint}"
    ]


def test_one_company_has_one_verdict_and_not_two() -> None:
    text = "---\ntitle: x\nverdict: bad\ncompany: {name: Acme, verdict: bad}\n---\n"
    assert problems_of(text) == [
        "4:32: company.verdict: the story is about one company, and gives its verdict twice. Delete this verdict, or the verdict of the story."
    ]


def test_all_problems_of_a_file_come_together_those_of_keys_and_those_of_the_body() -> None:
    text = "---\nverdict: godo\nzzz: 1\ndraft: maybe\ntags: a, b\nslug: A B\nimage: ../../../x.png\n---\n\n[up](../../../x.md)\n"
    found = problems_of(text, "content/stories/shoes.md")
    assert [problem.split(": ")[:2] for problem in found[:8]] == [
        ["2:1", "date is missing, and the file's name does not start with one. Add a line such as date"],
        ["2:1", "title is missing. Add a line such as title"],
        ["2:10", "verdict"],
        ["3:1", "zzz is not a key of a story. Use one of"],
        ["4:8", "draft"],
        ["5:7", "tags"],
        ["6:7", "slug"],
        ["7:8", "image"],
    ]
    assert [problem.split(":")[0] for problem in found[8:]] == ["10"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "1:1: the file is empty. Start the file with a line ---. Write the keys below it, such as title: New shoes, and then another line ---."),
        ("It went like this.\n", "1:1: the front matter is missing. Start the file with a line ---. Write the keys below it, such as title: New shoes, and then another line ---."),
        ("---\ntitle: x\nIt went.\n", "1:1: the front matter is not closed. Write --- on its own line after the last key, below line 2."),
        ("Hello.\n---\ntitle: x\n---\n", "2:1: text above the front matter. Move the opening --- to the first line of the file."),
        ("---\n- title\n---\n", "2:1: a dash before a key. Delete it, and start each key in the first column, such as title: My story."),
        ("---\ntitle: [\n---\n", "2:8: a [ without a ]. Write ] after the last item, or put the whole value in quotes."),
        ("---\ntitle: a\x07b\n---\n", "2:9: U+0007, a control character, in the front matter. Delete it."),
        ("---\na: [[[[[[[[[[[[\n---\n", "2:12: lists or keys are more than 8 levels deep. Write them with fewer levels."),
    ],
)  # fmt: skip
def test_front_matter_that_cannot_be_read_is_the_one_problem_and_no_key_is_said_to_be_missing(
    text: str, problem: str
) -> None:
    assert problems_of(text, "content/stories/shoes.md") == [problem]


@settings(max_examples=120, deadline=None)
@given(
    FRONT_MATTER
    | st.builds(
        "---\ntitle: x\n{}: {}\n---\n{}".format, st.sampled_from(KNOWN.strip(".").split(", ")), ANY_TEXT, ANY_TEXT
    )
)
def test_any_text_is_a_story_or_has_problems_with_it(text: str) -> None:
    story = parsed(text)
    assert isinstance(story, Story)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    for problem in story.problems:
        assert problem.at.path == SHOES
        assert 1 <= (problem.at.line or 1) <= lines
        assert str(problem).isprintable()


def keys_below(key: str) -> set[str]:
    """The keys that may be below a key of a story, as the message about a foreign one lists them."""
    for problem in parsed(f"---\ntitle: x\n{key}:\n  zzqxj: x\n---\n").problems:
        if problem.message.startswith(f"{key}.zzqxj is not a key of"):
            return set(problem.hint.removeprefix("Use one of: ").removesuffix(".").split(", "))
    return set()


@pytest.mark.parametrize("key", KNOWN.strip(".").split(", "))
def test_the_keys_that_hints_send_below_a_key_are_those_that_its_parser_knows(key: str) -> None:
    assert set(KEYS_WITHIN.get(key, ())) == keys_below(key)


SHAPES: dict[str, Shape] = {
    "title": "x",
    "company": {"name": "Acme", "verdict": "good"},
    "updated": "2024-05-01",
    "withdrawn": {"date": "2024-05-01", "reason": "'Wrong: shop'"},
    "rating": "4",
    "happened": "2024-04",
    "outcome": {"status": "resolved", "date": "2024-05-01", "note": "Paid."},
    "timeline": {"date": "2024", "event": "Called."},
    "updates": {"date": "2024-05-01", "note": '"One.\\n\\n\\n\\n[x](../../../x.md)"'},
    "reply": {"from": "Kim", "company": "Acme", "date": "2024-05-01", "text": "'*Sorry* [^1]'"},
    "series": "One",
    "part": "1",
    "lang": "de",
    "source": {"type": "feed", "url": "'https://a.example/'", "permission": "asked", "feed_title": "B", "date": "2024"},
    "disclosure": "gift",
    "comments": "open",
    "ignore": "[a, b]",
}


@settings(max_examples=250, deadline=None)
@given(damaged(SHAPES))
def test_whatever_stands_under_the_keys_it_is_a_story_or_has_problems_within_the_file(keys: str) -> None:
    text = f"---\n{keys}---\nIt went.\n"
    story = parsed(text)
    assert story == parsed(text)
    for problem in story.problems:
        assert problem.at.path == SHOES
        assert 1 <= (problem.at.line or 1) <= text.count("\n")
        assert str(problem).isprintable()
    for update in story.updates:
        assert text.split("\n")[(story.places.at(update.trail).line or 1) - 1].startswith("updates:")
    for reply in story.replies:
        assert story.companies
        assert text.split("\n")[(story.places.at(reply.trail).line or 1) - 1].startswith("reply:")
    assert all(source.url and source.permission for source in story.sources if source.is_original) or story.problems
    assert sum(source.is_original for source in story.sources) <= 1

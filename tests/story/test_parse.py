"""A story file becomes a story: every key as it is written, every default, and where date and slug come from."""

import datetime as dt

import pytest

from generator.fields.dates import Date, PartialDate
from generator.markup import MarkupOptions
from generator.markup import text_of as words_of
from generator.picture import Picture
from generator.story import (
    CompanyVerdict,
    Disclosure,
    Outcome,
    Source,
    Step,
    Story,
    Withdrawal,
    parse_story,
    story_stem,
)
from tests.sites import story as text_of

OPTIONS = MarkupOptions()
SHOES = "content/stories/2024-04-22-shoes.md"


def parsed(text: str, source: str = SHOES) -> Story:
    return parse_story(text, source, OPTIONS)


def story_of(text: str, source: str = SHOES) -> Story:
    story = parsed(text, source)
    assert [*map(str, story.problems)] == []
    return story


def test_a_title_is_enough_and_everything_else_has_a_default() -> None:
    story = story_of("---\ntitle: The shoes\n---\n\nIt went *like* this.\n\nAnd on.\n")
    assert (story.title, story.source, story.stem) == ("The shoes", SHOES, "2024-04-22-shoes")
    assert story.date == Date(dt.date(2024, 4, 22), None)
    assert story.slug == "shoes"
    assert story.summary == "It went like this."
    assert (story.id, story.aliases, story.draft) == ("", (), False)
    assert (story.companies, story.mentions, story.verdict, story.is_round_up) == ((), (), None, False)
    assert (story.tags, story.authors, story.image) == ((), (), None)
    assert (story.updated, story.withdrawn, story.rating, story.happened, story.channel) == (None,) * 5
    assert (story.outcome, story.timeline, story.updates, story.replies) == (None, (), (), ())
    assert (story.series, story.part, story.language, story.sources, story.original) == ("", None, "", (), None)
    assert (story.disclosure, story.comments, story.ignore, story.bodies) == (None, None, (), (story.body,))


def test_every_key_is_taken_as_it_is_written() -> None:
    story = story_of(
        "---\n"
        "title: 'Shoes: a story'\n"
        "date: 2024-05-01 10:30\n"
        "slug: the-shoes\n"
        "id: shoes-1\n"
        "aliases: [/2019/05/shoes/, /old.html]\n"
        "draft: yes\n"
        "company: Acme\n"
        "mentions: [Zeta, Omega]\n"
        "verdict: bad\n"
        "tags: [refunds, 1.10]\n"
        "author: [dana, Lee Moss]\n"
        "summary: In short.\n"
        "image:\n"
        "  src: box.png\n"
        "  alt: A box\n"
        "updated: 2024-06-01\n"
        "withdrawn: {date: 2024-07-01, reason: Wrong shop.}\n"
        "rating: 2\n"
        "happened: 2024-04\n"
        "channel: phone\n"
        "outcome: {status: resolved, date: 2024-05-02, note: All paid.}\n"
        "timeline: [{date: 2024-04-18, event: Called.}]\n"
        "updates: [{date: 2024-06-02, note: Paid.}]\n"
        "reply: {from: Kim, date: 2024-06-03, text: Sorry.}\n"
        "series: The shoes\n"
        "part: 2\n"
        "lang: pt-BR\n"
        "source: reader\n"
        "disclosure: gift\n"
        "comments: closed\n"
        "ignore: [shouting, links]\n"
        "---\n"
        "It went like this.\n"
    )
    assert story.title == "Shoes: a story"
    assert story.date == Date(dt.date(2024, 5, 1), dt.time(10, 30))
    assert (story.slug, story.id) == ("the-shoes", "shoes-1")
    assert story.aliases == ("/2019/05/shoes/", "/old.html")
    assert story.draft is True
    assert story.companies == (CompanyVerdict("Acme", None),)
    assert story.mentions == ("Zeta", "Omega")
    assert story.verdict == "bad"
    assert story.tags == ("refunds", "1.10")
    assert story.authors == ("dana", "Lee Moss")
    assert story.summary == "In short."
    assert story.image == Picture("stories/box.png", alt="A box")
    assert story.updated == Date(dt.date(2024, 6, 1))
    assert story.withdrawn == Withdrawal(Date(dt.date(2024, 7, 1)), "Wrong shop.")
    assert (story.rating, story.happened, story.channel) == (2, PartialDate(dt.date(2024, 4, 1), "month"), "phone")
    assert story.outcome == Outcome("resolved", Date(dt.date(2024, 5, 2)), "All paid.")
    assert story.timeline == (Step(PartialDate(dt.date(2024, 4, 18), "day"), "Called."),)
    assert [(update.date.day.day, words_of(update.note).strip()) for update in story.updates] == [(2, "Paid.")]
    assert [(reply.signed, words_of(reply.text).strip()) for reply in story.replies] == [("Kim", "Sorry.")]
    assert (story.series, story.part, story.language) == ("The shoes", 2, "pt-BR")
    assert (story.sources, story.disclosure) == ((Source("reader"),), Disclosure("gift"))
    assert (story.comments, story.ignore) == ("closed", ("shouting", "links"))


def test_keys_left_empty_take_their_defaults() -> None:
    empty = "".join(f"{key}:\n" for key in ("date", "slug", "id", "aliases", "draft", "company", "mentions", "verdict", "tags", "author", "summary", "image", "updated", "withdrawn", "rating", "happened", "channel", "outcome", "timeline", "updates", "reply", "series", "part", "lang", "source", "disclosure", "comments", "ignore"))  # fmt: skip
    assert story_of(f"---\ntitle: x\n{empty}---\nIt went.\n") == story_of(
        f"---\ntitle: x\n---\n{empty.count(chr(10)) * chr(10)}It went.\n"
    )


@pytest.mark.parametrize(
    ("source", "stem"),
    [
        ("content/stories/2024-04-22-shoes.md", "2024-04-22-shoes"),
        ("content/stories/2024-04-22-shoes/index.md", "2024-04-22-shoes"),
        ("content/stories/2024-04-22-index.md", "2024-04-22-index"),
        ("content/stories/a.md.md", "a.md"),
    ],
)
def test_a_story_alone_and_a_story_in_a_folder_have_one_stem(source: str, stem: str) -> None:
    assert story_stem(source) == stem


@pytest.mark.parametrize(
    ("name", "day", "slug"),
    [
        ("2024-04-22-shoes.md", dt.date(2024, 4, 22), "shoes"),
        ("2024-04-22_shoes.md", dt.date(2024, 4, 22), "shoes"),
        ("2024-04-22 Old Shoes.md", dt.date(2024, 4, 22), "old-shoes"),
        ("2024-04-22-shoes/index.md", dt.date(2024, 4, 22), "shoes"),
        ("2024-04-22.md", dt.date(2024, 4, 22), "the-title"),
        ("2024-04-22-🎉.md", dt.date(2024, 4, 22), "the-title"),
        ("2024-02-29-leap.md", dt.date(2024, 2, 29), "leap"),
        ("1900-01-01-first.md", dt.date(1900, 1, 1), "first"),
    ],
)
def test_date_and_slug_come_from_the_file_s_name(name: str, day: dt.date, slug: str) -> None:
    story = story_of(text_of("The title"), f"content/stories/{name}")
    assert (story.date, story.slug) == (Date(day), slug)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("shoes.md", "shoes"),
        ("Old Shoes!.md", "old-shoes"),
        ("靴.md", "靴"),
        ("2024-shoes.md", "2024-shoes"),
        ("2024-04-22shoes.md", "2024-04-22shoes"),
    ],
)
def test_a_file_without_a_date_in_its_name_needs_one_and_keeps_its_whole_name_as_slug(name: str, slug: str) -> None:
    story = story_of(text_of("The title", date="2024-05-01"), f"content/stories/{name}")
    assert (story.date, story.slug) == (Date(dt.date(2024, 5, 1)), slug)


def test_a_date_that_is_written_counts_more_than_the_one_in_the_name() -> None:
    assert story_of(text_of(date="2025-01-02")).date == Date(dt.date(2025, 1, 2))
    assert story_of(text_of(date="2025-01-02"), "content/stories/2024-99-99-x.md").date == Date(dt.date(2025, 1, 2))


@pytest.mark.parametrize("time", ["00:00", "23:59", "00:30+14:00", "23:30-11:00"])
def test_a_bare_date_is_never_shifted_between_time_zones_and_a_time_keeps_its_offset(time: str) -> None:
    assert story_of(text_of(date="2024-03-01")).date == Date(dt.date(2024, 3, 1), None)
    timed = story_of(text_of(date=f"2024-03-01 {time}")).date
    assert timed.day == dt.date(2024, 3, 1)
    assert timed.time is not None
    assert (timed.time.tzinfo is None) == (len(time) == 5)


def test_a_story_without_any_letter_in_title_or_name_still_has_a_slug_of_its_own() -> None:
    one, other = (story_of(text_of("🎉", date="2024-05-01"), f"content/stories/{name}.md") for name in ("🎉", "🎈"))
    assert one.slug.startswith("story-")
    assert one.slug != other.slug


@pytest.mark.parametrize(
    ("yaml", "companies"),
    [
        ("Acme", [("Acme", None)]),
        ("no", [("no", None)]),
        ("[Acme]", [("Acme", None)]),
        ("[Acme, Zeta]", [("Acme", None), ("Zeta", None)]),
        ("{name: Acme, verdict: good}", [("Acme", "good")]),
        ("[Acme, {name: Zeta, verdict: bad}, {name: Omega}]", [("Acme", None), ("Zeta", "bad"), ("Omega", None)]),
        ("\n  - name: Acme\n    verdict: mixed\n  -\n  - Zeta", [("Acme", "mixed"), ("Zeta", None)]),
        ("[]", []),
    ],
)
def test_a_story_is_about_one_company_or_several_each_with_its_verdict(
    yaml: str, companies: list[tuple[str, str | None]]
) -> None:
    story = story_of(text_of(company=yaml))
    assert [(company.name, company.verdict) for company in story.companies] == companies
    assert story.is_round_up == (len(companies) > 1)


def test_a_round_up_may_have_a_verdict_of_its_own_beside_its_companies_verdicts() -> None:
    story = story_of(text_of(company="[{name: Acme, verdict: good}, Zeta]", verdict="mixed"))
    assert story.verdict == "mixed"


@pytest.mark.parametrize("verdict", ["good", "bad", "mixed"])
def test_a_verdict_is_good_bad_or_mixed(verdict: str) -> None:
    assert story_of(text_of(verdict=verdict)).verdict == verdict


@pytest.mark.parametrize(
    ("keys", "body", "summary"),
    [
        ({"summary": "Written."}, "Before.\n\n<!-- more -->\n\nAfter.", "Written."),
        ({}, "Before *this*.\n\nAnd this.\n\n<!-- more -->\n\nAfter.", "Before this. And this."),
        ({}, "# A heading\n\nThe first.\n\nThe second.", "The first."),
        ({}, "", ""),
    ],
)
def test_the_summary_is_the_one_written_else_what_stands_before_the_fold_else_the_first_paragraph(
    keys: dict[str, str], body: str, summary: str
) -> None:
    assert story_of(text_of(body=body, **keys)).summary == summary


@pytest.mark.parametrize(
    "text",
    [
        "---\r\ntitle: x\r\nverdict: bad\r\n---\r\n\r\nIt went.\r\n",
        "\ufeff---\ntitle: x\nverdict: bad\n---\n\nIt went.\n",
    ],
)
def test_windows_line_ends_and_a_byte_order_mark_make_no_other_story(text: str) -> None:
    assert story_of(text) == story_of("---\ntitle: x\nverdict: bad\n---\n\nIt went.\n")


@pytest.mark.parametrize(("site", "lang", "language"), [("en", "de", "de"), ("de", "de", ""), ("de", "", ""), ("en", "en-GB", "en-GB")])  # fmt: skip
def test_a_story_has_a_language_of_its_own_only_where_it_is_not_the_site_s(site: str, lang: str, language: str) -> None:
    story = parse_story(text_of(lang=lang), SHOES, MarkupOptions(language=site))
    assert (story.language, story.problems) == (language, ())


@pytest.mark.parametrize(("lang", "body"), [("", "“So”"), ("de", "„So“"), ("fr", "«\xa0So\xa0»"), ("en-GB", "“So”")])
def test_the_body_s_typography_follows_the_story_s_language(lang: str, body: str) -> None:
    assert words_of(story_of(text_of(lang=lang, body='"So"')).body).strip() == body


@pytest.mark.parametrize("part", ["1", "1000"])
def test_a_part_is_a_number_within_a_series(part: str) -> None:
    story = story_of(text_of(series="The shoes", part=part))
    assert (story.series, story.part) == ("The shoes", int(part))


def test_a_part_of_a_series_may_have_no_number() -> None:
    assert story_of(text_of(series="The shoes")).part is None


@pytest.mark.parametrize("comments", ["open", "closed"])
def test_a_story_may_open_or_close_its_comments(comments: str) -> None:
    assert story_of(text_of(comments=comments)).comments == comments


def test_one_check_to_ignore_may_stand_without_a_list() -> None:
    assert story_of(text_of(ignore="shouting")).ignore == ("shouting",)

"""A company's page as it is built: what its record says in words, bars and tables, whatever the company is called and
however much is told of it."""

import gzip
import re
from xml.etree.ElementTree import Element

import pytest

from tests.conftest import MakeSite
from tests.reading import PageRead, parse_page, read_page, words_of
from tests.records import NAMES, hundred_companies, stories_of
from tests.site.linking import WORDS
from tests.sites import SiteUnderTest, story

KILOBYTE = 1024
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> SiteUnderTest:
    """Companies with one story, four, five and five hundred, and a hundred others; built once, not to be changed."""
    files = dict(
        [
            *stories_of("Quay Bank", 500, verdicts="gbmb-gbgbm", slug="quay"),
            *stories_of("One", 1, verdicts="b", slug="one"),
            *stories_of("Four", 4, slug="four"),
            *stories_of("Five", 5, verdicts="bbbbg", slug="five"),
            *hundred_companies(),
        ]
    )
    files["content/companies/quay-bank.md"] = "---\nname: Quay Bank\nindustry: Bank\n---\n\nBy the harbour.\n"
    site = SiteUnderTest.written(tmp_path_factory.mktemp("large") / "site", files)
    site.build()
    return site


def company(site: SiteUnderTest, slug: str) -> PageRead:
    return read_page(site, f"companies/{slug}/index.html")


def drawn(page: PageRead, tag: str) -> list[Element]:
    """The elements of a kind in the page's drawings."""
    return [element for element in page.elements if element.tag in (tag, SVG + tag)]


def bars(page: PageRead) -> list[list[str]]:
    """The verdicts of each bar, from its start."""
    return [[one.get("class", "") for one in bar] for bar in page.marked("bar")]


def test_one_story_is_a_sentence_a_bar_and_nothing_to_compare(large: SiteUnderTest) -> None:
    page = company(large, "one")
    assert page.said("total") == ["1 story: 1 bad"]
    assert bars(page) == [["bad"]]
    assert (page.marked("years"), page.marked("where")) == ([], [])
    assert WORDS("endings.title") in page.text


def test_a_record_says_each_count_in_words_and_the_bar_has_a_segment_for_each(large: SiteUnderTest) -> None:
    page = company(large, "four")
    assert page.said("total") == ["4 stories: 1 good, 1 mixed, 2 bad"]
    assert bars(page)[0] == ["good", "mixed", "bad"]
    assert page.said("record") == ["Good 1 Mixed 1 Bad 2"]


def test_five_stories_have_a_place_by_service_and_four_have_none(large: SiteUnderTest) -> None:
    """Those of the hundred others have four at most."""
    tables = {order: read_page(large, f"companies/by/{order}/index.html") for order in ("good", "bad")}
    named = {
        order: [words_of(e) for e in page.elements if e.tag == "th" and e.get("scope") == "row"]
        for order, page in tables.items()
    }
    assert named == {"good": [], "bad": ["Quay Bank", "Five"]}
    assert WORDS("companies.order.bad_part", count=5) in tables["bad"].text
    assert WORDS("companies.not_ranked", count=102) in tables["bad"].text
    assert WORDS("companies.none_ranked") in tables["good"].text


def test_five_hundred_stories_stand_on_screens_that_lead_to_each_other_and_each_is_there_once(
    large: SiteUnderTest,
) -> None:
    first = company(large, "quay-bank")
    assert first.said("total") == ["500 stories: 150 good, 100 mixed, 200 bad, 50 without a verdict"]
    found: list[str] = []
    path = "/companies/quay-bank/"
    for _ in range(40):
        page = read_page(large, f"{path[1:]}index.html")
        cards = [
            element.get("href", "")
            for element in page.marked("u-url")
            if element.get("href", "").startswith("/stories/")
        ]
        assert 10 <= len(cards) < 30
        found += cards
        onward = [element.get("href", "") for element in page.elements if element.get("rel") == "prev"]
        if not onward:
            break
        (path,) = onward
        assert read_page(large, f"{path[1:]}index.html").marked("total") == [], "its record stands on the first alone"
    assert found == [f"/stories/quay-{number}/" for number in range(499, -1, -1)]


def test_only_mixed_stories_are_said_to_be_mixed_and_have_no_ending(make_site: MakeSite) -> None:
    site = make_site(dict(stories_of("Acme", 3, verdicts="m", slug="m")))
    site.build()
    page = company(site, "acme")
    assert page.said("total") == ["3 stories: 3 mixed"]
    assert bars(page)[0] == ["mixed"]
    assert page.said("record") == ["Good 0 Mixed 3 Bad 0"], "that there is nothing good or bad is said"
    assert WORDS("endings.title") not in page.text


def test_an_alias_in_another_letter_case_leads_to_the_one_page(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/companies/acme.md": "---\nname: Acme\naliases: [Acme Holding GmbH, 'Äpfel']\n---\n",
            "content/stories/2024-01-01-a.md": story("A", company="ACME HOLDING gmbh", verdict="good"),
            "content/stories/2024-01-02-b.md": story("B", company="äPFEL", verdict="bad"),
            "content/stories/2024-01-03-c.md": story("C", company="acme"),
        }
    )
    assert site.build().warnings == ()
    assert [path for path in site.tree() if re.fullmatch("companies/[^/]+/index.html", path)] == [
        "companies/acme/index.html"
    ]
    assert company(site, "acme").said("total") == ["3 stories: 1 good, 1 bad, 1 without a verdict"]


def test_two_companies_that_differ_in_letter_case_alone_are_one(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story("A", company="Acme", verdict="good"),
            "content/stories/2024-01-02-b.md": story("B", company="ACME", verdict="bad"),
        }
    )
    site.build()
    assert company(site, "acme").said("total") == ["2 stories: 1 good, 1 bad"]


def test_two_companies_that_differ_by_accents_are_two_with_a_warning(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story("A", company="Café Nord", verdict="good"),
            "content/stories/2024-01-02-b.md": story("B", company="Cafe Nord", verdict="bad"),
        }
    )
    (warning,) = map(str, site.build().warnings)
    assert "only by accents, so they count as two." in warning
    assert company(site, "café-nord").said("total") == ["1 story: 1 good"]
    assert company(site, "cafe-nord").said("total") == ["1 story: 1 bad"]


def test_of_a_round_up_of_twelve_each_company_has_its_own_verdict(make_site: MakeSite) -> None:
    verdicts = ["good", "bad", "mixed"] * 4
    several = ", ".join(f"{{name: Shop {n}, verdict: {verdict}}}" for n, verdict in enumerate(verdicts))
    site = make_site({"content/stories/2024-01-01-a.md": story("Twelve", company=f"[{several}]", verdict="bad")})
    site.build()
    for number, verdict in enumerate(verdicts):
        page = company(site, f"shop-{number}")
        assert page.said("total") == [f"1 story: 1 {verdict}"]
        assert bars(page) == [[verdict]]
        assert sum(link.startswith("/companies/shop-") for link in page.attributes("href")) >= 11, (
            "the others are named"
        )


def test_a_company_of_which_only_interested_people_tell_says_so_and_not_that_there_are_no_stories(
    make_site: MakeSite,
) -> None:
    site = make_site(
        {"content/stories/2024-01-01-a.md": story("A", company="Acme", verdict="good", disclosure="owner")}
    )
    site.build()
    page = company(site, "acme")
    assert WORDS("record.interested", count=1) in page.text
    assert page.said("total") == [WORDS("record.none")] == ["No counted stories yet"]
    assert (page.marked("bar"), page.marked("record")) == ([], [])


@pytest.mark.parametrize("named", NAMES)
def test_a_name_that_is_no_address_has_its_page_within_companies_and_reads_from_its_own_side(
    named: str, make_site: MakeSite
) -> None:
    site = make_site(dict(stories_of(NAMES[named], 2, slug="s")))
    site.build()
    (path,) = (path for path in site.tree() if re.fullmatch("companies/[^/]+/index.html", path))
    page = read_page(site, path)
    (heading,) = (element for element in page.elements if element.tag == "h1")
    assert (words_of(heading), heading.get("dir")) == (NAMES[named], "auto")
    assert page.said("total") == ["2 stories: 1 good, 1 bad"]
    (link,) = (
        e for e in read_page(site, "companies/index.html").elements if e.tag == "a" and words_of(e) == NAMES[named]
    )
    assert link.get("dir") == "auto"


@pytest.mark.parametrize("slug", ["one", "four", "five", "quay-bank"])
def test_no_company_page_has_a_percentage_or_an_average(slug: str, large: SiteUnderTest) -> None:
    page = company(large, slug)
    said = [page.text, *page.attributes("content", "title", "aria-label", "alt")]
    assert [text for text in said if "%" in text or "average" in text.lower() or "percent" in text.lower()] == []


@pytest.mark.parametrize("slug", ["one", "five", "quay-bank"])
def test_charts_are_drawn_in_the_page_without_style_or_script(slug: str, large: SiteUnderTest) -> None:
    page = company(large, slug)
    assert drawn(page, "rect")
    assert page.attributes("style", "onload", "onclick") == []
    assert page.runs == []
    assert not {element.tag for element in page.elements} & {"style", SVG + "style", "img", "object", "canvas"}


def test_ids_are_unique_and_the_textures_that_charts_are_filled_with_are_there(large: SiteUnderTest) -> None:
    for path in ("companies/quay-bank/", "companies/", "companies/by/bad/", "bad/", "archive/", "", "unresolved/"):
        page = read_page(large, f"{path}index.html")
        ids = page.attributes("id")
        assert len(ids) == len(set(ids)), path
        filled = set(page.attributes("fill"))
        assert {fill.removeprefix("url(#").removesuffix(")") for fill in filled} <= set(ids), path


@pytest.mark.parametrize("path", ["companies/quay-bank/", "bad/", ""])
def test_each_section_has_a_heading_on_every_screen(path: str, large: SiteUnderTest) -> None:
    for screen in (path, f"{path}page/1/"):
        sections = [element for element in read_page(large, f"{screen}index.html").elements if element.tag == "section"]
        for section in sections:
            inside = {inner for article in section.iter("article") for inner in article.iter()}
            assert any(inner.tag in ("h2", "h3") for inner in section.iter() if inner not in inside), screen


def test_the_table_for_screen_readers_has_the_numbers_of_the_chart(large: SiteUnderTest) -> None:
    (figure,) = company(large, "quay-bank").marked("years")
    (table,) = (element for element in figure.iter("table"))
    heads = [words_of(element) for element in table.iter("th") if element.get("scope") == "col"]
    assert heads == ["Year", "Good", "Mixed", "Bad", "No verdict"]
    rows = {
        words_of(row[0]): [int(words_of(cell)) for cell in row[1:]]
        for row in table.iter("tr")
        if row[0].get("scope") == "row"
    }
    assert list(rows) == [str(year) for year in range(2014, 2027)]
    assert [sum(row[place] for row in rows.values()) for place in range(4)] == [150, 100, 200, 50]

    columns: dict[str, list[str]] = {}
    chart = next(element for element in figure.iter(SVG + "svg") if element.get("role") == "img")
    for block in chart.iter(SVG + "rect"):
        columns.setdefault(block.get("x", ""), []).append(block.get("class", ""))
    assert list(columns.values()) == [
        [shade for shade, count in zip(("good", "mixed", "bad", "unsaid"), row, strict=True) if count]
        for row in rows.values()
        if any(row)
    ]
    named = [words_of(element) for element in chart.iter(SVG + "text")]
    assert named == [str(year) for year in range(2014, 2027, 2)], "thirteen years leave no room for numbers"


def test_each_of_a_few_years_has_its_number_above_it(make_site: MakeSite) -> None:
    days = ("2022-01-01", "2022-01-02", "2024-01-01")
    site = make_site({f"content/stories/{day}-s.md": story(company="Acme", slug=day, verdict="good") for day in days})
    site.build()
    (figure,) = company(site, "acme").marked("years")
    chart = next(element for element in figure.iter(SVG + "svg") if element.get("role") == "img")
    texts = [words_of(element) for element in chart.iter(SVG + "text")]
    assert texts == ["2", "2022", "2023", "1", "2024"]


def test_the_charts_of_the_fullest_page_are_small(large: SiteUnderTest) -> None:
    """Thirteen years, eight channels, eight tags, four verdicts in each."""
    drawings = re.findall(r"<svg.*?</svg>", large.read("companies/quay-bank/index.html"), flags=re.DOTALL)
    assert len(drawings) > 16
    assert max(len(drawing.encode()) for drawing in drawings) < 6 * KILOBYTE
    assert len(gzip.compress("".join(drawings).encode())) < 2 * KILOBYTE


@pytest.mark.parametrize(
    "path",
    [
        "companies/quay-bank/",
        "companies/",
        "companies/by/told/",
        "companies/by/good/",
        "bad/",
        "archive/",
        "unresolved/",
        "",
    ],
)
def test_a_full_page_is_under_fourteen_kilobytes_with_its_style_sheet(path: str, large: SiteUnderTest) -> None:
    """What the first round trips of a connection carry (RFC 6928: ten segments)."""
    html = large.read(f"{path}index.html")
    (sheet,) = (e.get("href", "") for e in parse_page(html).elements if e.get("rel") == "stylesheet")
    css = large.read(sheet[1:])
    size = len(gzip.compress(html.encode())) + len(gzip.compress(css.encode()))
    assert size < 14 * KILOBYTE, f"{size} bytes"


def test_what_is_a_contact_leads_where_it_says(make_site: MakeSite) -> None:
    """An e-mail address opens a mail; an address with an @ in it is an address all the same, and a name is a name."""
    contacts = '["help@acme.example", "https://social.example/@acme", "@acme", "Letters: 3 Tinsmith Lane"]'
    site = make_site({"content/companies/acme.md": f"---\nname: Acme\ncontacts: {contacts}\n---\n"})
    site.build()
    links = {words_of(one): one.get("href") for one in company(site, "acme").elements if one.tag == "a"}
    assert {text: href for text, href in links.items() if "acme" in text} == {
        "help@acme.example": "mailto:help@acme.example",
        "https://social.example/@acme": "https://social.example/@acme",
    }


def test_a_page_without_a_story_that_counts_speaks_of_no_customers(make_site: MakeSite) -> None:
    keys = {"company": "Acme", "verdict": "bad"}
    site = make_site({"content/stories/2024-01-01-a.md": story("A", disclosure="competitor", slug="a", **keys)})
    site.build()
    assert WORDS("company.unofficial", name="Acme") in company(site, "acme").text
    assert WORDS("company.chosen") not in company(site, "acme").text
    site.write("content/stories/2024-01-02-b.md", story("B", slug="b", **keys))
    site.build()
    assert WORDS("company.chosen") in company(site, "acme").text

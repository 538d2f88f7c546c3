"""What is wrong with a site.toml: each problem with its line, its column and what to write instead, all at once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config import SiteConfig, parse_config
from tests.fields.any_text import ANY_TEXT
from tests.test_config import LEAST, config_of, problems_of


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", ["1:1: site.title is missing. Add it under [site], such as title = \"My stories\".", "1:1: site.url is missing. Add it under [site], such as url = \"https://name.github.io/repo/\"."]),
        ("# x\n\n[site]\n", ["3:1: site.title is missing. Add it under [site], such as title = \"My stories\".", "3:1: site.url is missing. Add it under [site], such as url = \"https://name.github.io/repo/\"."]),
        ('[site]\nurl = "https://told.example/"\n', ["1:1: site.title is missing. Add it under [site], such as title = \"My stories\"."]),
        ('[site]\ntitle = ""\nurl = "https://told.example/"\n', ["2:1: site.title has no value. Write one, such as title = \"My stories\"."]),
        ('[site]\ntitle = "Told"\nurl = " "\n', ["3:1: site.url has no value. Write one, such as url = \"https://name.github.io/repo/\"."]),
        ('site = "Told"\n', ["1:1: site.title is missing. Add it under [site], such as title = \"My stories\".", "1:1: site.url is missing. Add it under [site], such as url = \"https://name.github.io/repo/\".", "1:8: site: 'Told' is one value, and keys belong here. Write [site] on its own line, and the keys below it."]),
    ],
)  # fmt: skip
def test_a_title_and_an_address_are_asked_for_where_their_section_stands(text: str, problems: list[str]) -> None:
    assert problems_of(text) == [f"site.toml:{problem}" for problem in problems]


@pytest.mark.parametrize(
    ("section", "key"),
    [("site", key) for key in ("tagline", "description", "language", "timezone", "author", "email", "id", "repository", "branch", "logo", "copyright")]
    + [("build", "output"), ("build", "permalink"), ("theme", "name"), ("feeds", "content"), ("feeds", "websub"), ("comments", "how")]
    + [("stories", "republished"), ("markdown", "engine")],
)  # fmt: skip
def test_a_text_must_be_a_text_in_every_section(section: str, key: str) -> None:
    head = LEAST if section == "site" else f"{LEAST}[{section}]\n"
    line = head.count("\n") + 1
    for value, shown in (("5", "5"), ("true", "true"), ("1.5", "1.5")):
        expected = [
            f'site.toml:{line}:{len(key) + 4}: {section}.{key}: {shown} has no quotation marks, and a text needs them. Write "{shown}".'
        ]
        assert problems_of(f"{head}{key} = {value}\n") == expected


@pytest.mark.parametrize(
    ("section", "key", "lowest", "highest"),
    [
        ("build", "paginate", 1, 1000),
        ("feeds", "entries", 1, 1000),
        ("comments", "max_links", 0, 1000),
        ("comments", "min_words", 0, 1000),
        ("comments", "closed_after_days", 1, 100_000),
        ("stories", "minimum_for_order", 1, 1_000_000),
    ],
)
def test_a_number_must_be_whole_and_within_its_bounds(section: str, key: str, lowest: int, highest: int) -> None:
    for right in (lowest, highest):
        config_of(f"{LEAST}[{section}]\n{key} = {right}\n")
    for wrong in (str(lowest - 1), str(highest + 1), "1.0", "true", '"many"', "[1]", "inf"):
        shown = {'"many"': "'many'", "[1]": "a list"}.get(wrong, wrong)
        expected = f"site.toml:5:{len(key) + 4}: {section}.{key}: {shown} is not a whole number from {lowest} to {highest}. Write a number such as {min(lowest + 3, highest)}."
        assert problems_of(f"{LEAST}[{section}]\n{key} = {wrong}\n") == [expected]


@pytest.mark.parametrize(("section", "key"), [("comments", "open"), ("search", "enabled")])
def test_a_flag_must_be_true_or_false(section: str, key: str) -> None:
    column = len(key) + 4
    assert problems_of(f"{LEAST}[{section}]\n{key} = 1\n") == [
        f"site.toml:5:{column}: {section}.{key}: 1 is neither true nor false. Write true or false."
    ]


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ('[feeds]\ncontent = "ful"', "5:11: feeds.content: 'ful' is neither full nor summary. Use full or summary. Did you mean 'full'?"),
        ('[stories]\nrepublished = "no"', "5:15: stories.republished: 'no' is neither index nor noindex. Use index or noindex."),
        ('[markdown]\nengine = "Markdown"', "5:10: markdown.engine: 'Markdown' is not an engine. Use markdown. Did you mean 'markdown'?"),
        ('[check.severity]\nlinks = "warn"', "5:9: check.severity.links: 'warn' is neither error nor warning. Use error or warning. Did you mean 'warning'?"),
        ("[check]\nseverity.links = 1", "5:18: check.severity.links: 1 has no quotation marks, and a text needs them. Write \"1\"."),
        ('[check]\nseverity = "error"', "5:12: check.severity: 'error' is one value, and keys belong here. Write [check.severity] on its own line, and the keys below it."),
        ("[check]\nignore = [1]", "5:11: check.ignore: 1 has no quotation marks, and a text needs them. Write \"1\"."),
        ("[comments]\nbanned = [['x']]", "5:11: comments.banned: this is a list, and one text belongs here. Write one text in quotation marks."),
        ('[images]\nuntouched = "/press/"', "5:13: images.untouched: '/press/' is not a path under content/static/. Write the path of a folder or file without content/ in front, such as static/press/."),
        ('[images]\nuntouched = ["static/../stories/"]', "5:13: images.untouched: 'static/../stories/' is not a path under content/static/. Write the path of a folder or file without content/ in front, such as static/press/."),
        ('[images]\nuntouched = ["stories/"]', "5:13: images.untouched: 'stories/' is not a path under content/static/. Write the path of a folder or file without content/ in front, such as static/press/."),
        ('email = "desk"', "4:9: site.email: 'desk' is not an email address. Write it as name@example.org."),
        ('repository = "name/repo"', "4:14: site.repository: 'name/repo' is not a web address. Write https://github.com/name/repo."),
        ('[feeds]\nwebsub = "javascript:x"', "5:10: feeds.websub: 'javascript:x' is not a web address. Write it in full: it starts with https:// or http://."),
        ("[theme.options]\nlist = [1]", "5:8: theme.options.list: a list is not one value. Write a text, a number, true or false."),
        ("[theme]\noptions = 5", "5:11: theme.options: 5 is one value, and keys belong here. Write [theme.options] on its own line, and the keys below it."),
    ],
)  # fmt: skip
def test_a_value_that_no_key_can_have_is_named_with_what_it_can(lines: str, problem: str) -> None:
    assert problems_of(f"{LEAST}{lines}\n") == [f"site.toml:{problem}"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (LEAST + "titel = 'x'\n", "4:1: site.titel is not a key of [site]. Did you mean 'title'?"),
        (LEAST + "[sight]\n", "4:1: [sight] is not a section of site.toml. Did you mean [site]?"),
        (LEAST + "\n  [ feed ]\nentries = 5\n", "5:3: [feed] is not a section of site.toml. Did you mean [feeds]?"),
        (LEAST + "[[navigation]]\n", "4:1: [navigation] is not a section of site.toml. Use one of: [site], [build], [theme], [images], [feeds], [comments], [stories], [search], [markdown], [check], [[nav]]."),
        (LEAST + "[feeds.rss]\nx = 1\n", "4:1: feeds.rss is not a key of [feeds]. Use one of: entries, content, websub."),
        (LEAST + "[[nav]]\ntitle = 'A'\nurl = '/a/'\nweight = 1\n", "7:1: nav.weight is not a key of [[nav]]. Use one of: title, url."),
        ("sit.x = 1\n" + LEAST, "1:1: [sit] is not a section of site.toml. Did you mean [site]?"),
        ("build.pagniate = 5\n" + LEAST, "1:1: build.pagniate is not a key of [build]. Did you mean 'paginate'?"),
        ("build = {output = 'x', pagniate = 5}\n" + LEAST, "1:24: build.pagniate is not a key of [build]. Did you mean 'paginate'?"),
        ("check.ignore = [\n  'a', # ]\n  '''b\n]''',\n]\nzzz = 1\n" + LEAST, "6:1: zzz is not a key of site.toml. Use one of: site, build, theme, images, feeds, comments, stories, search, markdown, check, nav."),
    ],
)  # fmt: skip
def test_a_key_or_section_that_is_not_known_is_named_where_it_stands_with_a_hint(text: str, problem: str) -> None:
    [found] = problems_of(text)
    assert found.startswith(f"site.toml:{problem}")


def test_a_problem_in_a_list_over_several_lines_is_named_on_its_own_line() -> None:
    text = (
        'nav = [\n  {title = "A", url = "/a/"},\n  {title = "B", url = "b"},\n  {url = "/c/"},\n  "/d/",\n]\n' + LEAST
    )
    assert problems_of(text) == [
        "site.toml:3:23: nav.url: 'b' is neither a file, a path nor an address. Write /b/ for a page of this site. A file of content/ ends with .md, such as pages/about.md.",
        'site.toml:4:3: nav.title is missing. Add it under [[nav]], such as title = "About".',
        "site.toml:5:3: nav: '/d/' is one value, and keys belong here. Write [[nav]] on its own line, and the keys below it.",
    ]


def test_a_problem_after_a_text_of_several_lines_is_named_on_its_own_line() -> None:
    text = LEAST + 'description = """\ntitle = "no"\n[no]\n"""\nemail = "x"\n'
    assert problems_of(text) == [
        "site.toml:8:9: site.email: 'x' is not an email address. Write it as name@example.org."
    ]


def test_all_problems_are_told_at_once_in_the_order_of_the_file() -> None:
    text = '[site]\nurl = "told.example"\nlanguage = "english"\ncolour = "red"\n[build]\npaginate = 0\n[[nav]]\nurl = "x"\n[feeds]\ncontent = "all"\n'
    assert [problem.split(": ")[:2] for problem in problems_of(text)] == [
        ["site.toml:1:1", 'site.title is missing. Add it under [site], such as title = "My stories".'],
        ["site.toml:2:7", "site.url"],
        ["site.toml:3:12", "site.language"],
        ["site.toml:4:1", "site.colour is not a key of [site]. Use one of"],
        ["site.toml:6:12", "build.paginate"],
        ["site.toml:7:1", 'nav.title is missing. Add it under [[nav]], such as title = "About".'],
        ["site.toml:8:7", "nav.url"],
        ["site.toml:10:11", "feeds.content"],
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[site]\ntitle = Told\n", "site.toml:2:9: "),
        ('[site]\ntitle = "Told\n', "site.toml:2:9: "),
        (LEAST + LEAST, "site.toml:4:1: "),
        ('title: Told\nurl: "x"\n', "site.toml:1:6: "),
        ("[" * 100_000, "site.toml:1:1: "),
        ("x = " + "[" * 100_000, "site.toml: "),
    ],
    ids=["no quotes", "no closing quote", "twice", "YAML", "brackets", "more brackets"],
)
def test_a_mistake_that_stops_the_reading_is_one_problem_and_nothing_is_said_to_be_missing(
    text: str, place: str
) -> None:
    [problem] = problems_of(text)
    assert problem.startswith(place)


SOURCES = ("site.toml", "--url / FIRSTHAND_URL", "--pages-url / FIRSTHAND_PAGES_URL")


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT | st.builds("{}{}".format, st.just(LEAST), ANY_TEXT), st.none() | ANY_TEXT, st.none() | ANY_TEXT)
def test_any_text_is_a_configuration_or_has_problems_with_it(text: str, url: str | None, pages_url: str | None) -> None:
    config, problems = parse_config(text, url=url, pages_url=pages_url)
    assert isinstance(config, SiteConfig)
    assert all(problem.at.path in SOURCES and problem.message for problem in problems)
    assert all("\n" not in str(problem) and str(problem).isprintable() for problem in problems)

"""The check for placeholders: all that `firsthand init` wrote to be replaced, and nothing else."""

from pathlib import Path

import pytest

from generator.checks import Rendered
from generator.checks.placeholders import left_placeholders
from generator.starter import NewSite, starter_files
from generator.starter import placeholders as derived
from tests.conftest import MakeSite
from tests.modules import CHECKOUT
from tests.running import run
from tests.site.linking import link, toml
from tests.sites import SiteUnderTest, story

ABOUT, POLICY = "content/pages/about.md", "content/pages/policy.md"
ME, BAKERY = "content/authors/me.md", "content/companies/larkfield-bakery.md"
LOAF = "content/stories/2026-01-05-the-loaf-that-came-back.md"


@pytest.fixture
def new(tmp_path: Path) -> SiteUnderTest:
    """A site as `firsthand init` leaves it."""
    assert run("init", "mine", at=tmp_path).exit_code == 0
    return SiteUnderTest(tmp_path / "mine")


def said(site: SiteUnderTest) -> list[str]:
    """What the command says of placeholders; it finds nothing else."""
    checked = run("check", at=site.root)
    assert checked.exit_code == 0
    assert all(" warning: " in line and "[placeholders]" in line for line in checked.stderr.splitlines())
    return checked.stderr.splitlines()


def found(site: SiteUnderTest) -> list[str]:
    """What the check finds in the texts as they are, without any page."""
    texts = {
        path.relative_to(site.root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((site.root / "content").rglob("*.md"))
    }
    return list(map(str, left_placeholders(Rendered(link(site).site, {}, {}, texts))))


def begins(site: SiteUnderTest, problem: str) -> str:
    """The text of a file from the line and column on that a problem names."""
    path, line, column, _ = problem.split(":", 3)
    return (site.root / path).read_text(encoding="utf-8").splitlines()[int(line) - 1][int(column) - 1 :]


def test_every_placeholder_of_a_new_site_is_found_where_it_is(new: SiteUnderTest) -> None:
    places = [(problem.split(":")[0], begins(new, problem)) for problem in said(new)]
    assert [(path, text.split(",")[0][:14]) for path, text in places] == [
        (ME, "Me"),
        (ME, "Write here who"),
        (BAKERY, "Larkfield Bake"),
        (ABOUT, "Write here who"),
        (POLICY, "Write here who"),
        (LOAF, "The loaf that "),
        ("site.toml", '"https://your-'),
    ]


def test_each_says_what_to_do(new: SiteUnderTest) -> None:
    assert [problem.partition(": warning: ")[2] for problem in said(new)] == [
        "name: 'Me' is the author that a new site starts with. [placeholders] Write your name.",
        (
            "this paragraph only tells you what to write, and readers would see it. [placeholders]"
            " Write your own text in its place."
        ),
        (
            "name: 'Larkfield Bakery' is a made-up company that a new site starts with. [placeholders]"
            " Delete this file, together with the made-up story about it."
        ),
        (
            "this paragraph only tells you what to write, and readers would see it. [placeholders]"
            " Write your own text in its place."
        ),
        (
            "this paragraph only tells you what to write, and readers would see it. [placeholders]"
            " Write your own text in its place."
        ),
        (
            "this is the made-up story that a new site starts with. [placeholders]"
            " Write a story of your own with 'firsthand new', then delete this file."
        ),
        (
            "site.url: your-name.github.io is only an example. [placeholders]"
            " Write the address of your site. On GitHub Pages, put your GitHub name in place of your-name."
        ),
    ]


def test_none_is_left_when_all_are_replaced(new: SiteUnderTest) -> None:
    for problem in reversed(said(new)):
        path, start = problem.split(":")[0], begins(new, problem)
        if path in (BAKERY, LOAF):
            new.delete(path)
        elif "this paragraph" in problem:
            text = (new.root / path).read_text(encoding="utf-8")
            new.write(path, text[: text.index(start)] + "We are two customers in Leeds. Write to us here.\n")
    new.replace(ME, "name: Me", "name: Dana Whitlock")
    new.replace("site.toml", "your-name.github.io", "dana.github.io")
    new.write("content/stories/2026-02-02-shoes.md", story("Shoes", company="Acme"))
    assert said(new) == []


def test_a_build_does_not_mention_them(new: SiteUnderTest) -> None:
    assert run("build", at=new.root).stderr == ""


def test_the_author_who_gave_a_name_to_init_has_one_placeholder_less(tmp_path: Path) -> None:
    run("init", "mine", "--author", "Dana", "--url", "https://stories.example.org/", at=tmp_path)
    site = SiteUnderTest(tmp_path / "mine")
    assert [problem.split(":")[0] for problem in said(site)] == [
        "content/authors/dana.md",
        BAKERY,
        ABOUT,
        POLICY,
        LOAF,
    ]


def test_an_instruction_is_found_on_any_page_and_of_any_author_however_it_goes_on(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/pages/team/index.md": "---\ntitle: Team\n---\n\nOne.\n\n  Write here\nwho we are. And so on.\n",
            "content/authors/kim.md": "---\nname: Kim\n---\n\nWrite here who else is on the team.\n",
            "content/stories/2024-01-01-a.md": story("A", "Write here who you are, said the form."),
            "content/companies/acme.md": "---\nname: Acme\n---\n\nWrite here when you need them.\n",
        }
    )
    assert [problem.split(": warning")[0].split(": this")[0] for problem in found(site)] == [
        "content/authors/kim.md:5:1",
        "content/pages/team/index.md:7:3",
    ]


@pytest.mark.parametrize(
    ("name", "keys", "expected"),
    [
        ("2024-01-01-a.md", {"title": "The loaf that came back"}, "this is the made-up story"),
        ("2024-01-01-the-loaf-that-came-back.md", {}, "this is the made-up story"),
        ("2024-01-01-a.md", {"company": "Larkfield Bakery"}, "company: 'Larkfield Bakery' is a made-up company"),
        ("2024-01-01-a.md", {"company": "Larkfield Bank"}, ""),
    ],
)
def test_the_made_up_story_is_found_under_another_name_or_title(
    name: str, keys: dict[str, str], expected: str, make_site: MakeSite
) -> None:
    site = make_site({f"content/stories/{name}": story(**keys)})
    assert [expected in problem for problem in found(site)] == ([True] if expected else [])


@pytest.mark.parametrize(
    ("key", "value", "is_example"),
    [
        ("repository", "https://github.com/your-name/firsthand", True),
        ("repository", "https://github.com/dana/your-name", False),
        ("url", "https://your-name.github.io/told/", True),
        ("url", "https://my-your-name.github.io/", False),
    ],
)
def test_an_example_address_is_found_in_site_toml(key: str, value: str, is_example: bool, make_site: MakeSite) -> None:
    files = toml(f'{key} = "{value}"')
    if key == "url":
        files = {"site.toml": files["site.toml"].replace('url = "https://told.example/"\n', "", 1)}
    problems = found(make_site(files))
    assert [problem.split(": ")[1] for problem in problems] == ([f"site.{key}"] if is_example else [])
    assert all("only an example" in problem for problem in problems)


def test_what_the_check_looks_for_changes_with_the_words_of_the_starter(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    reworded = (("Write here who", "Write here whom"), ("The loaf", "The bun"), ("name: Me", "name: You"))

    def other_starter(new: object) -> dict[str, str]:
        files = starter_files(new)  # type: ignore[arg-type]
        for old, words in reworded:
            files = {path: text.replace(old, words) for path, text in files.items()}
        return files

    monkeypatch.setattr(derived, "starter_files", other_starter)
    site = make_site(
        {
            ABOUT: "---\ntitle: About\n---\nWrite here whom to ask.\n",
            POLICY: "---\ntitle: Policy\n---\nWrite here who answers.\n",
            "content/authors/you.md": "---\nname: You\n---\n",
            "content/stories/2024-01-01-a.md": story("The bun that came back"),
        }
    )
    assert [problem.split(":")[0] for problem in found(site)] == [
        "content/authors/you.md",
        "content/stories/2024-01-01-a.md",
        ABOUT,
    ]


def test_every_file_of_the_starter_that_tells_its_owner_what_to_write_has_a_mark_that_the_check_knows() -> None:
    """Reword the starter as you like, but start such a paragraph with "Write here" or "Say here"."""
    known = derived.placeholders()
    example = NewSite(title="T", url="https://t.example/", site_id="t", requirement="")
    marked = {
        path
        for path, text in starter_files(example).items()
        for line in text.splitlines()
        if tuple(line.split()[:3]) in known.openings
    }
    assert marked == {ME, ABOUT, POLICY}
    assert [*known.authors, *known.companies] == ["Me", "Larkfield Bakery"]
    assert [made_up.title for made_up in known.stories] == ["The loaf that came back"]


def test_the_sample_site_has_the_examples_of_its_addresses_and_no_other_placeholder(tmp_path: Path) -> None:
    """Nobody publishes it as it is; `make site` builds it, and builds do not check."""
    (tmp_path / "content").symlink_to(CHECKOUT / "content", target_is_directory=True)
    (tmp_path / "site.toml").write_text((CHECKOUT / "site.toml").read_text(encoding="utf-8"), encoding="utf-8")
    problems = found(SiteUnderTest(tmp_path))
    assert [problem.split(": ")[1] for problem in problems] == ["site.url", "site.repository"]

"""Where themes are found, and how one stands on another's shoulders."""

from itertools import pairwise
from pathlib import Path

import pytest

from generator.theme import theme_folders
from generator.theme.find import shipped_themes
from tests.conftest import MakeSite
from tests.theme.making import MANIFEST, load, load_problems, page

PARENT = {
    "themes/parent/theme.toml": MANIFEST + '[bundles]\n"style.css" = ["a.css", "b.css"]\n[options]\ncolour = "red"\n',
    "themes/parent/templates/base.html": "<title>{% block title %}{{ frame.title }}{% endblock %}</title>",
    "themes/parent/templates/page.html": '{% extends "base.html" %}',
    "themes/parent/templates/partials/card.html": "parent's card",
    "themes/parent/templates/cards.html": '{% include "partials/card.html" %}: {{ t("nav.home") }}, {{ t("nav.tags") }}',
    "themes/parent/strings/en.toml": '[nav]\nhome = "Home"\ntags = "Tags"\n',
    "themes/parent/assets/a.css": "a{}",
    "themes/parent/assets/b.css": "b{}",
}
CHILD = {"themes/mine/theme.toml": MANIFEST + 'extends = "parent"\n'}


def test_the_sites_own_theme_goes_before_one_of_that_name_that_comes_with_firsthand(make_site: MakeSite) -> None:
    site = make_site(
        {"themes/counter/theme.toml": MANIFEST, "themes/counter/templates/page.html": "the site's own counter"}
    )
    assert page(load(site, "counter")) == "the site's own counter"
    assert theme_folders(site.root) == (site.root / "themes", shipped_themes())


def test_the_default_theme_comes_with_firsthand(make_site: MakeSite) -> None:
    assert "story.html" in load(make_site(), "counter").templates


def test_a_wheels_themes_go_before_the_checkouts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "generator"
    package.mkdir()
    monkeypatch.setattr("generator.__file__", str(package / "__init__.py"))
    assert shipped_themes() == tmp_path / "themes"
    (package / "_themes").mkdir()
    assert shipped_themes() == package / "_themes"


def test_a_child_has_everything_of_its_parent(make_site: MakeSite) -> None:
    site = make_site(PARENT | CHILD)
    assert page(load(site)) == "<title>Told</title>"
    assert page(load(site), "cards.html") == "parent's card: Home, Tags"
    assert {"style.css"} == set(load(site).assets)
    assert load(site).options == {"colour": "red"}


def test_a_childs_template_stands_in_for_the_parents_wherever_it_is_used(make_site: MakeSite) -> None:
    site = make_site(
        PARENT
        | CHILD
        | {
            "themes/mine/templates/base.html": "<h1>{% block title %}{% endblock %}</h1>",
            "themes/mine/templates/partials/card.html": "child's card",
        }
    )
    assert page(load(site)) == "<h1></h1>"
    assert page(load(site), "cards.html") == "child's card: Home, Tags"


def test_a_child_can_extend_the_very_template_that_it_replaces(make_site: MakeSite) -> None:
    child = {
        "themes/mine/templates/base.html": (
            '{% extends "parent/base.html" %}{% block title %}{{ super() }}, told well{% endblock %}'
        )
    }
    assert page(load(make_site(PARENT | CHILD | child))) == "<title>Told, told well</title>"


def test_a_child_of_the_theme_that_comes_with_firsthand_needs_one_file(make_site: MakeSite) -> None:
    site = make_site(
        {
            "themes/mine/theme.toml": MANIFEST + 'extends = "counter"\n',
            "themes/mine/templates/page.html": '{% extends "counter/base.html" %}{% block main %}mine{% endblock %}',
        }
    )
    assert set(load(site, "counter").templates) < set(load(site).templates)


def test_one_string_of_a_child_stands_in_for_the_parents(make_site: MakeSite) -> None:
    site = make_site(PARENT | CHILD | {"themes/mine/strings/en.toml": 'nav.home = "Start"\n'})
    assert page(load(site), "cards.html") == "parent's card: Start, Tags"


def test_one_file_of_a_bundle_can_be_replaced_and_a_bundle_put_together_anew(make_site: MakeSite) -> None:
    site = make_site(PARENT | CHILD | {"themes/mine/assets/b.css": "mine{}"})
    assert load(site).assets["style.css"].data == b"a{}\nmine{}"
    site.write("themes/mine/theme.toml", MANIFEST + 'extends = "parent"\n[bundles]\n"style.css" = ["b.css", "a.css"]\n')
    assert load(site).assets["style.css"].data == b"mine{}\na{}"


def test_a_childs_default_for_an_option_goes_before_the_parents_and_the_sites_choice_before_both(
    make_site: MakeSite,
) -> None:
    site = make_site(PARENT | {"themes/mine/theme.toml": MANIFEST + 'extends = "parent"\n[options]\ncolour = "blue"\n'})
    assert load(site).options == {"colour": "blue"}
    assert load(site, colour="green").options == {"colour": "green"}


def test_a_theme_that_is_not_there_is_named_with_those_that_are(make_site: MakeSite) -> None:
    site = make_site(PARENT)
    assert load_problems(site, "parnet") == ("site.toml: there is no theme 'parnet'. Did you mean 'parent'?",)
    (said,) = load_problems(site, "zzz")
    assert said.startswith("site.toml: there is no theme 'zzz'. The themes are counter, parent")


def test_a_parent_that_is_not_there_is_named_in_the_childs_file(make_site: MakeSite) -> None:
    site = make_site({"themes/mine/theme.toml": MANIFEST + 'extends = "countre"\n'})
    assert load_problems(site) == ("themes/mine/theme.toml:2:11: there is no theme 'countre'. Did you mean 'counter'?",)


@pytest.mark.parametrize("parent", ["../elsewhere", "/", ".", "a/b"])
def test_a_parent_is_a_themes_name_and_no_path(parent: str, make_site: MakeSite) -> None:
    site = make_site(
        {
            "themes/mine/theme.toml": MANIFEST + f'extends = "{parent}"\n',
            "elsewhere/theme.toml": MANIFEST,
            "themes/a/b/theme.toml": MANIFEST,
            "themes/theme.toml": MANIFEST,
        }
    )
    (said,) = load_problems(site)
    assert said.startswith(f"themes/mine/theme.toml:2:11: extends: '{parent}' is not the name of a theme's folder.")


@pytest.mark.parametrize("parents", [("a",), ("b", "a"), ("b", "c", "a")])
def test_themes_that_extend_each_other_in_a_circle_are_named(parents: tuple[str, ...], make_site: MakeSite) -> None:
    chain = ("a", *parents)
    site = make_site(
        {f"themes/{name}/theme.toml": MANIFEST + f'extends = "{parent}"\n' for name, parent in pairwise(chain)}
    )
    (said,) = load_problems(site, "a")
    assert said == (
        f"themes/{chain[-2]}/theme.toml:2:11: the theme 'a' extends itself: {' → '.join(chain)}."
        " Delete the line 'extends' in one theme.toml."
    )


def test_a_chain_of_themes_that_is_too_long_is_not_called_a_circle(make_site: MakeSite) -> None:
    files = {f"themes/a{n}/theme.toml": MANIFEST + f'extends = "a{n + 1}"\n' for n in range(6)}
    assert load_problems(make_site(files), "a0") == (
        (
            "themes/a4/theme.toml:2:11: more than 5 themes extend each other here."
            " Put the files of some of them into one theme."
        ),
    )

"""theme.toml and the files of a theme: what is wrong with them is said in a line."""

import pytest

from generator.theme import manifest
from generator.theme.manifest import API
from tests.conftest import MakeSite
from tests.theme.making import MANIFEST, load, load_problems


def test_a_theme_for_a_newer_api_is_one_line(make_site: MakeSite) -> None:
    site = make_site({"themes/mine/theme.toml": f'name = "Mine"\napi = {API + 1}\n'})
    assert load_problems(site) == (
        (
            f"themes/mine/theme.toml:2:7: api: this theme is made for theme API {API + 1}, and this Firsthand has theme API"
            f" {API}. Upgrade Firsthand, or use an older version of the theme."
        ),
    )


def test_a_theme_for_an_older_api_is_one_line(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manifest, "API", API + 1)
    assert load_problems(make_site({"themes/mine/theme.toml": f"api = {API}\n"})) == (
        (
            f"themes/mine/theme.toml:1:7: api: this theme is made for theme API {API}, and this Firsthand has theme API"
            f" {API + 1}. Upgrade the theme. 'Theme API' in Firsthand's documentation lists what changed."
        ),
    )


def test_a_theme_that_does_not_say_its_api_is_one_line(make_site: MakeSite) -> None:
    assert load_problems(make_site({"themes/mine/theme.toml": 'name = "Mine"\n'})) == (
        (
            "themes/mine/theme.toml:1:1: api: this theme does not say which theme API it is made for."
            f" Write api = {API} at the top."
        ),
    )


def test_a_folder_without_theme_toml_is_no_theme(make_site: MakeSite) -> None:
    site = make_site({"themes/mine/templates/page.html": "x"})
    assert load_problems(site) == (
        f"themes/mine: this theme has no file theme.toml. Add one with the line api = {API}.",
    )


def test_a_misspelt_key_of_theme_toml_is_named(make_site: MakeSite) -> None:
    site = make_site({"themes/mine/theme.toml": MANIFEST + 'extend = "counter"\n'})
    assert load_problems(site) == (
        "themes/mine/theme.toml:2:1: extend is not a key of theme.toml. Did you mean 'extends'?",
    )


def test_broken_toml_is_named_with_its_line(make_site: MakeSite) -> None:
    (said,) = load_problems(make_site({"themes/mine/theme.toml": "api = \n"}))
    assert said.startswith("themes/mine/theme.toml:1:7: no value after 'api ='.")


def test_an_option_that_no_theme_declares_is_named(make_site: MakeSite) -> None:
    site = make_site({"themes/mine/theme.toml": MANIFEST + '[options]\naccent = "blue"\nwide = false\n'})
    assert load_problems(site, acent="red") == (
        "site.toml: theme.options.acent is not an option of the theme 'mine'. Did you mean 'accent'?",
    )
    assert load_problems(site, zzz=1) == (
        "site.toml: theme.options.zzz is not an option of the theme 'mine'. It has accent, wide.",
    )


@pytest.mark.parametrize("value", [1, True, 1.5])
def test_an_option_of_another_kind_is_named(value: int | float | bool, make_site: MakeSite) -> None:
    site = make_site({"themes/mine/theme.toml": MANIFEST + '[options]\naccent = "blue"\n'})
    assert load_problems(site, accent=value) == (
        'site.toml: theme.options.accent must be text in quotes, such as "blue".',
    )


@pytest.mark.parametrize(
    ("default", "kind"),
    [("true", "true or false"), ("3", "a whole number"), ("1.5", "a number with a decimal point")],
)
def test_the_kind_that_an_option_needs_is_said_with_an_example(default: str, kind: str, make_site: MakeSite) -> None:
    site = make_site({"themes/mine/theme.toml": MANIFEST + f"[options]\nwide = {default}\n"})
    assert load_problems(site, wide="x") == (f"site.toml: theme.options.wide must be {kind}, such as {default}.",)


def test_all_problems_of_a_theme_are_told_at_once(make_site: MakeSite) -> None:
    site = make_site(
        {
            "themes/mine/theme.toml": MANIFEST + '[bundles]\n"style.css" = ["a.css", "bse.css"]\n',
            "themes/mine/templates/page.html": b"caf\xe9",
            "themes/mine/strings/en.toml": "home = Home\n",
            "themes/mine/assets/a.css": "",
            "themes/mine/assets/base.css": "",
        }
    )
    first, *others = load_problems(site, wide=True)
    assert first.startswith("site.toml: theme.options.wide is not an option")
    assert others[0].startswith("themes/mine/strings/en.toml:1:8: a value without quotation marks.")
    assert (
        others[1]
        == "themes/mine/templates/page.html: this file is not UTF-8 text. Save it again with the encoding UTF-8."
    )
    assert others[2] == (
        "themes/mine/theme.toml:3:25: bundles.style.css: there is no asset 'bse.css'. Did you mean 'base.css'?"
    )
    assert len(others) == 3


def test_a_byte_order_mark_does_not_reach_a_page(make_site: MakeSite) -> None:
    site = make_site(
        {
            "themes/mine/theme.toml": "\ufeff" + MANIFEST,
            "themes/mine/templates/page.html": "\ufeff<!doctype html>\r\n",
            "themes/mine/strings/en.toml": '\ufeffhome = "Home"\r\n',
        }
    )
    assert load(site).templates["page.html"].text == "<!doctype html>\n"
    assert load(site).strings == {"home": "Home"}


def test_a_link_that_leads_out_of_the_theme_is_refused(make_site: MakeSite) -> None:
    site = make_site({"themes/mine/theme.toml": MANIFEST, "secret.txt": "secret"})
    (site.root / "themes/mine/page.html").symlink_to(site.root / "secret.txt")
    assert load_problems(site) == ("themes/mine/page.html: cannot be read: this link leads out of the theme's folder.",)


def test_what_editors_leave_behind_is_no_part_of_a_theme(make_site: MakeSite) -> None:
    site = make_site({"themes/mine/theme.toml": MANIFEST, "themes/mine/assets/.DS_Store": b"\xff"})
    assert dict(load(site).assets) == {}

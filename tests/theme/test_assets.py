"""Assets and the fingerprint: what changes a page changes an address or renders the page again."""

from tests.conftest import MakeSite
from tests.theme.making import MANIFEST, load, page

THEME = {
    "themes/mine/theme.toml": MANIFEST
    + '[bundles]\n"style.css" = ["second.css", "first.css"]\n[options]\ncolour = "red"\n',
    "themes/mine/assets/first.css": "first{}",
    "themes/mine/assets/second.css": "second{}",
    "themes/mine/assets/icons/logo.svg": "<svg/>",
    "themes/mine/templates/page.html": "{{ asset('icons/logo.svg') }}",
    "themes/mine/strings/en.toml": 'home = "Home"\n',
    "themes/mine/strings/de.toml": 'home = "Start"\n',
}


def test_a_bundle_is_its_files_in_the_order_named_and_stands_in_for_them(make_site: MakeSite) -> None:
    assets = load(make_site(THEME)).assets
    assert assets["style.css"].data == b"second{}\nfirst{}"
    assert set(assets) == {"style.css", "icons/logo.svg"}


def test_a_bundle_may_have_the_name_of_one_of_its_files(make_site: MakeSite) -> None:
    site = make_site(THEME)
    site.write("themes/mine/theme.toml", MANIFEST + '[bundles]\n"first.css" = ["first.css", "second.css"]\n')
    assets = load(site).assets
    assert assets["first.css"].data == b"first{}\nsecond{}"
    assert set(assets) == {"first.css", "icons/logo.svg"}


def test_an_assets_address_changes_with_its_bytes_alone(make_site: MakeSite) -> None:
    site = make_site(THEME)
    before = load(site).assets
    site.write("themes/mine/assets/icons/logo.svg", "<svg></svg>")
    after = load(site).assets
    assert before["icons/logo.svg"].path != after["icons/logo.svg"].path
    assert before["style.css"].path == after["style.css"].path
    assert after["style.css"].path.startswith("/assets/style.")
    assert after["icons/logo.svg"].path.startswith("/assets/icons/logo.")
    assert after["icons/logo.svg"].path.endswith(".svg")


def test_two_files_of_one_name_in_two_folders_keep_two_addresses(make_site: MakeSite) -> None:
    site = make_site(THEME | {"themes/mine/assets/dark/logo.svg": "<svg/>"})
    assets = load(site).assets
    assert assets["dark/logo.svg"].path != assets["icons/logo.svg"].path


def test_a_template_writes_an_assets_address_with_the_base_path(make_site: MakeSite) -> None:
    theme = load(make_site(THEME))
    assert page(theme) == "/repo" + theme.assets["icons/logo.svg"].path


def test_the_fingerprint_changes_with_all_that_could_change_a_page_and_with_nothing_else(make_site: MakeSite) -> None:
    site = make_site(THEME)
    fingerprints = [load(site).fingerprint]
    assert load(site).fingerprint == fingerprints[0]
    site.write("themes/mine/README.md", "About this theme.")
    site.write("themes/mine/strings/fr.toml", 'home = "Accueil"\n')
    assert load(site).fingerprint == fingerprints[0]
    for path, text in {
        "themes/mine/templates/page.html": "changed",
        "themes/mine/templates/partials/new.html": "new",
        "themes/mine/strings/en.toml": 'home = "Start page"\n',
        "themes/mine/assets/first.css": "changed{}",
        "themes/mine/assets/new.css": "new{}",
    }.items():
        site.write(path, text)
        fingerprints.append(load(site).fingerprint)
    fingerprints.append(load(site, colour="blue").fingerprint)
    fingerprints.append(load(site, language="de").fingerprint)
    assert len(set(fingerprints)) == len(fingerprints) == 8

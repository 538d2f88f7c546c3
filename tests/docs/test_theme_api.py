"""docs/reference/theme-api.md lists every view, field, function and filter that a template can use, and no other."""

import re

import jinja2
import jinja2.defaults
import msgspec
import pytest
from jinja2.filters import FILTERS

from generator.config import parse_config
from generator.pages import KINDS
from generator.pipeline.plan import plan_pages
from generator.story import DISCLOSURES
from generator.theme import load_theme, theme_folders
from generator.theme.manifest import API, parse_manifest
from generator.theme.render import Renderer
from generator.theme.strings import Strings, locale_of
from tests.conftest import MakeSite
from tests.docs.known import fields_of, known_keys, structs_of_views
from tests.docs.reading import SITE_SETTINGS, THEME_API, code, inline_code, section, sections, table
from tests.modules import CHECKOUT
from tests.site.linking import COUNTER, link
from tests.sites import SITE_TOML, story

STRUCTS = structs_of_views()


def documented_structs() -> dict[str, str]:
    """The sections that show a struct, by its name: the text below the heading."""
    found = {}
    for one in sections(THEME_API):
        named = re.fullmatch(r"(?:`[\w.]+`: )?`([A-Z]\w+)`", one.title)
        if named:
            assert named[1] not in found, f"{named[1]} is shown twice"
            found[named[1]] = one.text
    return found


def renderer() -> Renderer:
    config, _ = parse_config('[site]\ntitle = "T"\nurl = "https://t.example/"')
    theme = load_theme(theme_folders(CHECKOUT), "counter", language="en", options={})
    return Renderer(theme, None, language="en", url=config.url)


def test_every_view_and_part_has_a_section_and_no_section_is_of_another() -> None:
    assert set(documented_structs()) == set(STRUCTS)


@pytest.mark.parametrize("name", sorted(STRUCTS))
def test_the_table_of_a_view_has_its_fields_with_their_types_in_its_order(name: str) -> None:
    rows = table(documented_structs()[name], "Field")
    assert [(code(row["Field"]), row["Type"]) for row in rows] == list(fields_of(STRUCTS[name]).items())


def test_a_field_named_in_a_sentence_is_a_field() -> None:
    known = {field for struct in STRUCTS.values() for field in fields_of(struct)}
    named = {field for text in inline_code(THEME_API) for field in re.findall(r"\b(?:view|frame)\.(\w+)", text)}
    assert named
    assert named <= known


def test_each_template_is_named_with_its_view() -> None:
    shown = {one.title for one in sections(THEME_API) if re.fullmatch(r"`[\w.]+\.html`: `\w+`", one.title)}
    assert shown == {f"`{kind.template}`: `{kind.view.__name__}`" for kind in KINDS if kind.template}


def test_the_functions_are_those_that_templates_can_call() -> None:
    shown = {code(row["Function"]).partition("(")[0] for row in table(section(THEME_API, "Functions").text, "Function")}
    assert shown == set(renderer()._environment.globals)


def test_the_functions_of_jinja_that_are_missing_are_named() -> None:
    rows = table(section(THEME_API, "Functions").text, "Function")
    named = next(row["Result"] for row in rows if "other functions" in row["Result"])
    missing = set(jinja2.defaults.DEFAULT_NAMESPACE) - set(renderer()._environment.globals)
    assert set(re.findall(r"`(\w+)`", named)) == missing


def test_the_filters_beside_jinjas_own_are_all_shown_and_those_left_out_are_named() -> None:
    text = section(THEME_API, "Filters").text
    filters, stock = set(renderer()._environment.filters), set(FILTERS)
    assert {code(row["Filter"]) for row in table(text, "Filter")} == filters - stock
    named = re.search(r"are available except ([^.]+)\.", text)
    assert named
    assert set(re.findall(r"`(\w+)`", named[1])) == stock - filters


def test_a_template_sees_what_the_page_says() -> None:
    shown = {code(row["Name"]) for row in table(section(THEME_API, "What a template sees").text, "Name")}
    assert shown == {"view", "frame", "options"}
    made = renderer()
    probe = "".join("{{ " + name + " is defined }}" for name in sorted(shown))
    made._environment.loader = jinja2.DictLoader({"probe.html": probe})
    assert made.render("probe.html", object(), source="probe") == b"TrueTrueTrue"


def test_the_keys_of_theme_toml_are_those_that_are_read() -> None:
    known = known_keys(lambda text: parse_manifest(text, path="theme.toml")[1], lambda key: f"api = {API}\n{key} = 1")
    assert {code(row["Key"]) for row in table(section(THEME_API, "theme.toml").text, "Key")} == known


def test_the_page_tells_the_theme_api_of_this_version() -> None:
    text = section(THEME_API, "Version").text
    assert f"This is version **{API}**" in text
    assert [row["Version"] for row in table(text, "Version")][-1] == str(API)


def test_the_plural_forms_of_the_page_are_those_of_the_languages() -> None:
    from babel import Locale

    shown = re.search(r"defines the plural forms: (.*?)\. A missing", section(THEME_API, "Strings").text)
    assert shown
    forms = {"other"} | {
        tag for language in ("ar", "cy", "en", "pl") for tag in Locale.parse(language).plural_form.tags
    }
    assert set(re.findall(r"`(\w+)`", shown[1])) == forms


def test_the_options_of_the_shipped_theme_are_shown_with_their_defaults() -> None:
    manifest, _ = parse_manifest((CHECKOUT / "themes/counter/theme.toml").read_text(), path="theme.toml")
    rows = table(section(SITE_SETTINGS, "`[theme.options]`").text, "Option of counter")
    assert {code(row["Option of counter"]): code(row["Default"]) for row in rows} == {
        name: f'"{value}"' if isinstance(value, str) else str(value).lower() for name, value in manifest.options
    }


class Asked(Strings):
    """Strings that remember which of them were asked for."""

    def __init__(self) -> None:
        super().__init__(COUNTER.strings, locale_of("en"))
        self.asked: set[str] = set()

    def __call__(self, key: str, /, *, count: int | None = None, **values: object) -> str:
        self.asked.add(key)
        return super().__call__(key, count=count, **values)


def test_the_words_that_the_code_needs_are_all_named(make_site: MakeSite) -> None:
    original = "url: https://quay.example/, permission: by e-mail, feed_title: Quay"
    keys: tuple[dict[str, str], ...] = (
        *({"disclosure": str(tie)} for tie in DISCLOSURES),
        *({"source": f"{{type: {type_}, {original}}}"} for type_ in ("republished", "feed")),
        {"updates": "{date: 2024-01-02, note: It was six., correction: true}"},
        {"updates": "{date: 2024-01-02, note: News.}", "reply": "{from: Ivo, date: 2024-01-03, text: Sorry.}"},
        {"reply": "{from: Ivo, text: Sorry.}"},
        {"company": "[Acme, Zeta]"},
    )
    files = {f"content/stories/2024-01-01-s{n}.md": story(**{"company": "Acme", **each}) for n, each in enumerate(keys)}
    files["site.toml"] = SITE_TOML + 'email = "desk@told.example"\n'
    files["content/comments/2024-01-01-s0/2024-01-02-c.md"] = "---\nauthor: C\n---\nI have been there as well.\n"
    words = Asked()
    plan_pages(msgspec.structs.replace(link(make_site(files)).site, words=words))
    named = set(re.findall(r"`((?:feed|disclosure|reply_links)\.\w+)`", section(THEME_API, "Words").text))
    assert named == words.asked


def test_the_string_that_the_page_explains_is_made_as_it_says() -> None:
    from babel import Locale

    strings = Strings({"count.stories": {"one": "{count} story", "other": "{count} stories"}}, Locale.parse("en"))
    text = section(THEME_API, "Strings").text
    assert 'one = "{count} story"' in text
    assert (strings("count.stories", count=1), strings("count.stories", count=2)) == ("1 story", "2 stories")

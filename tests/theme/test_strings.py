"""The theme's words: plural forms as CLDR has them, values filled in, languages standing in for each other."""

import pytest

from tests.conftest import MakeSite
from tests.theme.making import MANIFEST, Shown, load, page, refused, shown

FORMS = {form: form for form in ("zero", "one", "two", "few", "many", "other")}

# https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html
PLURALS: dict[str, dict[str, tuple[int, ...]]] = {
    "en": {"one": (1,), "other": (0, 2, 5, 11, 21, 100, 101)},
    "pl": {"one": (1,), "few": (2, 3, 4, 22, 104), "many": (0, 5, 11, 12, 14, 21, 25, 100, 112)},
    "ar": {
        "zero": (0,),
        "one": (1,),
        "two": (2,),
        "few": (3, 10, 103),
        "many": (11, 99, 111),
        "other": (100, 102, 200),
    },
    "fr": {"one": (0, 1), "other": (2, 5, 100)},
    "ja": {"other": (0, 1, 2, 5)},
}


@pytest.mark.parametrize("language", PLURALS)
def test_a_count_takes_the_plural_form_of_the_language(language: str) -> None:
    for form, counts in PLURALS[language].items():
        for count in counts:
            assert shown(f"{{{{ t('x', count={count}) }}}}", language=language, x=FORMS) == form, count


def test_a_plural_form_that_the_theme_does_not_have_is_the_other() -> None:
    assert shown("{{ t('x', count=2) }}", language="pl", x={"one": "jedna", "other": "inne"}) == "inne"


def test_the_count_itself_is_written_as_the_language_writes_numbers() -> None:
    x = {"one": "{count} Geschichte", "other": "{count} Geschichten"}
    assert shown("{{ t('x', count=view.count) }}", language="de", x=x) == "12.345 Geschichten"


def test_values_are_filled_in_and_other_braces_stay() -> None:
    assert shown("{{ t('x', name='Dana', n=3) }}", x="{name} {n} {} { } {a-b}") == "Dana 3 {} { } {a-b}"


def test_a_value_is_not_filled_in_a_second_time() -> None:
    assert shown("{{ t('x', a=view.title) }}", view=Shown("{a} {b}"), x="{a}") == "{a} {b}"


def test_a_string_that_is_not_there_is_named_with_the_nearest() -> None:
    said = refused("{{ t('nav.hom') }}", **{"nav.home": "Home", "nav.tags": "Tags"})
    assert "the theme has no string 'nav.hom'. Did you mean 'nav.home'?" in said


def test_a_value_that_a_string_needs_is_named() -> None:
    said = "the string 'x' needs a value for {name}. It gets nmae. Write t('x', name=…), or change the string."
    assert said in refused("{{ t('x', nmae='Dana') }}", x="Told by {name}")
    assert "needs a value for {name}. Write t('x', name=…)" in refused("{{ t('x') }}", x="Told by {name}")


def test_a_string_with_plural_forms_needs_a_count() -> None:
    assert "the string 'x' has plural forms. Write t('x', count=…) with a number." in refused("{{ t('x') }}", x=FORMS)


def test_tables_become_dotted_keys_and_a_table_with_other_is_one_string(make_site: MakeSite) -> None:
    site = make_site(
        {
            "themes/mine/theme.toml": MANIFEST,
            "themes/mine/strings/en.toml": '[nav]\nhome = "Home"\n[count.stories]\none = "a"\nother = "b"\n',
        }
    )
    assert load(site).strings == {"nav.home": "Home", "count.stories": {"one": "a", "other": "b"}}


SPOKEN = {
    "themes/mine/theme.toml": MANIFEST,
    "themes/mine/templates/page.html": "{{ t('a') }} {{ t('b') }} {{ t('c') }}",
    "themes/mine/strings/en.toml": 'a = "en"\nb = "en"\nc = "en"\n',
    "themes/mine/strings/pt.toml": 'a = "pt"\nb = "pt"\n',
    "themes/mine/strings/pt-BR.toml": 'a = "pt-BR"\n',
}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("pt-BR", "pt-BR pt en"),
        ("pt-br", "pt-BR pt en"),
        ("pt", "pt pt en"),
        ("pt-PT", "pt pt en"),
        ("pt-BR-x-old", "pt-BR pt en"),
        ("PT", "pt pt en"),
        ("en", "en en en"),
        ("de", "en en en"),
    ],
)
def test_a_language_falls_back_to_its_relatives_and_then_to_english(
    language: str, said: str, make_site: MakeSite
) -> None:
    assert page(load(make_site(SPOKEN), language=language), language=language) == said


def test_a_parents_word_in_the_language_goes_before_a_childs_in_english(make_site: MakeSite) -> None:
    site = make_site(
        {
            **SPOKEN,
            "themes/child/theme.toml": MANIFEST + 'extends = "mine"\n',
            "themes/child/strings/en.toml": 'a = "child"\nb = "child"\nc = "child"\n',
        }
    )
    assert page(load(site, "child", language="pt")) == "pt pt child"


def test_the_default_theme_has_all_its_words_in_english(make_site: MakeSite) -> None:
    theme = load(make_site(), "counter", language="tlh")
    assert theme.strings
    assert all(isinstance(text, str) or "other" in text for text in theme.strings.values())

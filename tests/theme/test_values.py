"""What a template can show: views, escaped; words, dates and numbers in the site's language; addresses."""

import datetime as dt

import pytest

from generator.pages import Html
from tests.theme.making import Shown, page, shown, theme_of

HOSTILE = (
    "<script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    '\'" onmouseover="alert(1)',
    "{{ 7 * 7 }}",
    "{% include 'page.html' %}",
    "&lt;b&gt;",
)


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_is_text_and_nothing_else(title: str) -> None:
    html = shown(
        "<p title=\"{{ view.title }}\">{{ view.title }}</p>{% set t2 = view.title ~ '!' %}{{ t2 }}", Shown(title)
    )
    escaped = (
        title.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&#34;")
        .replace("'", "&#39;")
    )
    assert html == f'<p title="{escaped}">{escaped}</p>{escaped}!'


def test_html_that_the_generator_made_stands_as_it_is() -> None:
    assert shown("{{ view.body }}", Shown(body=Html("<p>a &amp; b</p>"))) == "<p>a &amp; b</p>"


def test_a_string_of_the_theme_is_text_too_and_so_is_what_fills_it() -> None:
    assert shown("{{ t('x', name=view.title) }}", Shown("<b>"), x="<i>{name}") == "&lt;i&gt;&lt;b&gt;"


def test_an_include_and_a_macro_escape_as_well() -> None:
    template = "{% macro say(word) %}<b>{{ word }}</b>{% endmacro %}{{ say(view.title) }}"
    assert shown(template, Shown("<i>")) == "<b>&lt;i&gt;</b>"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "April 22, 2024"),
        ("en-GB", "22 April 2024"),
        ("de", "22. April 2024"),
        ("pt-BR", "22 de abril de 2024"),
        ("pl", "22 kwietnia 2024"),
        ("ja", "2024年4月22日"),
        ("zh-Hant-TW", "2024年4月22日"),
        ("de-XX", "22. April 2024"),
        ("tlh", "April 22, 2024"),
    ],
)
def test_a_date_is_written_in_the_language_of_the_site(language: str, said: str) -> None:
    assert shown("{{ view.day|date }}", language=language) == said


def test_a_date_has_a_form_for_each_place() -> None:
    template = "{{ view.day|date('full') }}; {{ view.day|date('medium') }}; {{ view.day|date('short') }}"
    assert shown(template, language="de") == "Montag, 22. April 2024; 22.04.2024; 22.04.24"


def test_a_date_says_the_same_whichever_was_written_before_it() -> None:
    first, second = Shown(day=dt.date(2024, 1, 2)), Shown(day=dt.date(2024, 2, 1))
    template = "{{ view.day|date('short') }}"
    assert [shown(template, one, language=tag) for one in (first, second) for tag in ("en", "de")] == [
        "1/2/24",
        "02.01.24",
        "2/1/24",
        "01.02.24",
    ]


@pytest.mark.parametrize(("language", "said"), [("en", "12,345"), ("de", "12.345"), ("pl", "12\xa0345")])
def test_a_number_has_the_separators_of_the_language(language: str, said: str) -> None:
    assert shown("{{ view.count|number }}", language=language) == said


def test_a_path_gets_the_base_path_and_is_encoded() -> None:
    assert shown("{{ path('/') }} {{ path('/tags/grüße/') }}") == "/repo/ /repo/tags/gr%C3%BC%C3%9Fe/"


def test_options_and_the_frame_are_at_hand() -> None:
    theme = theme_of("{{ frame.title }} {{ options.accent }} {{ 'wide' if options.wide }}", accent="blue", wide=True)
    assert page(theme) == "Told blue wide"


def test_a_character_that_no_file_can_hold_is_no_reason_to_fail() -> None:
    assert shown("{{ view.title }}", Shown("half \ud800 a pair")) == "half ? a pair"


def test_the_end_of_a_template_is_kept_and_lines_of_mere_tags_leave_no_trace() -> None:
    assert shown("{% if view.title %}\n  <p>\n  {% endif %}\n</p>\n") == "  <p>\n</p>\n"

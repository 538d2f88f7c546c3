"""A mistake in a template is told so that its author can mend it: template, line, story, and the lines around."""

import pytest

from generator.errors import FirsthandError
from generator.theme import Theme
from generator.theme.load import Asset, Template
from tests.theme.making import Shown, page, refused, shown, theme_of


def test_a_mistake_is_told_with_template_line_story_and_the_lines_around_it() -> None:
    template = "<h1>\n{{ view.title }}\n</h1>\n<p>{{ view.titel }}</p>\n<hr>\n<footer>\n"
    said, *around = refused(template).splitlines()
    assert said.startswith("themes/mine/templates/page.html:4: Shown has no 'titel'. Did you mean 'title'?")
    assert said.endswith(" (while rendering content/stories/kettle.md)")
    assert around == [
        "         2 | {{ view.title }}",
        "         3 | </h1>",
        "    >    4 | <p>{{ view.titel }}</p>",
        "         5 | <hr>",
        "         6 | <footer>",
    ]


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ veiw.title }}", "'veiw' is not defined. Did you mean 'view'?"),
        ("{{ frame.titel }}", "Frame has no 'titel'. Did you mean 'title'?"),
        ("{{ options.acent }}", "has no 'acent'. Did you mean 'accent'?"),
        ("{{ view.dya|date }}", "Shown has no 'dya'. Did you mean 'day'?"),
        ("{{ view.cuont|number }}", "Shown has no 'cuont'. Did you mean 'count'?"),
        ("{% if view.bodi %}x{% endif %}", "Shown has no 'bodi'. Did you mean 'body'?"),
        ("{% for x in view.bodi %}x{% endfor %}", "Shown has no 'bodi'. Did you mean 'body'?"),
        ("{{ view.zzz }}", "Shown has no 'zzz'. (while"),
        ("{{ asset('style.cs') }}", "there is no asset 'style.cs'. Did you mean 'style.css'?"),
        ("{{ path('tags/') }}", "path() takes a path from the first slash on, not 'tags/'."),
        (
            "{{ view.title|date }}",
            "date takes a date and one of full, long, medium, short, day, month, year, not 'The kettle', 'long'.",
        ),
        (
            "{{ view.day|date('huge') }}",
            "date takes a date and one of full, long, medium, short, day, month, year, not ",
        ),
        ("{% include 'partials/crad.html' %}", "there is no template 'partials/crad.html' in the theme 'mine'."),
        ("{% if %}", "Expected an expression"),
        ("{{ view.title|datee }}", "No filter named 'datee'."),
        ("{% endif %}", "Encountered unknown tag 'endif'."),
        ("{{ 1 / 0 }}", "ZeroDivisionError: division by zero."),
        ("{{ view.title + 1 }}", "TypeError: "),
    ],
)
def test_what_is_wrong_is_said_in_words(template: str, said: str) -> None:
    theme = theme_of(f"first line\n{template}", assets={"style.css": Asset("style.css", "/x", b"")}, accent="blue")
    with pytest.raises(FirsthandError) as raised:
        page(theme)
    (problem,) = map(str, raised.value.problems)
    assert said in problem
    assert problem.startswith("themes/mine/templates/page.html:2: ")
    assert "(while rendering content/stories/kettle.md)" in problem
    assert f"\n    >    2 | {template}" in problem


def test_a_mistake_in_a_partial_is_told_of_the_partial_and_of_the_nearest_name() -> None:
    templates = {
        "page.html": Template("{% include 'card.html' %}", "themes/mine/templates/page.html"),
        "card.html": Template("\n\n{{ view.titel }}", "themes/parent/templates/card.html"),
        "list.html": Template("{% include 'crad.html' %}", "themes/mine/templates/list.html"),
        "broken.html": Template("{% include 'syntax.html' %}", "themes/mine/templates/broken.html"),
        "syntax.html": Template("\n{% iff %}", "themes/parent/templates/syntax.html"),
    }
    theme = Theme("mine", templates, {}, {}, {}, b"")
    said = {name: _said(theme, name) for name in ("page.html", "list.html", "broken.html", "pgae.html")}
    assert said["page.html"].startswith("themes/parent/templates/card.html:3: Shown has no 'titel'.")
    assert "no template 'crad.html' in the theme 'mine'. Did you mean 'card.html'?" in said["list.html"]
    assert said["list.html"].startswith("themes/mine/templates/list.html:1: ")
    assert said["broken.html"].startswith("themes/parent/templates/syntax.html:2: Encountered unknown tag 'iff'.")
    assert "there is no template 'pgae.html' in the theme 'mine'. Did you mean 'page.html'?" in said["pgae.html"]


def test_a_template_that_includes_itself_for_ever_is_a_problem() -> None:
    assert "RecursionError" in refused("{% include 'page.html' %}")


def test_a_field_may_be_asked_for_before_it_is_used() -> None:
    assert shown("{{ 'yes' if view.titel is defined else 'no' }}", Shown()) == "no"
    assert shown("{{ view.titel|default('none') }}", Shown()) == "none"


def _said(theme: Theme, template: str) -> str:
    with pytest.raises(FirsthandError) as raised:
        page(theme, template)
    return str(raised.value.problems[0])

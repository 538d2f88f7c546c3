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
        ("{{ options.acent }}", "there is no 'acent' here. Did you mean 'accent'?"),
        ("{{ view.dya|date }}", "Shown has no 'dya'. Did you mean 'day'?"),
        ("{{ view.cuont|number }}", "Shown has no 'cuont'. Did you mean 'count'?"),
        ("{% if view.bodi %}x{% endif %}", "Shown has no 'bodi'. Did you mean 'body'?"),
        ("{% for x in view.bodi %}x{% endfor %}", "Shown has no 'bodi'. Did you mean 'body'?"),
        ("{{ view.zzz }}", "Shown has no 'zzz'. It has title, day, body, count. (while"),
        ("{{ zzz }}", "'zzz' is not defined. Templates can use asset, frame, options, path, range, t and view."),
        ("{{ view.title.zzz }}", "text has no 'zzz'. (while"),
        ("{{ [1][5] }}", "this list has no item 5."),
        ("{{ asset('style.cs') }}", "there is no asset 'style.cs'. Did you mean 'style.css'?"),
        ("{{ path('tags/') }}", "path() needs a slash at the start. Write path('/tags/')."),
        ("{{ path(none) }}", "path() needs a text such as '/tags/', and this is none."),
        ("{{ view.title|date }}", "the filter 'date' needs a date, and this is text: 'The kettle'."),
        ("{{ view.title|number }}", "the filter 'number' needs a number, and this is text: 'The kettle'."),
        ("{{ view.day|date('lnog') }}", "'lnog' is not a form of a date. Did you mean 'long'?"),
        (
            "{{ view.day|date('huge') }}",
            "'huge' is not a form of a date. Use one of full, long, medium, short, day, month, year.",
        ),
        ("{% include 'partials/crad.html' %}", "there is no template 'partials/crad.html' in the theme 'mine'."),
        ("{{ view.title|datee }}", "there is no filter 'datee'. Did you mean 'date'?"),
        ("{{ [1]|map('datee')|list }}", "there is no filter 'datee'. Did you mean 'date'?"),
        ("{{ view.title is defnied }}", "there is no test 'defnied'. Did you mean 'defined'?"),
        ("{{ [1]|select('defnied')|list }}", "there is no test 'defnied'. Did you mean 'defined'?"),
        ("{{ 1 / 0 }}", "this divides by zero. Check the number first with {% if %}."),
        ("{{ view.title + 1 }}", "+ cannot join text and a number. Write ~ to join them as text."),
        ("{{ view.title - 1 }}", "- does not work with text and a number."),
        ("{{ view.title < 1 }}", "< cannot compare text with a number."),
        ("{{ 'a' in 5 }}", "'in' cannot search in a number."),
        ("{{ 5|length }}", "a number has no length."),
        ("{{ view.title|round }}", "text cannot be rounded."),
        ("{{ range('a') }}", "a whole number is needed here, and this is text."),
        ("{{ view.title() }}", "text cannot be called like a function. Remove the parentheses behind it."),
        ("{{ asset() }}", "a value is missing in the parentheses: 'name'."),
        ("{{ t() }}", "a value is missing in the parentheses: 'key'."),
        ("{{ t('a', 'b') }}", "there are too many values in the parentheses."),
        ("{{ view.title.upper(1) }}", "there are too many values in the parentheses."),
        ("{{ asset(nmae='x') }}", "there is no value named 'nmae' to give in the parentheses."),
        ("{% for x in 5 %}{% endfor %}", "a list is needed here, and this is a number."),
        (
            "{% for a, b in ['xyz'] %}{% endfor %}",
            "each item of this list needs 2 parts, one for each name in {% for %}.",
        ),
        ("{% macro m(a) %}{{ a.x }}{% endmacro %}{{ m() }}", "the macro is called without a value for 'a'."),
        ("{% macro m(a) %}{% endmacro %}{{ m(b=1) }}", "the macro 'm' takes no value 'b'."),
        ("{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}", "the macro 'm' takes at most 1 value."),
        (
            "{% block a %}{{ super() }}{% endblock %}",
            "super() has nothing to repeat: no template that this one extends",
        ),
        ("{% set view.title = 1 %}", "a template cannot change a value that it was given. Choose a name of your own,"),
        ("{{ [1].append(2) }}", "a template cannot change a list: .append() is not allowed. Make a new one"),
        ("{{ ''.__class__ }}", "a template may not use '__class__'."),
        ("{{ range(100001) }}", "range() makes at most 100,000 numbers."),
        ("{{ '%d'|format('x') }}", "this does not work (TypeError: %d format: a real number is required, not str)."),
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
    assert said["broken.html"].startswith("themes/parent/templates/syntax.html:2: there is no tag {% iff %}.")
    assert "there is no template 'pgae.html' in the theme 'mine'. Did you mean 'page.html'?" in said["pgae.html"]


def test_a_template_that_includes_itself_for_ever_is_a_problem() -> None:
    said = refused("{% include 'page.html' %}")
    assert "themes/mine/templates/page.html:1: this template includes or calls itself without an end." in said


def test_a_macro_that_is_not_there_is_told_with_the_nearest_one() -> None:
    templates = {
        "page.html": Template("{% from 'box.html' import bxo %}{{ bxo() }}", "themes/mine/templates/page.html"),
        "box.html": Template("{%- macro box() %}{% endmacro %}", "themes/mine/templates/box.html"),
    }
    said = _said(Theme("mine", templates, {}, {}, {}, b""), "page.html")
    assert "page.html:1: the template 'box.html' has no macro 'bxo'. Did you mean 'box'?" in said


def test_a_template_that_a_theme_lacks_comes_with_the_way_to_get_all_of_them() -> None:
    said = _said(theme_of("x"), "story.html")
    assert said.startswith(
        "themes/mine/templates/story.html: there is no template 'story.html' in the theme 'mine'."
        ' Add it, or write extends = "counter" in theme.toml. (while'
    )


def test_a_field_may_be_asked_for_before_it_is_used() -> None:
    assert shown("{{ 'yes' if view.titel is defined else 'no' }}", Shown()) == "no"
    assert shown("{{ view.titel|default('none') }}", Shown()) == "none"


def _said(theme: Theme, template: str) -> str:
    with pytest.raises(FirsthandError) as raised:
        page(theme, template)
    return str(raised.value.problems[0])

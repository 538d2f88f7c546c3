"""A syntax error in a template is said in plain words, at the line where its author has to look."""

import pytest

from tests.theme.making import refused


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{% if view.title %}", "{% if %} is not closed. Write {% endif %} where it ends."),
        ("{% endif %}", "{% endif %} has nothing to close: there is no open {% if %} before it."),
        ("{% else %}", "{% else %} belongs between {% if %} and {% endif %}."),
        ("{% iff view.title %}", "there is no tag {% iff %}. Did you mean 'if'?"),
        ("{% if 1 %}{% esle %}{% endif %}", "there is no tag {% esle %}. Did you mean 'else'?"),
        ("{% trans %}", "there is no tag {% trans %}."),
        ("{% if %}x{% endif %}", "a value is missing before %}."),
        ("{% for x in %}{% endfor %}", "a value is missing before %}."),
        ("{{ }}", "a value is missing before }}."),
        ("{{ view.title", "the file ends inside a tag. Write }} where the tag ends."),
        ("{% if view.title", "the file ends inside a tag. Write %} where the tag ends."),
        ("{{ view.title </h1>", "'/' does not belong here. Perhaps }} or %} is missing before it."),
        ("{{ view.title %}", "'}' does not belong here. End a tag as it starts: {{ … }} or {% … %}."),
        ("{{ {{ view.title }} }}", "':' is missing before '}'. If you wrote {{ inside another tag, remove it."),
        ("{{ view.title view.day }}", "'view' does not belong here. To write two values, join them with ~."),
        ("{% if 1 2 %}{% endif %}", "a number does not belong here. Join two conditions with 'and' or 'or'."),
        ("{% if view.title = 1 %}{% endif %}", "one = does not compare. Write == to ask whether two values are equal."),
        ("{% for x %}{% endfor %}", "'in' is missing before '%}'."),
        ("{{ asset('a' view.title) }}", "',' is missing before 'view'."),
        ("{{ (view.title }}", "')' is missing before '}'."),
        ("{{ view.title) }}", "')' has nothing to close."),
        ("{{ view. }}", "a name is missing after the dot."),
        ("{{ view.title| }}", "a name is missing before '}}'."),
        ("{{ view.title ? 1 : 2 }}", "'?' does not belong here."),
        ("{{ t('home }}", "a text starts with ' and does not end."),
        ('{{ t("home }}', 'a text starts with " and does not end.'),
        ("{# note", "{# is not closed. Write #} where the comment ends."),
        ("{% raw %}x", "{% raw %} is not closed. Write {% endraw %} where it ends."),
        ("{% %}", "{% and %} are empty. Write a tag between them, such as {% if … %}."),
        ("{% block a-b %}{% endblock %}", "the name of a block cannot have a hyphen. Write an underscore instead."),
        ("{% block a %}{% endblock %}" * 2, "two blocks are called 'a'. Give one of them another name."),
        ("{% set 'a' = 1 %}", "{% set %} and {% for %} need a name of your own on the left."),
        ("{% macro m(a=1, b) %}{% endmacro %}", "values with a default, such as size=3, come after the others."),
        ("{{ t(count=1, 'x') }}", "values with a name, such as count=3, come after the others."),
        ("{{ 1 is odd is even }}", "one value can have one test only. Join two tests with 'and'."),
        ("{% call x %}{% endcall %}", "{% call %} needs a macro with parentheses, such as {% call box() %}."),
        ("{% for loop in [1] %}{% endfor %}", "'loop' is a name of Jinja. Choose another name in {% for %}."),
        ("{% from 'page.html' import _x %}", "a name that starts with _ cannot be imported."),
        ("{% autoescape false %}", "escaping cannot be turned off. Remove {% autoescape %}."),
        ("{{ view.title|safe }}", "themes cannot use the filter 'safe'. HTML in a view is written as HTML without it."),
    ],
)
def test_a_syntax_error_is_said_in_words(template: str, said: str) -> None:
    assert refused(f"one\n{template}").startswith(f"themes/mine/templates/page.html:2: {said} (while rendering ")


def test_a_tag_that_is_not_closed_is_told_at_the_line_where_it_begins() -> None:
    said = refused("{% if 1 %}{% endif %}\n{% for x in [1] %}\n{% if x %}\n{% endif %}\n<p>\n</p>\n")
    assert said.startswith("themes/mine/templates/page.html:2: {% for %} is not closed.")
    assert "\n    >    2 | {% for x in [1] %}\n" in said


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (
            "{% block a %}\n{% if 1 %}\n{% if 2 %}{% endif %}\n{% endblock %}",
            "the {% if %} on line 2 is not closed yet.",
        ),
        ("{% block a %}\n{% set b %}\n{% set c = 1 %}\n{% endblock %}", "the {% set %} on line 2 is not closed yet."),
    ],
)
def test_a_tag_that_closes_too_early_names_the_line_of_the_open_one(template: str, said: str) -> None:
    start = "themes/mine/templates/page.html:4: {% endblock %} comes too early: "
    assert refused(template).startswith(f"{start}{said} Write {{% end")


def test_a_second_else_names_the_line_of_its_if() -> None:
    said = refused("{% if 1 %}\n{% else %}\n{% else %}\n{% endif %}")
    assert said.startswith(
        "themes/mine/templates/page.html:3: {% else %} does not belong here:"
        " the {% if %} on line 1 has an {% else %} already."
    )

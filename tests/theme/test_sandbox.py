"""A theme from anywhere can show a site and do nothing else: no way out of the sandbox, no clock, no dice."""

import pytest

from generator.errors import FirsthandError
from generator.theme.load import Template, Theme
from tests.theme.making import page, refused, shown

ESCAPES = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ view.__class__ }}",
    "{{ view['__class__'] }}",
    "{{ view|attr('__class__') }}",
    "{{ view.title.__class__.__base__ }}",
    "{{ view.__struct_fields__ }}",
    "{{ (1).__class__ }}",
    "{{ view.day.__class__ }}",
    "{{ asset.__globals__ }}",
    "{{ asset.__closure__[0].cell_contents }}",
    "{{ path.__code__ }}",
    "{{ t.__call__.__func__.__globals__ }}",
    "{{ t._strings }}",
    "{{ t.__init__.__globals__ }}",
    "{{ range.__self__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ dict.__base__ }}",
    "{{ '{0.__class__}'.format(view) }}",
    "{{ '{x.__class__.__init__.__globals__}'.format(x=view) }}",
    "{{ '{x.__class__}'.format_map({'x': view}) }}",
    "{{ ('{0.__class__}'|attr('format'))(view) }}",
    "{% set f = '{0.__class__}'.format %}{{ f(view) }}",
    "{{ ['{0.__class__}'.format]|map('first') }}{{ '{0.__class__}'['format'](view) }}",
    "{{ [view, view]|sort(attribute='__class__') }}",
    "{{ [view]|selectattr('__class__')|list }}",
    "{{ [view]|sum(attribute='__class__') }}",
    "{{ '%s'|format(view.__class__) }}",
    "{{ view.body.__html__ }}",
    "{{ options.update({'accent': 'red'}) }}",
    "{{ options.clear() }}",
    "{{ options.pop('accent') }}",
    "{{ [].append(1) }}",
    "{% do options.clear() %}",
    "{% set view.title = 'x' %}",
    "{% include '/etc/passwd' %}",
    "{% include '../theme.toml' %}",
    "{% import 'os' as os %}",
    "{% extends view %}",
    "{{ range(100001)|length }}",
    "{{ view.title.encode.__self__ }}",
    "{{ (view.title for x in [1]).gi_frame }}",
    "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{% call m() %}{% endcall %}",
    "{{ loop.__class__ }}",
)


@pytest.mark.parametrize("template", ESCAPES)
def test_no_template_reaches_beyond_what_it_is_given(template: str) -> None:
    templates = {"page.html": Template(template, "themes/mine/templates/page.html")}
    theme = Theme("mine", templates, {}, {}, {"accent": "blue"}, b"")
    with pytest.raises(FirsthandError) as raised:
        page(theme)
    assert str(raised.value).startswith("themes/mine/templates/page.html:1: ")
    assert theme.options == {"accent": "blue"}


@pytest.mark.parametrize(
    "expression",
    [
        "'x' * 10**10",
        "10**10 * 'x'",
        "[1, 2] * 10**9",
        "(1,) * 10**9",
        "9**(9**9)",
        "2**(2**30)",
        "(-3)**(10**8)",
        "(2**999_000) * (2**999_000)",
        "'x' * view.count**2",
        "range(100001)",
    ],
)
def test_what_would_take_all_memory_or_for_ever_is_a_located_problem(expression: str) -> None:
    templates = {"page.html": Template(f"\n{{{{ ({expression})|length }}}}", "themes/mine/templates/page.html")}
    with pytest.raises(FirsthandError) as raised:
        page(Theme("mine", templates, {}, {}, {}, b""))
    assert str(raised.value).startswith("themes/mine/templates/page.html:2: ")
    assert "too large" in str(raised.value) or "at most 100,000 numbers" in str(raised.value)


@pytest.mark.parametrize(
    ("expression", "result"),
    [("'ab' * 3", "ababab"), ("3 * 'ab'", "ababab"), ("2**10", "1024"), ("1**10**9", "1"), ("2**-1", "0.5"),
     ("view.count * 1.5", "18517.5"), ("'x' * -1", ""), ("10**18 * 10", "10000000000000000000"), ("true * 3", "3")],
)  # fmt: skip
def test_sums_that_a_page_may_need_are_done(expression: str, result: str) -> None:
    templates = {"page.html": Template(f"{{{{ {expression} }}}}", "themes/mine/templates/page.html")}
    assert page(Theme("mine", templates, {}, {}, {}, b"")) == result


@pytest.mark.parametrize(
    "template",
    [
        "{{ [view]|map(attribute='__class__')|list }}",
        "{{ [view]|map('attr', '__class__')|list }}",
        "{{ [view]|groupby('__class__')|map('first')|list }}",
    ],
)
def test_a_list_of_forbidden_attributes_is_a_list_of_nothing(template: str) -> None:
    assert shown(template) == "[Undefined]"


@pytest.mark.parametrize("call", ["view.day.today()", "view.day['today']()", "(view.day|attr('today'))()"])
def test_no_template_reads_the_clock(call: str) -> None:
    assert "while rendering" in refused(f"{{{{ {call} }}}}")


@pytest.mark.parametrize("filter_", ["safe", "random", "pprint"])
def test_filters_that_unescape_or_throw_dice_are_not_there(filter_: str) -> None:
    assert f"themes cannot use the filter '{filter_}'." in refused(f"{{{{ view.title|{filter_} }}}}")


def test_no_template_turns_escaping_off() -> None:
    said = refused("\n{%- autoescape false %}{{ view.title }}{% endautoescape %}")
    assert said.startswith("themes/mine/templates/page.html:2: escaping cannot be turned off.")


def test_nothing_of_jinjas_own_is_left_but_range() -> None:
    for name in ("lipsum", "cycler", "joiner", "namespace", "dict", "config", "request"):
        assert f"'{name}' is not defined." in refused(f"{{{{ {name} }}}}")
    assert shown("{{ range(3)|list }}") == "[0, 1, 2]"


def test_a_list_of_values_can_be_cut_grouped_and_joined_as_ever() -> None:
    template = "{{ [view, view]|map(attribute='title')|unique|join(', ') }} {{ 'a%s'|format(1) }} {{ '{}'.format(2) }}"
    assert shown(template) == "The kettle a1 2"

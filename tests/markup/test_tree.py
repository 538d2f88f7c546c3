"""The tree holds what the policy allows, whatever it is read from: a second filter after nh3."""

import pytest

from generator.markup.engine import python_markdown
from generator.markup.source import Source, clean
from generator.markup.tree import DEEPEST, MORE, Element, TooDeepError, read
from generator.markup.writer import Writer
from tests.markup.judge import faults
from tests.markup.vectors import VECTORS


def shown(element: Element) -> str:
    """An element as a line: its tag, its attributes, its children."""
    attributes = "".join(f" {name}={value}" for name, value in element.attributes.items())
    children = ", ".join(repr(child) if isinstance(child, str) else shown(child) for child in element.children)
    return f"{element.tag}{attributes}({children})"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One <em>two</em></p>", "main(p('One ', em('two')))"),
        ("a &lt;b&gt; &amp;amp;", "main('a <b> &amp;')"),
        ("<p onclick=x style=y title=''>z</p>", "main(p('z'))"),
        ("<a href='x' class='footnote-ref big'>y</a>", "main(a href=x class=footnote-ref('y'))"),
        ("<code class='language-c++ wide'>y</code>", "main(code class=language-c++('y'))"),
        ("<td>x</td><table><tr><td align=RIGHT class=x>y", "main('x', table(tbody(tr(td class=align-right('y')))))"),
        ("<script>x</script><svg><g>y</g></svg><x-y>z</x-y>", "main()"),
        ("<template><b>x</b></template>", "main()"),
        ("a<!-- x -->b<!--MORE -->c", "main('a', 'b', !more(), 'c')"),
        ("<ol reversed><li>x</ol>", "main(ol reversed=(li('x')))"),
        ("<p>a\x01b\ufdd0c</p>", "main(p('abc'))"),
    ],
)
def test_a_tree_holds_what_is_allowed(html: str, expected: str) -> None:
    assert shown(read(html)[0]) == expected


def test_all_elements_are_listed_in_the_order_of_the_text() -> None:
    elements = read("<ul><li><em>a</em></li><li>b</li></ul><p>c</p>")
    assert [element.tag for element in elements] == ["main", "ul", "li", "em", "li", "p"]


@pytest.mark.parametrize("text", VECTORS)
def test_the_tree_alone_holds_back_all_that_is_active(text: str) -> None:
    writer = Writer(Source("content/x.md", clean(text)), "")
    writer.write(read(python_markdown(clean(text)))[0])
    html = "".join(piece for piece in writer.pieces if isinstance(piece, str))
    assert [fault for fault in faults(html) if "invalid-codepoint" not in fault] == []  # nh3 decodes these


def test_html_that_is_too_deep_is_refused() -> None:
    assert len(read("<div>" * (DEEPEST - 1))) == DEEPEST
    with pytest.raises(TooDeepError):
        read("<div>" * 5_000)


def test_no_html_is_an_empty_tree() -> None:
    assert shown(read("")[0]) == "main()"
    assert MORE not in {element.tag for element in read("<!-- less -->")}

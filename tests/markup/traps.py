"""Texts that take Python-Markdown, or an HTML parser, very long: units that are repeated, and forms that grow.

Found by repeating and combining the signs of Markdown at growing lengths. Times are those of Python-Markdown 3.11
alone, for 20,000 characters or as said; most grow with the square of the length.
"""

from collections.abc import Callable

UNITS = (
    "[",  # minutes
    "![",
    "[[",
    "[a](",  # 5 s
    "[a](b",
    "[a](<",
    "[a]((",
    "[a][",
    "[^1",
    "[`a`",
    "![[--[a](b 'c') ",
    "\\#\n- [a][ ",
    "``a`",  # 4 s: a run of backticks without its equal
    "`",
    "\\`",
    "\\\\",
    "\\#",
    "<a ",  # 4 s: each reads to the end of the text
    "<a\n",
    "<a b='",
    "<x/",
    "<div ",
    "<![CDATA[",
    "<![",
    "<!--",
    "<?",
    "<b><!--a-->\n",  # 6 s: comments times open tags times length
    "<i></p>",
    "<b>",
    "</div>",
    "<div>a</div>\n",
    "&#1",
    "&",
    "*",
    "*a",
    "*_",
    "**a*b",
    "_",
    "> ",
    ">\n",
    "- ",
    "- a\n",  # 1,000,000 characters: 15 s
    "1. a\n",
    "+ * - ",
    "-\n",  # 3 s: each rule is cut out, and the rest read again
    "#\n",
    "# a\n",
    "a\n=\n",
    "---\n",
    "a|b\n-|-\n",
    "|",
    "\\|",
    "`a` |",
    ": ",
    "a\n: b\n",  # RecursionError at 3,000 characters
    "```\n",
    "``` a\n",
    "~~~\na\n",
    '``` hl_lines="1\n',
    "```{a}}\n",
    "[a]: b\n",
    "\n[a]: ",
    "> a\nb\n[a]: c\n",
    "[a]: b\n  'c'\n",
    "[^1]: a\n",
    "[^1]",
    "[^1]\n\n",
    "a\n\n",
    "a  \n",
    "a\t\n",
    '"\n\t\n',
    "'a \"",
    "{: ",
    "*a*{: ",
    "://",
    "--",
    "\t",
    "\r",
    "\0",
    "\f",
    "\u2028",
    "\x02klzzwxh:0000\x03",
    "é",
    "😀",
    "a",
    "The quick *brown* [fox](https://x.example) jumps. ",
    "The quick *brown* [fox](https://x.example) jumps.\n\n",
)

FORMS: dict[str, Callable[[int], str]] = {
    "quotes in quotes": lambda n: ">" * n,
    "lists in lists, one line": lambda n: "1. " * (n // 3) + "a",
    "lists in lists, a line each": lambda n: "\n".join("    " * i + "- a" for i in range(int((n / 2) ** 0.5))),
    "lists in lists after a rule": lambda n: "- " * (n // 2) + "x" + "- " * (n // 2),
    "quotes and lists": lambda n: "> - " * (n // 4),
    "brackets in brackets": lambda n: "[" * (n // 2) + "]" * (n // 2),
    "links in links": lambda n: "[a" * (n // 7) + "](b)" * (n // 7),
    "emphasis in emphasis": lambda n: "*a " * (n // 5) + "b*" * (n // 5),
    "a wide and long table": lambda n: _table(n // 6),
    "ever longer backticks": lambda n: " ".join("`" * i for i in range(1, int((2 * n) ** 0.5))),
    "ever longer fences": lambda n: "\n".join("`" * i + "a" for i in range(3, int((2 * n) ** 0.5))),
    "terms without end": lambda n: "a\n" * (n // 2) + ": b\n",
    "footnotes": lambda n: (
        "".join(f"[^{i}]" for i in range(n // 20)) + "\n\n" + "\n".join(f"[^{i}]: x" for i in range(n // 20))
    ),
    "footnotes in footnotes": lambda n: "[^1]\n\n" + "\n".join(f"[^{i}]: [^{i + 1}]" for i in range(n // 14)),
    "tags in tags": lambda n: "<div>\n" * (n // 6),
    "formatting that is never closed": lambda n: "".join(f"<b id={i}>" for i in range(n // 20)) + "<p>x" * (n // 8),
    "paragraphs that open formatting anew": lambda n: (
        "<div>\n<p>" + "".join(f"<b id={i}>" for i in range(n // 20)) + "<p>x" * (n // 8)
    ),
    "tags closed in the wrong order": lambda n: (
        "<div>\n" + "".join(f"<b id={i}>{'<div>' * 10}</b>{'</div>' * 10}" for i in range(n // 130))
    ),
    "attributes without end": lambda n: "<b " + " ".join(f"a{i}=1" for i in range(n // 8)) + ">",
    "empty lines before a tag": lambda n: "\n" * n + "<p>",
    "empty lines in code": lambda n: "```\n" + "\n" * n + "```",
    "an address without end": lambda n: "[a](" + "b" * n + ")",
    "links with lines to be found": lambda n: "".join(f"[a](b\\_{i})" for i in range(n // 12)),
    "headings of one name": lambda n: "## a\n\n" * (n // 6),
}


def _table(columns: int) -> str:
    return "|".join("a" * columns) + "\n" + "|".join("-" * columns) + "\n" + "c\n" * columns

"""Texts that would take too long are refused, with the line; texts that people write are not."""

import pytest

from generator.markup.guards import DEEPEST, LONGEST, MOST_OPEN_BRACKETS, find_traps
from generator.markup.source import Source
from tests.markup.reading import body_of, told

ROW = "| [Acme](../companies/acme.md) | `E-4711` | 12 -- 14 | *late* | 3.50 |\n"


def traps(text: str) -> list[str]:
    return [str(problem).removeprefix("content/x.md") for problem in find_traps(Source("content/x.md", text))]


def test_a_text_over_a_megabyte_is_refused() -> None:
    assert traps("é" * (LONGEST // 2)) == []
    assert traps("é" * (LONGEST // 2) + "x") == [
        ": this text is 1.0 MB long, and the limit is 1 MB. Split it, or put the long part into a file and link to it."
    ]


def test_a_paragraph_of_open_brackets_is_refused_with_its_line() -> None:
    text = "One.\n\n" + "[ " * MOST_OPEN_BRACKETS
    assert traps(text) == []
    assert traps(text + "[") == [
        (
            ":3: this paragraph has 1,001 brackets [ without a closing ]. Write \\[ for a bracket that starts no link. "
            "If this is not Markdown, put it between two lines of ```."
        )
    ]


def test_the_way_out_that_a_hint_shows_is_one() -> None:
    assert traps("One.\n\n" + "\\[ " * 2_000) == []
    assert traps("One.\n\n```\n" + "[ " * 2_000 + "\n```\n") == []
    assert told("```\n" + "[ " * 2_000 + "\n```") == []


@pytest.mark.parametrize("line", ["> ", "1. ", "+ * - ", "> - "])
def test_lists_and_quotes_have_a_depth(line: str) -> None:
    deep = line * (DEEPEST // len(line.split())) + "a"
    assert traps(f"One.\n\n{deep}") == []
    assert traps(f"One.\n\n{line}{deep}") == [
        ":3: this list or quotation is more than 50 levels deep. If this is not Markdown, put it between two lines of ```."
    ]


def test_a_list_has_a_depth_when_each_of_its_lines_is_further_in() -> None:
    assert traps("\n".join("    " * depth + "- a" for depth in range(DEEPEST)) + "\n") == []
    assert len(traps("\n".join("    " * depth + "- a" for depth in range(DEEPEST + 1)) + "\n")) == 1
    assert len(traps("\n".join("\t" * depth + "- a" for depth in range(DEEPEST + 1)) + "\n")) == 1


@pytest.mark.parametrize("rule", ["- " * 60, "* " * 60, "-" * 200, "_ " * 60])
def test_a_long_rule_is_not_taken_for_a_deep_list(rule: str) -> None:
    assert traps(f"One.\n\n{rule}\n\nTwo.") == []


def test_an_open_mark_is_looked_for_in_vain_only_so_often() -> None:
    found = traps("One.\n\n" + "<a " * 5_000)
    assert found[0].startswith(
        ":3: the Markdown of this paragraph would take too long to read. Close everything that you open"
    )


def test_tables_have_a_size() -> None:
    wide = "|".join("a" * 300) + "\n" + "|".join("-" * 300) + "\n" + "b\n" * 300
    assert traps(wide)[0].startswith(":1: the tables of this text have more than 10,000 cells.")


def test_definitions_need_blank_lines_when_they_are_many() -> None:
    assert traps("a\n: b\n" * 100) == []
    assert traps("a\n: b\n" * 101)[0].startswith(
        ":1: more than 100 definitions follow each other here without a blank line."
    )
    assert traps("a\n: b\n\n" * 101) == []
    assert traps("a\n" * 6_000 + ": b")[0].startswith(":1: more than 5,000 lines of terms")


def test_footnotes_have_a_number() -> None:
    notes = "".join(f"One[^{n}].\n\n[^{n}]: Two.\n\n" for n in range(1_501))
    assert traps(notes)[0].startswith(": this text has more than 1,500 footnotes.")
    assert traps("[^1]\n\n" * 3_000 + "[^1]: a")[0].startswith(
        ": the text refers to the footnote [^1] more than 300 times."
    )


def test_marks_have_a_number() -> None:
    assert traps("*a*\n\n" * 20_000) == [
        (
            ": this text has 80,000 signs of Markdown, such as * and _, and the limit is 40,000. "
            "If this is not Markdown, put it between two lines of ```."
        )
    ]


def test_a_text_that_is_refused_has_no_pieces_and_no_facts() -> None:
    body = body_of("[" * 2_000, first_line=7)
    assert (body.pieces, body.words, body.first_paragraph) == ((), 0, "")
    assert body.problems[0].at.line == 7


@pytest.mark.parametrize(
    "text",
    [
        ROW + "|---|---|---|---|---|\n" + ROW * 500,
        "- [ ] buy *milk* at [Acme](https://acme.example/a?b=c)\n" * 1_000,
        "".join(f"[{n}]: https://x.example/{n} 'Title {n}'\n" for n in range(2_000)),
        '> She said "no" [twice](a.md) -- `so` there.\n>\n' * 500,
        "Some *words* and a [link](https://x.example/y), then <kbd>more</kbd> of them & so on. " * 8 + "\n\n",
        ("A sentence with *one* mark in fifty characters or so. " * 12 + "\n\n") * 400,
        "```\n" + "x = a[b[0]] < c(d) # `e` *f*\n" * 5_000 + "```\n",
        "    " + "x = a[b[0]] < c(d) # `e` *f*\n    " * 500,
        "# a\n\nText.\n\n" * 500,
        "Term\n:   Meaning, with *some* words.\n\n" * 500,
        "".join(f"One[^{n}].\n\n[^{n}]: Two.\n\n" for n in range(300)),
        "<p>Imported <b>HTML</b>, <a href='https://x.example'>as it comes</a>.</p>\n" * 500,
    ],
)
def test_long_texts_of_the_kind_that_people_write_pass(text: str) -> None:
    assert traps(text) == []

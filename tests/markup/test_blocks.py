"""The guards see the blocks that Python-Markdown will see."""

import pytest

from generator.markup.blocks import blocks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\ntwo\n\n\nthree", [(0, "one\ntwo"), (10, "three")]),
        ("\n\none\n \ntwo\n", [(2, "one"), (8, "two")]),
        ("", []),
        ("one\n```\n[[[\n```\ntwo", [(0, "one"), (16, "two")]),
        ("~~~ python\n[\n\n[\n~~~\ntwo", [(20, "two")]),
        ("````\n```\n[\n````\ntwo", [(16, "two")]),
        ("```\n[\n```` \ntwo", [(0, "```\n[\n```` \ntwo")]),
        ("```\n[\n\ntwo", [(0, "```\n["), (7, "two")]),
        (" ```\n[\n ```", [(0, " ```\n[\n ```")]),
        ("```a b\n[\n```", [(0, "```a b\n[\n```")]),
        ("```\n```\ntwo", [(8, "two")]),
        ("~~~\n```\n~~~\ntwo\n```", [(12, "two\n```")]),
    ],
)
def test_blocks_are_parted_by_blank_lines_and_fenced_code_is_left_out(
    text: str, expected: list[tuple[int, str]]
) -> None:
    assert [tuple(block) for block in blocks(text)] == expected


@pytest.mark.parametrize("fence", ["``` {.python}", '``` hl_lines="1"'])
def test_where_a_fence_is_uncertain_nothing_is_left_out(fence: str) -> None:
    text = f"{fence}\n[\n```\n[ [\n```"
    assert "".join(block.text for block in blocks(text)).count("[") == 3

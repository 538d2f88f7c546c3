"""Every link between pages of the documentation leads somewhere."""

from pathlib import Path

import pytest

from tests.docs.reading import DOCS, all_pages, anchors, links, read
from tests.modules import CHECKOUT


@pytest.mark.parametrize("page", all_pages(), ids=lambda page: page.relative_to(CHECKOUT).as_posix())
def test_every_link_leads_to_a_file_and_a_heading_that_there_are(page: Path) -> None:
    for target in links(page):
        if target.startswith(("http://", "https://", "mailto:")):
            continue
        path, _, fragment = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there.exists(), target
        assert there.is_relative_to(CHECKOUT), target
        assert not fragment or fragment in anchors(there), target


def test_every_page_and_picture_is_linked_from_another() -> None:
    linked = {
        (page.parent / target.partition("#")[0]).resolve()
        for page in all_pages()
        for target in links(page)
        if not target.startswith(("http", "mailto", "#"))
    }
    there = {path for path in DOCS.rglob("*") if path.is_file()}
    assert there <= linked


def test_decisions_are_numbered_without_a_gap_and_have_their_three_parts() -> None:
    records = sorted((DOCS / "decisions").iterdir())
    assert [record.name[:4] for record in records] == [f"{number:04}" for number in range(1, len(records) + 1)]
    for record in records:
        text = read(record)
        assert text.startswith(f"# {record.name[:4]}: ")
        assert [part in text for part in ("**Context.**", "**Decision.**", "**Consequence.**")] == [True] * 3

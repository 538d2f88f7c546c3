"""The pages of the reference and the explanation have a form that readers can rely on."""

import re
from pathlib import Path

import pytest

from tests.docs.reading import EXPLANATION, REFERENCE, read

PAGES = sorted((*REFERENCE.glob("*.md"), *EXPLANATION.glob("*.md")))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_starts_with_one_sentence_that_says_what_is_on_it(page: Path) -> None:
    title, sentence, *_ = read(page).split("\n\n")
    assert re.fullmatch(r"# .+", title)
    assert re.fullmatch(r"This page (lists|describes|explains) [^.]+(\.toml[^.]*)?\.", sentence)

"""Every picture of the documentation is made by docs/pictures/make.py, and is small."""

import importlib.util
import re

import pytest

from tests.docs.reading import all_pages, links

if importlib.util.find_spec("pty") is None:
    pytest.skip("the pictures are made in a terminal of Linux or macOS", allow_module_level=True)

from tests.docs.picturing import PICTURES, PREVIEWED, PUBLISHED, SAMPLE

LARGEST = 200_000


def test_the_pages_show_the_pictures_that_are_made_and_no_others() -> None:
    shown = {found[1] for page in all_pages() for link in links(page) if (found := re.search(r"([\w-]+\.png)$", link))}
    assert shown == {*PREVIEWED, PUBLISHED, SAMPLE}
    assert {path.name for path in PICTURES.glob("*.png")} == shown


@pytest.mark.parametrize("name", [*PREVIEWED, PUBLISHED, SAMPLE])
def test_a_picture_is_small(name: str) -> None:
    assert (PICTURES / name).stat().st_size < LARGEST

"""The sample site, checked out with the line ends of Windows."""

import shutil
from pathlib import Path

import pytest

from tests.running import CHECKOUT
from tests.sites import SiteUnderTest
from tests.slow.conftest import ADDRESS, NOW

pytestmark = pytest.mark.slow


def test_the_sample_site_with_the_line_ends_of_windows_is_the_same_to_the_byte(
    sample: SiteUnderTest, tmp_path: Path
) -> None:
    shutil.copytree(CHECKOUT / "content", tmp_path / "content")
    shutil.copy(CHECKOUT / "site.toml", tmp_path)
    texts = [tmp_path / "site.toml", *tmp_path.rglob("*.md")]
    for path in texts:
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert len(texts) > 50
    site = SiteUnderTest(tmp_path)
    site.now = NOW
    site.build(url=ADDRESS)
    assert site.tree() == sample.tree()

"""What tests share: a site on disk whose whole content stands in the test."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.sites import SiteUnderTest

MakeSite = Callable[..., SiteUnderTest]


@pytest.fixture
def make_site(tmp_path: Path) -> MakeSite:
    """make_site({path: text}) writes a site; site.toml is a small default unless given."""

    def make(files: Mapping[str, str | bytes] | None = None, *, folder: str = "site") -> SiteUnderTest:
        return SiteUnderTest.written(tmp_path / folder, files or {})

    return make

"""What tests share: a site on disk whose whole content stands in the test."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.sites import SiteUnderTest

# How fast a machine is decides no test; deterministic examples keep one machine's green another's.
settings.register_profile("firsthand", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("firsthand")

MakeSite = Callable[..., SiteUnderTest]


@pytest.fixture
def make_site(tmp_path: Path) -> MakeSite:
    """make_site({path: text}) writes a site; site.toml is a small default unless given."""

    def make(files: Mapping[str, str | bytes] | None = None, *, folder: str = "site") -> SiteUnderTest:
        return SiteUnderTest.written(tmp_path / folder, files or {})

    return make

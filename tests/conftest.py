"""What tests share: a site on disk whose whole content stands in the test."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from generator.theme.render import Sandbox
from tests.sites import SiteUnderTest

# How fast a machine is decides no test; deterministic examples keep one machine's green another's.
settings.register_profile("firsthand", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("firsthand")

MakeSite = Callable[..., SiteUnderTest]


@pytest.fixture(scope="session", autouse=True)
def _templates_are_compiled_once() -> Iterator[None]:
    """To compile the theme's templates takes half of a small site's build, and these tests build thousands."""
    compile_anew, made = Sandbox.compile, dict[tuple[object, ...], Any]()

    def compiled(self: Sandbox, source: Any, name: Any = None, filename: Any = None, **options: Any) -> Any:
        key = (source, name, filename, *options.items())
        if key not in made:
            made[key] = compile_anew(self, source, name, filename, **options)
        return made[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Sandbox, "compile", compiled)
        yield


@pytest.fixture
def make_site(tmp_path: Path) -> MakeSite:
    """make_site({path: text}) writes a site; site.toml is a small default unless given."""

    def make(files: Mapping[str, str | bytes] | None = None, *, folder: str = "site") -> SiteUnderTest:
        return SiteUnderTest.written(tmp_path / folder, files or {})

    return make

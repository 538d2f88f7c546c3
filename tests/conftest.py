"""What tests share: a site on disk whose whole content stands in the test."""

import os
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

NOT_ON_WINDOWS = {
    "checks/test_windows.py": "names of files that Windows cannot store",
    "cli/test_alone.py": "terminals",
    "cli/test_asking.py": "terminals",
    "cli/test_next_step.py": "terminals",
    "cli/test_port.py": "Ctrl-C sent to another program",
    "cli/test_progress.py": "terminals",
    "hostile/test_files.py": "pipes, sockets, and names that Windows cannot store",
    "images/test_hostile.py": "a limit of memory",
    "load/test_read.py": "pipes, and names that Windows cannot store",
    "slow": "programs of Linux",
    "test_ci_workflows.py": "bash",
    "test_make.py": "make",
    "test_serve.py": "Ctrl-C sent to another program",
    "test_workflow.py": "bash",
}
"""Tests that cannot run on Windows, with what they need and Windows does not have."""
collect_ignore = list(NOT_ON_WINDOWS) if os.name == "nt" else []


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

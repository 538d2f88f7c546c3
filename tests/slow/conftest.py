"""The sample site, built once; and the tools that only slow tests need, asked for by name where they are missing."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.running import CHECKOUT
from tests.sites import SiteUnderTest
from tests.slow.browser import BROWSER_ARGUMENTS

NOW = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)
"""A day after the sample's newest story, and before the one that waits."""


ADDRESS = "https://firsthand.example/"
"""Where the sample site is published for these tests: they serve it from the root."""


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> SiteUnderTest:
    """The repository's own site, built as it is published; not to be changed."""
    root = tmp_path_factory.mktemp("sample")
    shutil.copytree(CHECKOUT / "content", root / "content")
    shutil.copy(CHECKOUT / "site.toml", root)
    site = SiteUnderTest(root)
    site.now = NOW
    site.build(url=ADDRESS)
    return site


@pytest.fixture(scope="session")
def tool() -> Callable[[str, str], str]:
    """A program by its name, the Debian package of which is named; or a file by its path in .node."""

    def find(name: str, package: str) -> str:
        inside = CHECKOUT / ".node/node_modules" / name
        found = str(inside) if inside.is_file() else shutil.which(name)
        if not found:
            how = "npm install --prefix .node vnu-jar axe-core" if "/" in name else f"apt-get install {package}"
            pytest.fail(f"{name} is missing; install it with '{how}', or run .ci/run, which does.", pytrace=False)
        return found

    return find


@pytest.fixture(scope="module")
def browser(tool: Callable[[str, str], str]) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=tool("chromium", "chromium"), args=list(BROWSER_ARGUMENTS))
        yield browser
        browser.close()


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

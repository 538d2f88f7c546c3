"""The pictures of the documentation, made from real pages and always with the same dates.

The tutorial's pictures are taken on a walk through the tutorial, README's from the sample site.
"""

import io
import shutil
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.docs.reading import DOCS
from tests.docs.walking import Seen, Walk, steps
from tests.modules import CHECKOUT
from tests.running import run
from tests.slow.browser import BROWSER_ARGUMENTS, served

PICTURES = DOCS / "pictures"
COLORS = 128
"""Enough for a page without photos, and small files."""

PREVIEWED = {
    "tutorial-start.png": "",
    "tutorial-story.png": "stories/the-kettle-with-a-name-tag/",
    "tutorial-company.png": "companies/harrow-pell/",
}
"""What the tutorial shows in the preview: the page of each picture."""
PUBLISHED = "tutorial-published.png"
SAMPLE, SAMPLE_PAGE, SAMPLE_DAY = "company.png", "companies/brindlewire/", "2026-12-01"


def make_all() -> None:
    """Write every picture into docs/pictures/. Needs Chromium."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        arguments = list(BROWSER_ARGUMENTS)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
        take_readme_s_picture(browser, Path(folder) / "sample")
        take_the_tutorial_s_pictures(browser, Path(folder) / "walk")
        browser.close()


def take_readme_s_picture(browser: Browser, output: Path) -> None:
    """A page of the sample site."""
    built = run(
        "build", "--output", str(output), "--url", "https://firsthand.example/", "--now", SAMPLE_DAY, at=CHECKOUT
    )
    assert built.exit_code == 0, built.stderr
    with served(output) as address:
        take(browser, f"{address}/{SAMPLE_PAGE}", PICTURES / SAMPLE, height=1180, width=1120)


def take_the_tutorial_s_pictures(browser: Browser, folder: Path) -> None:
    """Each where the tutorial shows it."""
    folder.mkdir()
    with Walk(folder) as walk:
        for step in steps(DOCS / "tutorial.md"):
            walk.do(step)
            if isinstance(step, Seen) and step.name == PUBLISHED:
                walk.published(folder / "published/my-stories")
                with served(folder / "published") as address:
                    take(browser, f"{address}/my-stories/", PICTURES / step.name)
            elif isinstance(step, Seen):
                take(browser, walk.preview + PREVIEWED[step.name], PICTURES / step.name)


def take(browser: Browser, address: str, file: Path, *, width: int = 1000, height: int = 760) -> None:
    """Write a picture of a page, as a small PNG."""
    with browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        shot = Image.open(io.BytesIO(page.screenshot()))
    shot.convert("RGB").quantize(COLORS, dither=Image.Dither.NONE).save(file, optimize=True)

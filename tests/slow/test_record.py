"""Records as Chromium shows them: companies with one story and with hundreds, with names of every sort, over a century;
on a telephone and a desk, by day and night, on paper, and in colours that are the reader's own."""

import io
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from urllib.parse import quote

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator

from tests.records import NAMES, hundred_companies, quoted, stories_of
from tests.sites import SiteUnderTest, story
from tests.slow.browser import barriers, served, window

pytestmark = pytest.mark.slow

LISTS = (
    "/",
    "/companies/",
    "/companies/by/good/",
    "/companies/by/bad/",
    "/companies/page/2/",
    "/bad/",
    "/mixed/",
    "/unresolved/",
    "/archive/",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteUnderTest:
    """Every sort of company that a record has to bear; not to be changed."""
    files = dict(
        [
            *stories_of("Quay Bank", 500, verdicts="gbmb-gbgbm", slug="quay"),
            *stories_of("One", 1, verdicts="b", slug="one"),
            *stories_of("Five", 5, slug="five"),
            *stories_of("Mixed & Sons", 3, verdicts="m", slug="mixed"),
            *hundred_companies(),
            *(one for number, name in enumerate(NAMES.values()) for one in stories_of(name, 4, slug=f"n{number}")),
        ]
    )
    several = ", ".join(f"{{name: Shop {number}, verdict: mixed}}" for number in range(12))
    files |= {
        "content/stories/1924-02-01-a.md": story("A tram", company="Century Trams", verdict="bad", slug="tram"),
        "content/stories/2024-02-01-b.md": story("A bus", company="Century Trams", verdict="good", slug="bus"),
        "content/stories/2024-02-02-c.md": story("Twelve", company=f"[{several}]", slug="twelve"),
        "content/stories/2024-02-03-d.md": story("Ours", company="Own Praise", verdict="good", disclosure="owner"),
        "content/stories/2024-02-04-e.md": story("Seen", company=quoted("x" * 120), verdict="bad", outcome="pending"),
        "content/companies/quay-bank.md": "---\nname: Quay Bank\nindustry: Bank\nwebsite: https://quay.example/\n---\n\nBy the harbour.\n",
    }
    site = SiteUnderTest.written(tmp_path_factory.mktemp("records") / "site", files)
    site.build()
    return site


@pytest.fixture(scope="module")
def address(site: SiteUnderTest) -> Iterator[str]:
    with served(site.root / "_site") as address:
        yield address


@pytest.fixture(scope="module")
def paths(site: SiteUnderTest) -> tuple[str, ...]:
    """The lists, and the page of each company but the hundred that are alike."""
    companies = sorted(path.parent.name for path in (site.root / "_site/companies").glob("*/index.html"))
    own = (
        f"/companies/{quote(name)}/" for name in companies if not name.startswith(("company-of", "shop-", "page", "by"))
    )
    return (*LISTS, *own, "/companies/shop-11/", "/companies/quay-bank/page/1/")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_of_a_record_has_a_barrier_that_axe_can_find(
    scheme: str, width: int, address: str, paths: tuple[str, ...], browser: Browser, tool: Callable[[str, str], str]
) -> None:
    axe = tool("axe-core/axe.min.js", "axe-core")
    found: list[str] = []
    assert len(paths) > len(LISTS) + len(NAMES) + 5
    with window(browser, width, scheme, bypass=True) as context:
        page = context.new_page()
        for path in paths:
            page.goto(address + path)
            found += barriers(page, axe)
    assert found == []


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_page_of_a_record_scrolls_sideways_or_beyond_its_end(
    width: int, address: str, paths: tuple[str, ...], browser: Browser
) -> None:
    """A table for screen readers is a hundred rows high, and must take no room."""
    found: list[str] = []
    with window(browser, width, "light") as context:
        page = context.new_page()
        for path in paths:
            page.goto(address + path)
            beyond, below = page.evaluate("""() => {
                const root = document.documentElement, end = document.querySelector('body > footer');
                return [root.scrollWidth - root.clientWidth,
                        root.scrollHeight - Math.max(end.getBoundingClientRect().bottom + scrollY, root.clientHeight)];
            }""")
            if beyond > 0 or below > 100:
                found.append(f"{path}: {beyond} px beyond the side, {below} px below the end")
    assert found == []


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (
            "/companies/quay-bank/",
            ("500 stories: 150 good, 100 mixed, 200 bad, 50 without a verdict", "By phone"),
        ),
        ("/companies/century-trams/", ("2 stories: 1 good, 1 bad", "Stories by year")),
        ("/companies/one/", ("1 story: 1 bad",)),
        ("/companies/by/told/", ("Quay Bank", "150 good, 100 mixed, 200 bad")),
        ("/unresolved/", ("Waiting",)),
    ],
)
def test_a_record_can_be_printed_and_its_words_are_on_the_paper(
    path: str, words: tuple[str, ...], address: str, browser: Browser, tmp_path: Path
) -> None:
    reader = shutil.which("pdftotext")
    with window(browser, 1280, "dark") as context:
        page = context.new_page()
        page.goto(address + path)
        printed = page.pdf(path=tmp_path / "page.pdf", format="A4")
    assert printed.startswith(b"%PDF")
    if not reader:
        pytest.skip("pdftotext is missing; install it with 'apt-get install poppler-utils'")
    ran = subprocess.run(
        [reader, "-layout", str(tmp_path / "page.pdf"), "-"], capture_output=True, check=True, timeout=60
    )
    pages = ran.stdout.decode().removesuffix("\f").split("\f")
    text = " ".join(ran.stdout.decode().split())
    assert [word for word in words if word not in text] == []
    assert [number for number, page in enumerate(pages, start=1) if not page.strip()] == [], "no empty sheet"


@pytest.mark.parametrize(("scheme", "forced"), [("light", False), ("dark", False), ("light", True), ("dark", True)])
def test_the_segments_of_a_bar_are_told_apart_by_their_textures_in_any_colours(
    scheme: str, forced: bool, address: str, browser: Browser
) -> None:
    with browser.new_context(
        viewport={"width": 1280, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        forced_colors="active" if forced else "none",
        device_scale_factor=3,
    ) as context:
        page = context.new_page()
        page.goto(address + "/companies/quay-bank/")
        assert page.evaluate("matchMedia('(forced-colors: active)').matches") is forced
        inked = {
            shade: share_of_ink(page.locator(f"svg.bar rect.{shade}").first)
            for shade in ("good", "mixed", "bad", "unsaid")
        }
    assert inked["good"] > 0.98, "filled"
    assert inked["unsaid"] < 0.02, "empty"
    assert all(abs(inked[one] - inked[other]) > 0.08 for one, other in combinations(inked, 2)), inked


def share_of_ink(segment: Locator) -> float:
    """How much of a segment's inside is not paper. Its ground is what is seen just above it."""
    segment.scroll_into_view_if_needed()
    box = segment.bounding_box()
    assert box
    page = segment.page

    def seen(x: float, y: float, width: float, height: float) -> Counter[tuple[int, ...]]:
        shot = page.screenshot(clip={"x": x, "y": y, "width": width, "height": height})
        pixels = Image.open(io.BytesIO(shot)).convert("RGB").tobytes()
        return Counter(zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True))

    ((paper, _),) = seen(box["x"] + 3, box["y"] - 4, 20, 2).most_common(1)
    inside = seen(box["x"] + 2, box["y"] + 2, min(box["width"] - 4, 48), box["height"] - 4)
    return 1 - sum(count for colour, count in inside.items() if distance(colour, paper) < 90) / inside.total()


def distance(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    """How far two colours are apart: 0 to 765."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))

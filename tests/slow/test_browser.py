"""The sample site as Chromium shows it: for everyone, on any screen, and asking nobody else for anything."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from generator.urls import output_path
from tests.reading import read_page
from tests.sites import SiteUnderTest
from tests.slow.browser import SamplePage, Visit, barriers, pages_of_each_kind, served, visit, window

pytestmark = pytest.mark.slow

KILOBYTE = 1024
MOST_REQUESTS = 10
TEXTS = ("story", "page")
"""Kinds of page that are read, and may be longer than a list."""


@pytest.fixture(scope="module")
def address(sample: SiteUnderTest) -> Iterator[str]:
    with served(sample.root / "_site") as address:
        yield address


@pytest.fixture(scope="module")
def of_each_kind(sample: SiteUnderTest) -> tuple[SamplePage, ...]:
    return pages_of_each_kind(sample)


@pytest.fixture(scope="module")
def chosen(of_each_kind: tuple[SamplePage, ...]) -> tuple[SamplePage, ...]:
    """Pages of each kind; a redirect is not one to look at."""
    return tuple(page for page in of_each_kind if page.kind != "redirect")


@pytest.fixture(scope="module")
def visits(address: str, chosen: tuple[SamplePage, ...], browser: Browser) -> tuple[Visit, ...]:
    return tuple(visit(browser, address, page) for page in chosen)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_barrier_that_axe_can_find(
    scheme: str,
    width: int,
    address: str,
    chosen: tuple[SamplePage, ...],
    browser: Browser,
    tool: Callable[[str, str], str],
) -> None:
    axe = tool("axe-core/axe.min.js", "axe-core")
    found: list[str] = []
    with window(browser, width, scheme, bypass=True) as context:
        page = context.new_page()
        for one in chosen:
            page.goto(address + one.path)
            found += barriers(page, axe)
    assert found == []


def test_pages_load_without_an_error_on_the_console(visits: tuple[Visit, ...]) -> None:
    assert [said for visit in visits for said in visit.said] == []
    assert [address for visit in visits for address in visit.broken_images] == []


def test_the_policy_lets_the_style_sheet_in(visits: tuple[Visit, ...]) -> None:
    assert {visit.styles for visit in visits} == {1}


def test_no_page_asks_another_host_for_anything(address: str, visits: tuple[Visit, ...]) -> None:
    assert {urlsplit(url).netloc for visit in visits for url in visit.asked} == {urlsplit(address).netloc}


def test_the_policy_forbids_scripts_and_strangers(address: str, browser: Browser) -> None:
    refused: list[str] = []
    with window(browser, 1280, "light") as context:
        page = context.new_page()
        page.on("console", lambda message: refused.append(message.text))
        page.goto(address + "/")
        page.evaluate("""() => {
            for (const [tag, where] of [['script', 'src'], ['img', 'src'], ['iframe', 'src']]) {
                const stranger = document.createElement(tag);
                stranger[where] = 'https://stranger.invalid/x';
                document.body.append(stranger);
            }
        }""")
        page.wait_for_timeout(300)
    assert len([text for text in refused if "Content Security Policy" in text and "stranger.invalid" in text]) == 3


@pytest.mark.parametrize("width", [320, 360, 1600])
def test_no_page_scrolls_sideways(width: int, address: str, chosen: tuple[SamplePage, ...], browser: Browser) -> None:
    """320 px is a window of 1280 px at 400 % zoom (WCAG 1.4.10)."""
    wide: list[str] = []
    with window(browser, width, "light") as context:
        page = context.new_page()
        for one in chosen:
            page.goto(address + one.path)
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append(one.path)
    assert wide == []


def test_nothing_moves_while_a_page_loads(sample: SiteUnderTest, visits: tuple[Visit, ...]) -> None:
    assert any(has_pictures(sample, one) for one in visits)
    assert {one.page.path: one.shifted for one in visits if one.shifted} == {}


def has_pictures(sample: SiteUnderTest, one: Visit) -> bool:
    return "img" in {element.tag for element in read_page(sample, output_path(one.page.path)).elements}


def test_every_page_keeps_the_budgets(visits: tuple[Visit, ...]) -> None:
    over: list[str] = []
    for one in visits:
        sizes = one.sizes
        limits = {
            "HTML and CSS": (sizes["document"] + sizes["stylesheet"], 30 if one.page.kind in TEXTS else 14),
            "with images": (sum(sizes.values()), 300),
            "CSS": (sizes["stylesheet"], 10),
            "scripts and fonts": (sizes["script"] + sizes["font"], 0),
        }
        over += [f"{one.page.path}: {what}: {size}" for what, (size, kb) in limits.items() if size > kb * KILOBYTE]
        if len(one.asked) > MOST_REQUESTS:
            over.append(f"{one.page.path}: {len(one.asked)} requests")
    assert over == []


def test_a_page_can_be_read_without_scripts_and_by_keyboard_alone(
    sample: SiteUnderTest, address: str, browser: Browser
) -> None:
    assert "script" not in {element.tag for element in read_page(sample, "index.html").elements}
    context = browser.new_context(viewport={"width": 1280, "height": 800}, java_script_enabled=False)
    with context:
        page = context.new_page()
        page.goto(address + "/")
        page.keyboard.press("Tab")
        first = page.locator(":focus")
        target = first.get_attribute("href") or ""
        assert target.startswith("#"), "the first stop leads past the navigation"
        assert page.locator(target).count() == 1
        assert first.is_visible()
        box = first.bounding_box()
        assert box
        assert box["y"] >= 0
        assert box["x"] >= 0


def test_an_old_address_leads_on_to_the_story(
    address: str, of_each_kind: tuple[SamplePage, ...], browser: Browser
) -> None:
    redirects = [page for page in of_each_kind if page.kind == "redirect"]
    assert redirects, "the sample shows an alias"
    with window(browser, 1280, "light") as context:
        page = context.new_page()
        page.goto(address + redirects[0].path)
        page.wait_for_url(f"{address}/stories/**")

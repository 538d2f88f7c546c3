"""The sample site in a browser: served on the loopback address as a host without any cleverness would."""

import contextlib
import functools
import gzip
import http.server
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Response

from generator.pages import KINDS
from generator.pipeline.plan import plan_pages
from generator.pipeline.whole import render_whole
from generator.urls import output_path
from tests.reading import read_page
from tests.sites import SiteUnderTest

BROWSER_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def window(browser: Browser, width: int, scheme: str, *, bypass: bool = False) -> BrowserContext:
    """A browser window; `bypass` switches the page's security policy off, so that axe can be put into it."""
    return browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=bypass,
        reduced_motion="reduce",
    )


def barriers(page: Page, axe: str) -> list[str]:
    """What axe finds on a page that is open in a window with `bypass`."""
    page.add_script_tag(path=axe)
    result = page.evaluate("tags => axe.run(document, {runOnly: tags})", AXE_RULES)
    return [
        f"{urlsplit(page.url).path}: {violation['id']}: {node['html'][:120]}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


class SamplePage(NamedTuple):
    """One page that stands for its kind."""

    kind: str
    path: str


def pages_of_each_kind(site: SiteUnderTest) -> tuple[SamplePage, ...]:
    """Of every kind that a template renders the first page, and each that shows what those before it did not.

    A new kind joins by itself, and so does a page with an element of a new sort.
    """
    rendered, _ = render_whole(site.settings())
    planned = plan_pages(rendered.site)
    found: list[SamplePage] = []
    for kind in KINDS:
        seen: set[tuple[str, str]] = set()
        for page in planned if kind.template else ():
            if page.kind == kind.name and not (sorts := _sorts_of_elements(site, page.path)) <= seen:
                found.append(SamplePage(kind.name, page.path))
                seen |= sorts
    return tuple(found)


def _sorts_of_elements(site: SiteUnderTest, path: str) -> set[tuple[str, str]]:
    elements = read_page(site, output_path(path)).elements
    return {(element.tag, element.get("class", "")) for element in elements}


class Visit(NamedTuple):
    """What happened while one page was loaded into a fresh browser of a phone's width and scrolled to its end.

    `said` is what the console said and which answers were errors; `sizes` are bytes by kind of resource, text gzipped.
    """

    page: SamplePage
    said: tuple[str, ...]
    asked: tuple[str, ...]
    sizes: Counter[str]
    styles: int
    broken_images: tuple[str, ...]
    shifted: float


_WATCH_SHIFTS = """
    window.shifted = 0;
    new PerformanceObserver(list => list.getEntries().forEach(entry => window.shifted += entry.value))
        .observe({type: 'layout-shift', buffered: true});
"""
_SCROLL = """async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 600) {
        scrollTo({top: y, behavior: 'instant'});
        await new Promise(done => setTimeout(done, 20));
    }
}"""


def visit(browser: Browser, address: str, one: SamplePage) -> Visit:
    """Load one page, security policy and all, and look what it does."""
    said: list[str] = []
    asked: list[str] = []
    answers: list[Response] = []
    with browser.new_context(viewport={"width": 360, "height": 800}) as context:
        context.add_init_script(_WATCH_SHIFTS)
        page = context.new_page()
        page.on("console", lambda message: said.append(f"{one.path}: {message.text}"))
        page.on("pageerror", lambda error: said.append(f"{one.path}: {error}"))
        page.on("request", lambda request: asked.append(request.url))
        page.on("requestfailed", lambda request: said.append(f"{one.path}: {request.url}: {request.failure}"))
        page.on("response", lambda response: answers.append(response))
        page.goto(address + one.path)
        page.evaluate(_SCROLL)
        page.wait_for_load_state("networkidle")
        sizes: Counter[str] = Counter()
        for answer in answers:
            if answer.status >= 400:
                said.append(f"{one.path}: {answer.url}: {answer.status}")
            kind, body = answer.request.resource_type, answer.body()
            sizes[kind] += len(body if kind == "image" else gzip.compress(body))
        return Visit(
            page=one,
            said=tuple(said),
            asked=tuple(asked),
            sizes=sizes,
            styles=page.evaluate("document.styleSheets.length"),
            broken_images=tuple(
                page.evaluate("[...document.images].filter(i => !i.complete || !i.naturalWidth).map(i => i.src)")
            ),
            shifted=page.evaluate("window.shifted"),
        )


_LATE = 0.2
"""Seconds: long enough that a page is on the screen before its pictures come, as it is on a slow line."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.headers.get("Sec-Fetch-Dest") == "image":
            time.sleep(_LATE)
        with contextlib.suppress(ConnectionError):  # the browser went on to another page
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is the base class's)
        pass


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder's address on this machine: `http://127.0.0.1:port`. Pictures come late."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()

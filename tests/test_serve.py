"""The preview: a built folder for this machine alone, as GitHub Pages would serve it."""

import asyncio
import contextlib
import re
import signal
import socket
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from generator.serve import HOST, PREVIEW_HEADER, listen, preview_app
from tests.conftest import MakeSite
from tests.previews import asked, free_port, served
from tests.running import program
from tests.sites import story

DRAFTS = {
    "content/stories/2024-01-01-first.md": story("First"),
    "content/stories/2024-01-02-draft.md": story("Unfinished", draft="true"),
    "content/stories/2099-01-01-later.md": story("Later"),
}


Preview = Callable[..., httpx.Response]


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    """Ask the preview of a folder that was built, with a letter beside it that nobody may read."""
    folder = tmp_path / "built"
    (folder / "stories/kettle").mkdir(parents=True)
    (folder / "index.html").write_text("<title>Home</title>", encoding="utf-8")
    (folder / "stories/kettle/index.html").write_text("<title>The kettle</title>", encoding="utf-8")
    (folder / "404.html").write_text("<title>Not here</title>", encoding="utf-8")
    (folder / "feed.xml").write_text("<rss/>", encoding="utf-8")
    (tmp_path / "letter.txt").write_text("secret", encoding="utf-8")
    app = preview_app(folder)

    def ask(path: str, *, method: str = "GET", host: str = HOST) -> httpx.Response:
        async def answer() -> httpx.Response:
            transport = httpx.ASGITransport(app=app)
            async with httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}:8000") as client:
                return await client.request(method, path, headers={"host": host}, follow_redirects=True)

        return asyncio.run(answer())

    return ask


def test_the_front_page_and_every_page_below_are_served(preview: Preview) -> None:
    assert preview("/").text == "<title>Home</title>"
    page = preview("/stories/kettle/")
    assert (page.status_code, page.text) == (200, "<title>The kettle</title>")
    assert page.headers["content-type"].startswith("text/html")
    assert "xml" in preview("/feed.xml").headers["content-type"]


def test_a_folder_without_its_slash_leads_to_the_page(preview: Preview) -> None:
    page = preview("/stories/kettle")
    assert page.text == "<title>The kettle</title>"


@pytest.mark.parametrize("path", ["/nothing", "/nothing/at/all/", "/stories/", "/feed.xml/"])
def test_what_is_missing_is_answered_by_the_site_s_own_page_at_any_depth(path: str, preview: Preview) -> None:
    page = preview(path)
    assert (page.status_code, page.text) == (404, "<title>Not here</title>")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "127.0.0.1@evil.example", "[::1]", ""])
def test_a_request_for_another_host_is_refused(host: str, preview: Preview) -> None:
    page = preview("/", host=host)
    assert page.status_code == 400
    assert "Home" not in page.text


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost", "localhost:8000"])
def test_a_request_for_this_machine_is_answered(host: str, preview: Preview) -> None:
    assert preview("/", host=host).status_code == 200


def test_a_preview_says_which_it_is_to_this_machine_alone_and_not_where_its_files_are(preview: Preview) -> None:
    name = preview("/").headers[PREVIEW_HEADER]
    assert re.fullmatch(r"[0-9a-f]{32}", name)
    assert preview("/nothing/").headers[PREVIEW_HEADER] == name
    assert PREVIEW_HEADER not in preview("/", host="evil.example").headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_the_preview_can_only_be_read(method: str, preview: Preview) -> None:
    assert preview("/index.html", method=method).status_code == 405


def test_only_this_machine_can_reach_it() -> None:
    with contextlib.closing(listen(0)) as listening:
        address, port = listening.getsockname()
        assert address == "127.0.0.1"
        with pytest.raises(ConnectionError), socket.create_connection(("127.0.0.2", port), timeout=1):
            pass


def test_a_site_with_problems_is_not_served(make_site: MakeSite) -> None:
    site = make_site({"content/stories/2024-01-01-first.md": story(verdict="great")})
    ran = program("serve", "--port", str(free_port()), at=site.root)
    assert ran.returncode == 1
    assert "content/stories/2024-01-01-first.md:3:10: verdict: 'great'" in ran.stderr


def test_the_preview_shows_what_is_held_back_to_this_machine_alone(make_site: MakeSite) -> None:
    site = make_site(DRAFTS | {"secret.txt": "secret"})
    site.build()
    published = site.tree()
    with served(site) as (port, server):
        for path, title in (("first", "First"), ("draft", "Unfinished"), ("later", "Later")):
            status, page = asked(port, f"/stories/{path}/")
            assert status == 200
            assert title in page
        assert asked(port, "/nothing/")[0] == 404
        assert asked(port, "/", host="evil.example")[0] == 400
        for path in ("/../../secret.txt", "/%2e%2e/%2e%2e/secret.txt", "/..%2f..%2fsecret.txt", "//../../secret.txt"):
            status, page = asked(port, path)
            assert status in (400, 404), path
            assert page != "secret"
        server.send_signal(signal.SIGINT)
        assert server.stdout
        assert server.stdout.read() == "The preview has ended.\n"
        assert server.wait(timeout=20) == 0
    assert site.tree() == published, "the folder that is published was not touched"
    assert not any(b"127.0.0.1" in data for data in published.values())


def test_the_preview_can_leave_out_what_is_held_back(make_site: MakeSite) -> None:
    with served(make_site(DRAFTS), "--published") as (port, _):
        assert asked(port, "/stories/first/")[0] == 200
        assert asked(port, "/stories/draft/")[0] == 404
        assert asked(port, "/stories/later/")[0] == 404

"""Texts parsed in several processes, also where each has to be started anew, as on Windows and macOS."""

import multiprocessing
import os
import threading
from collections.abc import Iterator

import pytest

from generator.load import processes
from generator.load.processes import map_in_processes
from tests.conftest import MakeSite
from tests.sites import comment, story


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The ways in which processes were started, while another thread runs: so none may be forked."""
    ways: list[str] = []
    real = multiprocessing.get_context

    def noted(way: str) -> object:
        ways.append(way)
        return real(way)

    monkeypatch.setattr(processes, "WORTH_SPAWNING", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(multiprocessing, "get_context", noted)
    end = threading.Event()
    other = threading.Thread(target=end.wait)
    other.start()
    yield ways
    end.set()
    other.join()


def test_results_come_in_the_order_of_the_items(started: list[str]) -> None:
    assert map_in_processes(abs, [-3, 2, -1]) == [3, 2, 1]
    assert started == ["spawn"]


def test_a_build_with_processes_that_are_started_anew_is_the_same(started: list[str], make_site: MakeSite) -> None:
    files: dict[str, str | bytes] = {
        f"content/stories/2024-01-0{day}-shoes-{day}.md": story(f"Shoes {day}", company="Acme", verdict="good")
        for day in range(1, 4)
    }
    files["content/comments/2024-01-01-shoes-1/2024-01-02-kim.md"] = comment()
    site = make_site(files)
    site.build()
    assert set(started) == {"spawn"}
    spawned = site.tree()
    started.clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "cpu_count", lambda: 1)
        assert site.clean_tree() == spawned
    assert started == []


def test_a_problem_in_a_text_is_told_from_there_too(started: list[str], make_site: MakeSite) -> None:
    site = make_site({"content/stories/2024-01-01-a.md": story(verdict="great"), "content/stories/2024-01-02-b.md": ""})
    problems = site.problems()
    assert started
    assert [problem.partition(":")[0] for problem in problems] == [
        "content/stories/2024-01-01-a.md",
        "content/stories/2024-01-02-b.md",
    ]

"""A build with nothing to do must not pay for feeds."""

import subprocess
import sys


def test_importing_the_room_loads_neither_feedgen_nor_lxml() -> None:
    asked = "import sys, generator.feeds; print(sorted({'feedgen', 'lxml', 'dateutil'} & sys.modules.keys()))"
    answer = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    assert answer.stdout == "[]\n"


def test_a_json_feed_needs_neither_feedgen_nor_lxml() -> None:
    asked = (
        "import sys; from generator.feeds import *;"
        "json_feed(FeedView('tag:a,2019:', 'A', '', 'https://a/', 'https://a/feed.json', 'en', ()));"
        "print(sorted({'feedgen', 'lxml', 'dateutil'} & sys.modules.keys()))"
    )
    answer = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    assert answer.stdout == "[]\n"

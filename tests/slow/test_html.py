"""The sample site's HTML and CSS, judged by the checker that the W3C uses (https://validator.github.io/validator/)."""

import json
import subprocess
from collections.abc import Callable

import pytest

from tests.sites import SiteUnderTest

pytestmark = pytest.mark.slow

PASSED_OVER = (
    # The checker reads files, and to a file nothing is 'self'; test_browser sees what the policy does on a server.
    "Resource violates Content Security Policy (meta tag)",
    # How Markdown's tables say where a column stands; a style attribute is what the policy forbids.
    "The “align” attribute on the “td” element is obsolete.",
    "The “align” attribute on the “th” element is obsolete.",
)
"""Warnings, not errors."""


def test_every_page_of_the_sample_site_passes_the_html_checker(
    sample: SiteUnderTest, tool: Callable[[str, str], str]
) -> None:
    java, jar = tool("java", "default-jre-headless"), tool("vnu-jar/build/dist/vnu.jar", "vnu-jar")
    options = ["--format", "json", "--stdout", "--also-check-css", "--also-check-svg"]
    files = [str(sample.root / "_site" / path) for path in sample.tree() if path.endswith((".html", ".css", ".svg"))]
    ran = subprocess.run([java, "-jar", jar, *options, *files], capture_output=True, check=False, timeout=200)
    assert ran.stdout, ran.stderr.decode()
    found = {
        f"{message['url'].partition('/_site/')[2]}:{message.get('lastLine')}: {message['message']}"
        for message in json.loads(ran.stdout)["messages"]
        if message["type"] != "info" or not message["message"].startswith(PASSED_OVER)
    }
    assert sorted(found) == []
    assert ran.returncode == 0

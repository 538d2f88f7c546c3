"""A site whose texts have the line ends of Windows is the same site, to the byte."""

import pytest

from tests.conftest import MakeSite
from tests.sites import SITE_TOML, comment, story

FILES = {
    "site.toml": SITE_TOML + '\n[theme]\nname = "mine"\n',
    "content/stories/2024-01-01-shoes.md": story(
        "Shoes",
        "One line\nand another.  \nBroken here.\n\n- a\n- b\n\n```text\nkept\n\n  as is\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        company="Acme",
        verdict="bad",
        updates='[{date: 2024-02-01, note: "They called."}]',
        reply="\n  - from: Kim\n    date: 2024-03-01\n    text: |\n      First line.\n      Second line.",
    ),
    "content/comments/2024-01-01-shoes/2024-01-02-kim.md": comment(
        "The first line of many.\nThe second of these lines."
    ),
    "content/companies/acme.md": "---\nname: Acme\n---\nShoes.\n\nMore shoes.\n",
    "content/pages/about.md": "---\ntitle: About\n---\nText\n",
    "themes/mine/theme.toml": 'api = 1\nextends = "counter"\n',
    "themes/mine/templates/404.html": '{% extends "counter/404.html" %}\n{% block main %}\n<p>Gone.\n</p>\n{% endblock %}\n',
    "themes/mine/strings/en.toml": '[missing]\ntitle = "Gone"\n',
}


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_the_line_ends_of_texts_settings_and_templates_change_no_byte(end: str, make_site: MakeSite) -> None:
    if end == "\r":  # which TOML and Jinja do not know
        others = {path: text.replace("\n", end) if path.endswith(".md") else text for path, text in FILES.items()}
    else:
        others = {path: text.replace("\n", end) for path, text in FILES.items()}
    plain, other = make_site(FILES), make_site(others, folder="other")
    plain.build()
    other.build()
    assert other.tree() == plain.tree()

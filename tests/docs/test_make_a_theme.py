"""docs/how-to/make-a-theme.md shows a whole theme: it builds the sample site exactly as shown."""

import shutil
import tomllib
from pathlib import Path

from generator.pages import KINDS
from tests.docs.reading import DOCS, blocks, read
from tests.modules import CHECKOUT
from tests.running import run

PAGE = DOCS / "how-to/make-a-theme.md"
PLAIN = "themes/plain/"


def shown() -> dict[str, str]:
    """Each file of the theme as the page shows it, by its path."""
    return {block.file: block.text for block in blocks(read(PAGE)) if block.file.startswith(PLAIN)}


def sample_with_the_theme(root: Path) -> Path:
    """The sample site in a folder, with the theme of the page and the setting that the page shows."""
    shutil.copytree(CHECKOUT / "content", root / "content")
    (chosen,) = [block.text for block in blocks(read(PAGE)) if block.language == "toml" and '"plain"' in block.text]
    (root / "site.toml").write_text(read(CHECKOUT / "site.toml") + chosen, encoding="utf-8")
    for path, text in shown().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def test_the_theme_needs_no_other_and_has_every_template() -> None:
    files = shown()
    assert "extends" not in tomllib.loads(files[PLAIN + "theme.toml"])
    templates = {path.removeprefix(PLAIN + "templates/") for path in files if path.endswith(".html")}
    assert templates == {kind.template for kind in KINDS if kind.template} | {"base.html", "parts.html"}


def test_the_page_counts_the_templates_rightly() -> None:
    assert f"{len([path for path in shown() if path.endswith('.html')])} short templates" in read(PAGE)


def test_the_theme_builds_the_sample_site_with_its_drafts_and_no_link_is_broken(tmp_path: Path) -> None:
    root = sample_with_the_theme(tmp_path)
    checked = run("check", "--drafts", "--now", "2026-11-23", at=root)
    assert checked.exit_code == 0, checked.stderr
    assert "broken-link" not in checked.stderr
    assert run("build", "--now", "2026-11-23", at=root).exit_code == 0
    company = read(root / "_site/companies/brindlewire/index.html")
    assert "This page is not run or approved by Brindlewire." in company
    assert '<rect class="bad"' in company
    assert list((root / "_site/assets").glob("style.*.css"))

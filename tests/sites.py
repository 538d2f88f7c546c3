"""Sites on disk for tests: written, edited and built as an advocate would."""

import datetime as dt
import shutil
from collections.abc import Mapping
from pathlib import Path

import msgspec

from generator.build import build_site
from generator.errors import FirsthandError
from generator.output import LIST, LOCK
from generator.pipeline.report import BuildReport
from generator.pipeline.settings import Settings

NOW = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)

SITE_TOML = """
[site]
title = "Told"
url = "https://told.example/"
id = "told"
"""

DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
"""A PNG of one point, as small as a picture can be."""


def story(title: str = "A story", body: str = "It went like this.", **keys: str) -> str:
    """The text of a story file; keys are YAML as it would be written."""
    lines = [f"title: {title}", *(f"{key}: {value}" for key, value in keys.items())]
    return "---\n" + "\n".join(lines) + f"\n---\n\n{body}\n"


def comment(text: str = "It was the same with me, twice.", *, author: str = "Kim", **keys: str) -> str:
    """The text of a comment file; keys are YAML as it would be written."""
    lines = [f"author: {author}", *(f"{key}: {value}" for key, value in keys.items())]
    return "---\n" + "\n".join(lines) + f"\n---\n\n{text}\n"


class SiteUnderTest:
    """A site's folder. Every method that builds does what the command does, with the clock in hand."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.now = NOW

    @classmethod
    def written(cls, root: Path, files: Mapping[str, str | bytes]) -> "SiteUnderTest":
        site = cls(root)
        for path, content in {"site.toml": SITE_TOML, **files}.items():
            site.write(path, content)
        (root / "content").mkdir(exist_ok=True)
        return site

    def write(self, path: str, content: str | bytes) -> None:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)

    def replace(self, path: str, old: str, new: str) -> None:
        """Edit a file; the old text has to be in it."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def rename(self, old: str, new: str) -> None:
        (self.root / old).rename(self.root / new)

    def delete(self, path: str) -> None:
        target = self.root / path
        shutil.rmtree(target) if target.is_dir() else target.unlink()

    def settings(self, **changes: object) -> Settings:
        return msgspec.structs.replace(Settings(self.root, self.now), **changes)

    def build(self, **changes: object) -> BuildReport:
        return build_site(self.settings(**changes))

    def problems(self, **changes: object) -> tuple[str, ...]:
        """The problems of a build that has to fail, as the command prints them."""
        try:
            self.build(**changes)
        except FirsthandError as error:
            return tuple(map(str, error.problems))
        raise AssertionError("the build succeeded")

    def tree(self, output: str = "_site") -> dict[str, bytes]:
        """Every published file with its bytes; the bookkeeping in the output folder is left out."""
        folder = self.root / output
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file() and path.name not in (LIST, LOCK)
        }

    def read(self, path: str) -> str:
        """The text of an output."""
        return (self.root / "_site" / path).read_text(encoding="utf-8")

    def clean_tree(self) -> dict[str, bytes]:
        """The tree of a build of the same folder from nothing: no output, no cache."""
        clean = self.root.parent / f"{self.root.name}-clean"
        if clean.exists():
            shutil.rmtree(clean)
        shutil.copytree(self.root, clean, ignore=shutil.ignore_patterns("_site", ".firsthand"), symlinks=True)
        site = SiteUnderTest(clean)
        site.now = self.now
        site.build()
        return site.tree()

"""What the name of a story's file says, and the keys that go with it: slug and aliases."""

import re

from generator.content_file import DATED_NAME
from generator.fields import Fields
from generator.quoting import quoted
from generator.urls import slug_for, slugify, stays_inside


def story_stem(source: str) -> str:
    """`content/stories/2024-01-31-shoes.md` and `…/2024-01-31-shoes/index.md` are both `2024-01-31-shoes`."""
    return source.removeprefix("content/stories/").removesuffix("/index.md").removesuffix(".md")


def parse_slug(fields: Fields, stem: str, title: str) -> str:
    """The last part of the story's address: as written, else from the file's name, else from the title."""
    named = DATED_NAME.fullmatch(stem)
    rest = (named[2] or title) if named else stem
    default = slugify(rest) or slugify(title) or slug_for(stem, prefix="story")
    written = fields.text("slug")
    if not written:
        return default
    if slugify(written) == written:
        return written
    better = slugify(written)
    if better == f"{written}-":
        fields.wrong("slug", f"Windows cannot store a page called {quoted(written)}.", f"Use {better} instead.")
        return default
    hint = "Delete the line: the file's name is used instead."
    if better:
        hint = f"Use small letters, digits and single hyphens: {better}."
    fields.wrong("slug", f"{quoted(written)} cannot be part of an address.", hint)
    return default


def parse_aliases(fields: Fields) -> tuple[str, ...]:
    """Old paths of the story, from the first slash on."""
    found = []
    for alias in fields.texts("aliases"):
        if not _is_path(alias):
            better = "/" + re.sub(r"^https?://[^/]+", "", alias).lstrip("/")
            hint = "Write the old address without the site's name, such as /2019/05/shoes/ or /old.html."
            hint = f"Write {better}." if _is_path(better) else hint
            fields.wrong("aliases", f"{quoted(alias)} is not an address on this site.", hint)
        else:
            found.append(alias)
    return tuple(found)


def _is_path(alias: str) -> bool:
    """Whether it is a path of the site, below its front page."""
    return alias.startswith("/") and alias != "/" and stays_inside(alias) and not re.search(r"[?#%]", alias)

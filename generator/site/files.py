"""Where each file of content/ stands in the site, and which references lead nowhere."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from urllib.parse import quote

from generator.content_file import DATED_NAME
from generator.errors import Location, Places, Problem
from generator.fields.yaml_values import as_value
from generator.load import Content
from generator.markup import Body
from generator.picture import Picture
from generator.quoting import visible
from generator.site.model import HeldBack, LinkedStory, Site, WithdrawnStory
from generator.story import Story

_NOT_IN_TARGETS = re.compile(r"[^\w./~!$+,;=@-]|^(?=www\.)")
"""What Markdown, HTML or an address would take for something else in the target of a link."""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
"""What would be taken for the start of an address."""
_PLAIN = re.compile(r"(?![.]*/?$)[\w./][\w./ ()+,~@-]*")
"""What needs no quotation marks in front matter."""


def file_paths(
    stories: tuple[LinkedStory, ...],
    withdrawn: tuple[WithdrawnStory, ...],
    held_back: tuple[HeldBack, ...],
    content: Content,
) -> Mapping[str, str | None]:
    """The path of the site for each path below content/; None for what is not published: a story that is held back,
    and what lies in the folder of one that is held back or withdrawn.

    A file in a story's folder stands below the story's address; one under static/ or pages/ at the same place without
    that folder; any other, such as a photo beside an author's file, where it lies.
    """
    found: dict[str, str | None] = {_below_content(story.source): None for story in held_back}
    closed = [*(story.source for story in held_back), *(story.source for story in withdrawn)]
    folders: dict[str, str | None] = {
        f"stories/{_folder(source)}/": None for source in closed if source.endswith("/index.md")
    }
    found |= {_below_content(story.source): story.path for story in withdrawn}
    for story in stories:
        found[_below_content(story.story.source)] = story.path
        if story.story.source.endswith("/index.md"):
            folders[f"stories/{story.story.stem}/"] = story.path
    found |= {_below_content(one.source): f"/companies/{one.slug}/" for one in content.companies}
    found |= {_below_content(one.source): f"/authors/{one.slug}/" for one in content.authors}
    found |= {_below_content(one.source): f"/tags/{one.slug}/" for one in content.tags}
    found |= {_below_content(page.source): page.path for page in content.pages}
    found |= {path: _file_path(path, folders) for path in content.files}
    return found


def _file_path(path: str, folders: Mapping[str, str | None]) -> str | None:
    top, _, rest = path.partition("/")
    if top in ("static", "pages"):
        return f"/{rest}"
    if top == "stories" and "/" in rest:
        folder = f"stories/{rest.split('/')[0]}/"
        if folder in folders:
            base = folders[folder]
            return None if base is None else base + path.removeprefix(folder)
    return f"/{path}"


def reference_problems(site: Site, stories: tuple[Story, ...], content: Content) -> Iterator[Problem]:
    """A problem for each link or picture whose file is not there; a warning where it leads to a story held back."""
    bodies = [(story.source, body) for story in stories for body in story.bodies]
    bodies += [(one.source, one.body) for one in content.companies]
    bodies += [(one.source, one.body) for one in content.authors]
    bodies += [(one.source, one.body) for one in content.tags]
    bodies += [(one.source, one.body) for one in content.pages]
    bodies += [(one.source, one.body) for one in content.comments]
    for source, body in bodies:
        yield from _body_problems(source, body, site.files)
    for story in stories:
        yield from _picture_problems(story.places, "image", story.image, site.files)
    for author in content.authors:
        yield from _picture_problems(author.places, "photo", author.photo, site.files)


def _body_problems(source: str, body: Body, files: Mapping[str, str | None]) -> Iterator[Problem]:
    for reference in body.files:
        at = Location(source, reference.line)
        if reference.path not in files:
            near = _near(at, reference.path, files)
            yield _missing(at, reference.path, in_markdown(near, source) if near else "")
        elif files[reference.path] is None:
            is_text = reference.path.endswith(".md")  # what is withdrawn never will be published, a story may
            message = f"content/{reference.path} is not published{' yet' * is_text}, so the link to it is left out."
            hint = "It appears when that story is published." if is_text else "Delete the link."
            yield Problem(at, message, hint, "warning")


def _picture_problems(
    places: Places, key: str, picture: Picture | None, files: Mapping[str, str | None]
) -> Iterator[Problem]:
    if picture and picture.path not in files:
        at = places.at(f"{key}.src")
        near = _near(at, picture.path, files)
        yield _missing(at, picture.path, in_front_matter(near, at.path) if near else "", key=f"{key}: ")


def _near(at: Location, path: str, files: Mapping[str, str | None]) -> str:
    is_page = path.endswith((".html", ".htm")) or "." not in path.rpartition("/")[2]
    alike = (known for known in files if is_page or known.endswith(".md") == path.endswith(".md"))
    return nearest_file(path, (known for known in alike if f"content/{known}" != at.path))


def _missing(at: Location, path: str, better: str, *, key: str = "") -> Problem:
    hint = f"Did you mean '{better}'?" if better else "Put the file there, or correct the path."
    return Problem(at, f"{key}there is no file content/{visible(path)}.", hint)


def in_markdown(path: str, source: str) -> str:
    """A file below content/ as a link or picture in the text of `source` has to name it: relative to it, and with
    blanks, brackets and the like percent-encoded, which they have to be."""
    return _NOT_IN_TARGETS.sub(lambda found: quote(found[0], safe="") or "./", _as_seen_from(path, source))


def in_front_matter(path: str, source: str) -> str:
    """A file below content/ as a key of `source` has to name it: relative to it, in quotes where it needs them."""
    seen = _as_seen_from(path, source)
    seen = f"./{seen}" if _SCHEME.match(seen) else seen
    return seen if _PLAIN.fullmatch(seen) else as_value(seen)


def _as_seen_from(path: str, source: str) -> str:
    if path.startswith("static/") and not path.endswith(".md"):
        return path.removeprefix("static")
    return posixpath.relpath(path, posixpath.dirname(_below_content(source)) or ".")


def nearest_file(path: str, known: Iterable[str]) -> str:
    """The known file whose own name is most like a path's, of several one in its folder; empty where none is.

    Its folder, its date and its ending do not count: all stories share them, and any two would be alike.
    """
    by_name: dict[str, list[str]] = {}
    for file in known:
        by_name.setdefault(_own_name(file), []).append(file)
    name = next(iter(get_close_matches(_own_name(path), by_name, n=1)), None)
    top = path.partition("/")[0]
    return "" if name is None else min(by_name[name], key=lambda file: (file.partition("/")[0] != top, file))


def _own_name(path: str) -> str:
    """`stories/2024-01-31-shoes/index.md` and `shoes.png` are both `shoes`."""
    bare = path.removesuffix("/index.md").rpartition("/")[2]
    stem = bare.rpartition(".")[0] or bare
    dated = DATED_NAME.fullmatch(stem)
    return ((dated[2] or stem) if dated else stem).casefold()


def _below_content(source: str) -> str:
    return source.removeprefix("content/")


def _folder(source: str) -> str:
    return source.removeprefix("content/stories/").split("/")[0]

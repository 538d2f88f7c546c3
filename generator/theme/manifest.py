"""theme.toml: what a theme says about itself."""

import re

import msgspec

from generator.errors import Problem
from generator.fields import Fields, parse_toml

API = 1
"""The version of what templates get (docs/reference/theme-api.md); it grows when a view loses or renames something."""

Plain = str | int | float | bool
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")  # a folder's name, never a path: it is looked for among the themes alone


class Manifest(msgspec.Struct, frozen=True):
    """`bundles` are assets put together from several files; `options` are the defaults of what a site may choose.

    `sizes` is how wide the theme shows pictures, as HTML's attribute of that name says it.
    """

    description: str
    api: int
    extends: str
    sizes: str
    bundles: tuple[tuple[str, tuple[str, ...]], ...]
    options: tuple[tuple[str, Plain], ...]


def parse_manifest(text: str, *, path: str) -> tuple[Manifest, tuple[Problem, ...]]:
    """The manifest, with its problems; a theme written for another API is one of them."""
    mapping, problems = parse_toml(text, path=path)
    fields = Fields(mapping, path=path, what="theme.toml")
    fields.text("name")
    bundles = fields.section("bundles")
    manifest = Manifest(
        description=fields.text("description"),
        api=fields.integer("api", 0, lowest=1, highest=10_000),
        extends=fields.text("extends"),
        sizes=fields.text("sizes"),
        bundles=tuple((name, bundles.texts(name)) for name in bundles.keys()),  # noqa: SIM118 (not a dictionary)
        options=fields.free("options"),
    )
    fields.absorb(bundles)
    if manifest.extends and not _NAME.fullmatch(manifest.extends):
        fields.wrong("extends", f"{manifest.extends!r} is not the name of a theme's folder.")
    if manifest.api != API and not problems:
        written = f"is written for theme API {manifest.api}" if manifest.api else "does not say its theme API"
        hint = "docs/reference/theme-api.md lists what changed between versions."
        fields.wrong("api", f"this theme {written}; this Firsthand has {API}.", hint)
    return manifest, (*problems, *fields.finish())

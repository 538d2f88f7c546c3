"""theme.toml: what a theme says about itself."""

import re

import msgspec

from generator.errors import Places, Problem
from generator.fields import Fields, parse_toml

API = 1
"""The version of what templates are given (docs/themes.md); it grows when a view loses or renames something."""

Plain = str | int | float | bool
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")  # a folder's name, never a path: it is looked for among the themes alone


class Manifest(msgspec.Struct, frozen=True):
    """What a theme says about itself.

    `bundles` are assets put together from several files. `options` are the defaults of what a site can choose. `sizes`
    is how wide the theme shows pictures, in the form of HTML's attribute `sizes`. `places` is where each value is.
    """

    description: str
    api: int
    extends: str
    sizes: str
    bundles: tuple[tuple[str, tuple[str, ...]], ...]
    options: tuple[tuple[str, Plain], ...]
    places: Places


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
        places=fields.places(),
    )
    fields.absorb(bundles)
    if manifest.extends and not _NAME.fullmatch(manifest.extends):
        hint = "Write the name of a folder in themes/, such as counter."
        fields.wrong("extends", f"{manifest.extends!r} is not the name of a theme's folder.", hint)
    if manifest.api != API and not problems:
        fields.wrong("api", *_other_api(manifest.api))
    return manifest, (*problems, *fields.finish())


def _other_api(api: int) -> tuple[str, str]:
    """What is wrong with a theme for another theme API (0 if it names none), and what to do."""
    if not api:
        return "this theme does not say which theme API it is made for.", f"Write api = {API} at the top."
    made = f"this theme is made for theme API {api}, and this Firsthand has theme API {API}."
    if api > API:
        return made, "Upgrade Firsthand, or use an older version of the theme."
    return made, "Upgrade the theme. 'Theme API' in Firsthand's documentation lists what changed."

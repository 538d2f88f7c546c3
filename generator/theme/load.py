"""A theme read whole: its templates, strings, assets and options, with those of the themes that it extends."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import msgspec

from generator.digests import content_digest, digest
from generator.disk_errors import explain, named_below
from generator.errors import FirsthandError, Location, Places, Problem, did_you_mean
from generator.fields import parse_toml
from generator.theme.manifest import API, Manifest, Plain, parse_manifest

_DEEPEST = 5
_UNWRITTEN = Places("site.toml")
_KINDS: Mapping[type, str] = {
    bool: "true or false",
    float: "a number with a decimal point",
    int: "a whole number",
    str: "text in quotes",
}


class Template(NamedTuple):
    """A template's text, and the file as messages name it."""

    text: str
    shown: str


class Asset(NamedTuple):
    """An asset with its address, which carries a digest of its bytes so that browsers may keep it for ever."""

    name: str
    path: str
    data: bytes


class Theme(NamedTuple):
    """A theme with everything it inherits. `fingerprint` changes when anything does that could change a page.

    `sizes` is how wide it shows pictures, for the attribute of HTML with that name.
    """

    name: str
    templates: Mapping[str, Template]
    strings: Mapping[str, str | Mapping[str, str]]
    assets: Mapping[str, Asset]
    options: Mapping[str, Plain]
    fingerprint: bytes
    sizes: str = "100vw"


class _Layer(NamedTuple):
    """One theme's own files."""

    name: str
    shown: str
    manifest: Manifest
    files: Mapping[str, bytes]


def load_theme(
    folders: Sequence[Path],
    name: str,
    *,
    language: str,
    options: Mapping[str, Plain],
    places: Places = _UNWRITTEN,
) -> Theme:
    """Read a theme and those it extends; a nearer one's templates, assets and strings stand in for a farther one's.

    A template is also known as `<theme>/<template>`, so that a child can extend the very template it replaces.
    `places` are those of site.toml, which chose name and options.
    Raises FirsthandError: no such theme, a wrong theme.toml, another theme API, files that cannot be read.
    """
    layers = _layers(folders, name, places.at("theme.name"))
    templates: dict[str, Template] = {}
    strings: dict[str, str | Mapping[str, str]] = {}
    problems: list[Problem] = []
    for layer in reversed(layers):
        for path, data in layer.files.items():
            if path.startswith("templates/"):
                template = Template(_text(data, f"{layer.shown}/{path}", problems), f"{layer.shown}/{path}")
                short = path.removeprefix("templates/")
                templates[short] = templates[f"{layer.name}/{short}"] = template
    for tag in _languages(language):
        for layer in reversed(layers):
            for file, data in layer.files.items():
                if file.lower() == f"strings/{tag}.toml":
                    strings |= _strings(data, f"{layer.shown}/{file}", problems)
    assets = _assets(layers, problems)
    settled = _options(layers, options, places, problems)
    if problems:
        raise FirsthandError(problems)
    sizes = next((layer.manifest.sizes for layer in layers if layer.manifest.sizes), "100vw")
    addresses = {asset.name: asset.path for asset in assets.values()}
    parts = msgspec.msgpack.encode((name, templates, strings, addresses, settled, sizes), order="sorted")
    return Theme(name, templates, strings, assets, settled, digest(parts), sizes)


def _layers(folders: Sequence[Path], name: str, at: Location) -> tuple[_Layer, ...]:
    """The theme that is named at a place, then the one it extends, and so on."""
    layers: list[_Layer] = []
    while name:
        folder = next((found for base in folders if (found := base / name).is_dir()), None)
        if folder is None:
            known = sorted({path.name for base in folders if base.is_dir() for path in base.iterdir() if path.is_dir()})
            hint = did_you_mean(name, known) or (f"The themes are {', '.join(known)}." if known else "")
            raise FirsthandError([Problem(at, f"there is no theme {name!r}.", hint)])
        if name in (layer.name for layer in layers):
            way = " → ".join((*(layer.name for layer in layers), name))
            message = f"the theme {name!r} extends itself: {way}."
            raise FirsthandError([Problem(at, message, "Delete the line 'extends' in one theme.toml.")])
        if len(layers) == _DEEPEST:
            message = f"more than {_DEEPEST} themes extend each other here."
            raise FirsthandError([Problem(at, message, "Put the files of some of them into one theme.")])
        layer = _read_layer(folder, name)
        layers.append(layer)
        name, at = layer.manifest.extends, layer.manifest.places.at("extends")
    return tuple(layers)


def _read_layer(folder: Path, name: str) -> _Layer:
    shown = f"themes/{name}"
    files: dict[str, bytes] = {}
    try:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                if not path.resolve().is_relative_to(folder.resolve()):
                    raise OSError(0, "this link leads out of the theme's folder", str(path))
                files[path.relative_to(folder).as_posix()] = path.read_bytes()
    except OSError as error:
        named = named_below(str(error.filename or folder), folder, shown)
        why, hint = explain(error)
        raise FirsthandError([Problem(Location(named), f"cannot be read: {why}.", hint)]) from error
    if "theme.toml" not in files:
        hint = f"Add one with the line api = {API}."
        raise FirsthandError([Problem(Location(shown), "this theme has no file theme.toml.", hint)])
    problems: list[Problem] = []
    text = _text(files["theme.toml"], f"{shown}/theme.toml", problems)
    manifest, found = parse_manifest(text, path=f"{shown}/theme.toml")
    if problems or found:
        raise FirsthandError([*problems, *found])
    return _Layer(name, shown, manifest, files)


def _languages(language: str) -> tuple[str, ...]:
    """English under everything, then the language, then its variants: en, pt, pt-br (letter case does not count)."""
    parts = language.lower().split("-")
    return tuple(dict.fromkeys(("en", *("-".join(parts[: n + 1]) for n in range(len(parts))))))


def _text(data: bytes, shown: str, problems: list[Problem]) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        hint = "Save it again with the encoding UTF-8."
        problems.append(Problem(Location(shown), "this file is not UTF-8 text.", hint))
        return ""


def _strings(data: bytes, shown: str, problems: list[Problem]) -> dict[str, str | Mapping[str, str]]:
    """Nested tables as dotted keys; a table with the key `other` is one string with plural forms."""
    text = _text(data, shown, problems)
    try:
        tables = tomllib.loads(text)
    except ValueError:
        problems += parse_toml(text, path=shown)[1]  # which takes longer, and knows where
        return {}
    found: dict[str, str | Mapping[str, str]] = {}

    def gather(table: Mapping[str, object], trail: str) -> None:
        for key, value in table.items():
            if isinstance(value, dict) and "other" not in value:
                gather(value, f"{trail}{key}.")
            elif isinstance(value, dict):
                found[trail + key] = {form: str(text) for form, text in value.items()}
            else:
                found[trail + key] = str(value)

    gather(tables, "")
    return found


def _assets(layers: tuple[_Layer, ...], problems: list[Problem]) -> dict[str, Asset]:
    """The nearest file for each asset, and the bundles: several files as one."""
    files: dict[str, bytes] = {}
    bundles: dict[str, tuple[tuple[str, ...], Places]] = {}
    for layer in reversed(layers):
        files |= {
            path.removeprefix("assets/"): data for path, data in layer.files.items() if path.startswith("assets/")
        }
        bundles |= {name: (parts, layer.manifest.places) for name, parts in layer.manifest.bundles}
    bundled: set[str] = set()
    found = dict(files)
    for name, (parts, places) in bundles.items():
        for number, part in enumerate(parts):
            if part not in files:
                at = places.at(f"bundles.{name}[{number}]")
                hint = did_you_mean(part, files) or "Add the file to the folder assets/ of the theme."
                problems.append(Problem(at, f"bundles.{name}: there is no asset {part!r}.", hint))
        bundled.update(part for part in parts if part != name)
        found[name] = b"\n".join(files[part] for part in parts if part in files)
    return {name: _asset(name, data) for name, data in found.items() if name not in bundled}


def _asset(name: str, data: bytes) -> Asset:
    path = PurePosixPath(name)
    marked = path.with_name(f"{path.stem}.{content_digest(data).hex()[:10]}{path.suffix}")
    return Asset(name, f"/assets/{marked}", data)


def _options(
    layers: tuple[_Layer, ...], chosen: Mapping[str, Plain], places: Places, problems: list[Problem]
) -> dict[str, Plain]:
    """The themes' defaults with what site.toml chose; an option that no theme declares is a problem."""
    settled: dict[str, Plain] = {}
    for layer in reversed(layers):
        settled |= dict(layer.manifest.options)
    for key, value in chosen.items():
        at = places.at(f"theme.options.{key}")
        if key not in settled:
            all_of_them = f"It has {', '.join(settled)}." if settled else "It has no options."
            message = f"theme.options.{key} is not an option of the theme {layers[0].name!r}."
            problems.append(Problem(at, message, did_you_mean(key, settled) or all_of_them))
        elif type(value) is not type(settled[key]):
            example = msgspec.json.encode(settled[key]).decode()  # which writes these as TOML does
            message = f"theme.options.{key} must be {_KINDS[type(settled[key])]}, such as {example}."
            problems.append(Problem(at, message))
        else:
            settled[key] = value
    return settled

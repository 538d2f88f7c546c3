"""Spellings that are one name: companies, tags and authors are settled here, with their addresses."""

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from generator.errors import Location, Places, Problem
from generator.site.model import Name
from generator.urls import identity, slug_for


class Spelling(msgspec.Struct, frozen=True):
    """A name as one file writes it, and where: its trail among the places of the file."""

    text: str
    places: Places
    trail: str = ""

    @property
    def at(self) -> Location:
        return self.places.at(self.trail)


class Known(msgspec.Struct, frozen=True):
    """A name that has a file of its own: its slug is the file's, and its aliases lead to it."""

    name: str
    slug: str
    places: Places
    aliases: tuple[str, ...] = ()


def settle(
    spellings: Iterable[Spelling], known: Iterable[Known], *, folder: str, what: str, warn_of_case: bool = False
) -> tuple[Mapping[str, Name], tuple[Problem, ...]]:
    """Give each name its settled spelling and its page below `/<folder>/`; the mapping's keys are `identity`s.

    Letter case, Unicode form and a file's aliases do not make two names. Of several spellings without a file the most
    frequent is taken (then the first by file). Two names whose addresses would be one are a problem naming both.
    """
    names, owners, problems = _names_with_files(known, folder, what)
    slugs = {name.path: source for name, source in owners.values()}
    for key, group in _groups(spellings, names).items():
        counts = Counter(spelling.text for spelling in group)
        text = max(counts, key=lambda text: (counts[text], -[s.text for s in group].index(text)))
        path = f"/{folder}/{slug_for(text, prefix=what)}/"
        if path in slugs:
            message = f"{what} {text!r} would have the address {path}, as the {what} in {slugs[path]} has."
            hint = f"Give it a file of its own in content/{folder}/; the file's name is then its address."
            problems.append(Problem(group[0].at, message, hint))
            continue
        slugs[path] = group[0].places.path
        names[key] = Name(text, path)
        if warn_of_case and len(counts) > 1:
            message = f"{what} is spelt {' and '.join(map(repr, sorted(counts)))}; it counts as one."
            problems.append(Problem(group[0].at, message, "Settle on one spelling.", "warning"))
    return names, tuple(problems)


def _names_with_files(
    known: Iterable[Known], folder: str, what: str
) -> tuple[dict[str, Name], dict[str, tuple[Name, str]], list[Problem]]:
    names: dict[str, Name] = {}
    owners: dict[str, tuple[Name, str]] = {}
    problems = []
    for entry in known:
        name = Name(entry.name, f"/{folder}/{entry.slug}/")
        aliases = ((f"aliases[{number}]", alias) for number, alias in enumerate(entry.aliases))
        for trail, text in (("name", entry.name), ("", entry.slug), *aliases):
            key = identity(text)
            owner = owners.get(key)
            if owner is None or owner[1] == entry.places.path:
                names[key] = name
                owners[key] = (name, entry.places.path)
            else:
                message = f"{what} {text!r} is the name or an alias in {owner[1]} too."
                problems.append(Problem(entry.places.at(trail), message, "Remove it from one of the two."))
    return names, owners, problems


def _groups(spellings: Iterable[Spelling], names: Mapping[str, Name]) -> dict[str, list[Spelling]]:
    """Spellings of names without a file, by identity, each list in the order of sources."""
    groups: dict[str, list[Spelling]] = {}
    for spelling in sorted(spellings, key=lambda s: (s.places.path, s.text)):
        key = identity(spelling.text)
        if key not in names:
            groups.setdefault(key, []).append(spelling)
    return groups

"""Spellings that are one name: companies, tags and authors are settled here, with their addresses."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from generator.errors import Location, Places, Problem
from generator.site.model import Name
from generator.urls import identity, slug_for, without_accents


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
    spellings: Iterable[Spelling],
    known: Iterable[Known],
    *,
    folder: str,
    what: str,
    warn_of_case: bool = False,
    with_aliases: bool = True,
) -> tuple[Mapping[str, Name], tuple[Problem, ...]]:
    """Give each name its settled spelling and its page below `/<folder>/`; the mapping's keys are `identity`s.

    Letter case, Unicode form and a file's aliases do not make two names. Of several spellings without a file the most
    frequent is taken (then the first by file). Two names whose addresses would be one are a problem naming both; two
    that differ by accents alone are a warning, unless each has a file. `with_aliases` says whether files have any.
    """
    names, owners, problems = _names_with_files(known, folder, what)
    slugs = {names[key].path: owner.places.path for key, owner in owners.items()}
    settled = []
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
        settled.append(group)
        if warn_of_case and len(counts) > 1:
            message = f"{what} is spelt {' and '.join(map(repr, sorted(counts)))}; it counts as one."
            problems.append(Problem(group[0].at, message, "Settle on one spelling.", "warning"))
    problems += _accent_problems(settled, owners.values(), folder, what, with_aliases=with_aliases)
    return names, tuple(problems)


def _names_with_files(
    known: Iterable[Known], folder: str, what: str
) -> tuple[dict[str, Name], dict[str, Spelling], list[Problem]]:
    """The names of files, and what each file calls itself, both by identity."""
    names: dict[str, Name] = {}
    owners: dict[str, Spelling] = {}
    problems = []
    for entry in known:
        name = Name(entry.name, f"/{folder}/{entry.slug}/")
        aliases = ((f"aliases[{number}]", alias) for number, alias in enumerate(entry.aliases))
        for trail, text in (("name", entry.name), ("", entry.slug), *aliases):
            key = identity(text)
            owner = owners.get(key)
            if owner is None:
                names[key] = name
                owners[key] = Spelling(text, entry.places, trail)
            elif owner.places.path != entry.places.path:
                message = f"{what} {text!r} is the name or an alias in {owner.places.path} too."
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


def _accent_problems(
    settled: Iterable[list[Spelling]], owners: Iterable[Spelling], folder: str, what: str, *, with_aliases: bool
) -> Iterator[Problem]:
    """A warning for each name without a file that is like another one but for accents, at its first place.

    Of two without a file it is the rarer one, which is the likelier slip.
    """
    alias = " or name one among the other's aliases" if with_aliases else ""
    hint = f"If they are one, write them alike{alias}; if they are two, give each a file in content/{folder}/."
    alike: dict[str, Spelling] = {}
    for owner in owners:
        alike.setdefault(without_accents(owner.text), owner)
    for group in sorted(settled, key=len, reverse=True):
        first = group[0]
        other = alike.setdefault(without_accents(first.text), first)
        if other is not first:
            alone = f"differs from {other.text!r} in {other.places.path} by accents alone; they count as two."
            yield Problem(first.at, f"{what} {first.text!r} {alone}", hint, "warning")

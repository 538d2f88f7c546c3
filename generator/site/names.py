"""Spellings that are one name: companies, tags and authors are settled here, with their addresses."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from generator.errors import Location, Places, Problem
from generator.quoting import hidden_difference, is_invisible, quoted
from generator.site.model import Name
from generator.urls import identity, slug_for, without_accents

_ONE_SPELLING = "Write it in the same way everywhere."
_QUOTES = "“”„‟«»‹›‘’‚‛\"'"


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
    slugs = {names[key].path: owner for key, owner in owners.items()}
    settled = []
    groups = _groups(spellings, names)
    for key, group in sorted(groups.items(), key=lambda item: (_is_odd(item[1][0].text), -len(item[1]))):
        counts = Counter(spelling.text for spelling in group)
        text = max(counts, key=lambda text: (counts[text], -[s.text for s in group].index(text)))
        path = f"/{folder}/{slug_for(text, prefix=what)}/"
        if path in slugs:
            problems.append(_shared_address(what, group[0], text, slugs[path], path, folder))
            continue
        slugs[path] = group[0]
        names[key] = Name(text, path)
        settled.append(group)
        if warn_of_case and len(counts) > 1:
            problems.append(Problem(group[0].at, _spellings(what, sorted(counts)), _ONE_SPELLING, "warning"))
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
                message = f"{what} {quoted(text)} is a name or an alias in {owner.places.path}, too."
                problems.append(Problem(entry.places.at(trail), message, "Delete it in one of the two files."))
    return names, owners, problems


def _is_odd(text: str) -> bool:
    """Whether a name has what nobody means to write: invisible characters, or quotation marks around it."""
    return _plain(text) != text


def _plain(text: str) -> str:
    visible = "".join(c for c in text if not is_invisible(c)).strip()
    quotes = len(visible) > 2 and visible[0] in _QUOTES and visible[-1] in _QUOTES
    return visible[1:-1] if quotes else visible


def _shared_address(what: str, here: Spelling, text: str, other: Spelling, path: str, folder: str) -> Problem:
    """Two names whose addresses would be one, told of the one that is odd, or else rarer or later."""
    message = f"{what} {quoted(text)} would share the address {path} with {quoted(other.text)} in {other.places.path}."
    file = f"give this one a file in content/{folder}/: the file's name becomes its address"
    hint = f"If they are one, write both alike. If they are two, {file}."
    if identity(_plain(text)) == identity(other.text):
        strange = "invisible characters" if any(map(is_invisible, text)) else "curly quotation marks"
        hint = f"Write {other.text}: {strange} count as part of the name."
    return Problem(here.at, message, hint)


def _spellings(what: str, texts: list[str]) -> str:
    """That one name is written in several ways, and how those differ that look alike."""
    pairs = ((one, other) for n, one in enumerate(texts) for other in texts[n + 1 :])
    hidden = next((found for pair in pairs if (found := hidden_difference(*pair))), "")
    alike = f" ({hidden})" if hidden else ""
    return f"{what} is spelled {' and '.join(map(quoted, texts))}{alike}; it counts as one."


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
    alias = ", or add one to the aliases of the other" if with_aliases else ""
    hint = f"If they are one, write both alike{alias}. If they are two, give each a file in content/{folder}/."
    alike: dict[str, Spelling] = {}
    for owner in owners:
        alike.setdefault(without_accents(_plain(owner.text)), owner)
    for group in sorted(settled, key=len, reverse=True):
        first = group[0]
        other = alike.setdefault(without_accents(_plain(first.text)), first)
        if other is not first and (hidden := hidden_difference(first.text, other.text)):
            twins = f"looks like {quoted(other.text)} in {other.places.path}, but they count as two"
            yield Problem(first.at, f"{what} {quoted(first.text)} {twins}: {hidden}.", "Type it again.", "warning")
        elif other is not first:
            only = f"differs from {quoted(other.text)} in {other.places.path} only by accents, so they count as two."
            yield Problem(first.at, f"{what} {quoted(first.text)} {only}", hint, "warning")

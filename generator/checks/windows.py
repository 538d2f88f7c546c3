"""The check for names that Windows cannot store: nobody there could clone the site or build it."""

from collections.abc import Iterator

from generator.checks.check import Check, Rendered
from generator.errors import Location, Problem
from generator.quoting import quoted
from generator.urls import not_on_windows


def windows_names(rendered: Rendered) -> Iterator[Problem]:
    """One problem for each file of content/ with such a name, and for each file that gives a page such an address."""
    told = set()
    for path, source in rendered.sources.items():
        if not source.startswith("content/") or source in told:
            continue
        if name := not_on_windows(source):
            told.add(source)
            message = f"Windows cannot store a file or folder called {quoted(name)}."
            hint = "Rename it, so that the site can be edited and built there too."
            yield Problem(Location(source), message, hint)
        elif name := not_on_windows(path):
            told.add(source)
            address = f"/{path.removesuffix('index.html')}"
            message = f"Windows cannot store a page at {address}, because of the name {quoted(name)}."
            yield Problem(Location(source), message, "Change the address, so that the site can be built there too.")


CHECK = Check(id="windows-names", severity="warning", run=windows_names)

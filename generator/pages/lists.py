"""Lists on several screens, numbered from the oldest story, so that a new one changes only the first screen."""

from typing import Generic, TypeVar

import msgspec

from generator.pages.parts import Pager
from generator.site import Site

Item = TypeVar("Item")


class Screen(msgspec.Struct, Generic[Item], frozen=True):
    """One screen of a list: where it stands, its items (newest first), and its neighbours."""

    path: str
    first: bool
    items: tuple[Item, ...]
    pager: Pager


def screens(site: Site, path: str, items: tuple[Item, ...]) -> tuple[Screen[Item], ...]:
    """Cut a list, newest first, into its screens; the first stands at `path`, the others at `<path>page/<n>/`.

    Numbered screens hold exactly `paginate` stories, /page/1/ the oldest. The first screen holds the rest, which is
    between half and one and a half times that many, so that it is neither nearly empty nor far too long. An empty
    list has one empty screen.
    """
    size = site.config.paginate
    numbered = max(0, (len(items) - (size + 1) // 2) // size)
    rest = len(items) - numbered * size

    def address(number: int) -> str:
        return site.config.url.path(path if number > numbered else f"{path}page/{number}/")

    found = [Screen(path=path, first=True, items=items[:rest], pager=Pager("", address(numbered) if numbered else ""))]
    for number in range(numbered, 0, -1):
        start = rest + (numbered - number) * size
        pager = Pager(newer=address(number + 1), older=address(number - 1) if number > 1 else "")
        found.append(Screen(path=f"{path}page/{number}/", first=False, items=items[start : start + size], pager=pager))
    return tuple(found)

"""Lists on several screens: of stories, numbered from the oldest, so that a new one changes only the first; others."""

from typing import Generic, TypeVar

import msgspec

from generator.pages.parts import Pager
from generator.site import Site

Item = TypeVar("Item")


class Screen(msgspec.Struct, Generic[Item], frozen=True):
    """One screen of a list: where it stands, its items in order, and its neighbours."""

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

    found = [
        Screen(path=path, first=True, items=items[:rest], pager=Pager(after=address(numbered) if numbered else ""))
    ]
    for number in range(numbered, 0, -1):
        start = rest + (numbered - number) * size
        pager = Pager(address(number + 1), address(number - 1) if number > 1 else "", page=number)
        found.append(Screen(path=f"{path}page/{number}/", first=False, items=items[start : start + size], pager=pager))
    return tuple(found)


def screens_onward(site: Site, path: str, items: tuple[Item, ...], *, size: int) -> tuple[Screen[Item], ...]:
    """Cut a list that has an order of its own into screens of `size`: at `path`, then `<path>page/2/` and on.

    An empty list has one empty screen.
    """
    last = max(1, -(-len(items) // size))

    def screen(number: int) -> str:
        return path if number == 1 else f"{path}page/{number}/"

    def address(number: int) -> str:
        return site.config.url.path(screen(number)) if 1 <= number <= last else ""

    return tuple(
        Screen(
            path=screen(number),
            first=number == 1,
            items=items[(number - 1) * size : number * size],
            pager=Pager(address(number - 1), address(number + 1), page=number if number > 1 else None),
        )
        for number in range(1, last + 1)
    )

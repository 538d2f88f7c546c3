"""Write into the pages what Firsthand says today: `python -m tests.docs.refresh`. Read the changes before you commit."""

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from tests.docs.quotes import Quote, quotes
from tests.docs.reading import read


def refresh() -> tuple[str, ...]:
    """Replace every quote that is not true today; the names of those replaced. Writes to docs/."""
    return tuple(quote.name for quote in quotes() if _is_replaced(quote))


def _is_replaced(quote: Quote) -> bool:
    with TemporaryDirectory() as folder:
        said = quote.said(Path(folder))
    if said == quote.block.text:
        return False
    fence = f"```{quote.block.language}\n"
    before, _, after = read(quote.page).partition(f"{fence}{quote.block.text}```")
    quote.page.write_text(f"{before}{fence}{said}```{after}", encoding="utf-8")
    return True


if __name__ == "__main__":
    for name in refresh():
        click.echo(name)

"""Where themes are: the site's own folder first, then those that come with Firsthand."""

from pathlib import Path

import generator


def theme_folders(root: Path) -> tuple[Path, ...]:
    """The folders that hold themes, in the order in which they are asked."""
    return (root / "themes", shipped_themes())


def shipped_themes() -> Path:
    """Inside the package when it was installed from a wheel, else beside it in the checkout."""
    package = Path(generator.__file__).parent
    packaged = package / "_themes"
    return packaged if packaged.is_dir() else package.parent / "themes"

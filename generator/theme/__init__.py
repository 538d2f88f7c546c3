"""Themes: found, read with their parents, and made into a renderer.

`generator.theme.render` is not imported here: it needs Jinja, and a build with nothing to do renders nothing.
"""

from generator.theme.find import theme_folders
from generator.theme.load import Asset, Theme, load_theme

__all__ = ["Asset", "Theme", "load_theme", "theme_folders"]

"""Firsthand: a static site generator for stories of good and bad service."""

__version__ = "0.1.0.dev0"

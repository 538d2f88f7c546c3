"""A site brought up to date. The rooms: load (files to Site), plan (Site to outputs), render, and the one function."""

from generator.build.build import build_site
from generator.build.report import BuildReport
from generator.build.settings import Settings
from generator.build.whole import render_whole

__all__ = ["BuildReport", "Settings", "build_site", "render_whole"]

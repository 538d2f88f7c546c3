"""The command `firsthand`: one file a subcommand, each from arguments to one call and one closing line."""

from generator.cli.main import main

__all__ = ["main"]

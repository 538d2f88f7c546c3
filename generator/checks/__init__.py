"""`firsthand check`: one file a check. This tuple says which checks there are."""

from generator.checks import comments, links, placeholders, policy, windows
from generator.checks.check import Check, Rendered, run_checks
from generator.checks.names import unknown_checks

CHECKS = (links.CHECK, comments.CHECK, policy.CHECK, placeholders.CHECK, windows.CHECK)

__all__ = ["CHECKS", "Check", "Rendered", "run_checks", "unknown_checks"]

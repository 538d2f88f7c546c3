"""`firsthand check`: one file a check; what stands in this tuple is what is checked."""

from generator.checks import comments, links, policy, windows
from generator.checks.check import Check, Rendered, run_checks
from generator.checks.names import unknown_checks

CHECKS = (links.CHECK, comments.CHECK, policy.CHECK, windows.CHECK)

__all__ = ["CHECKS", "Check", "Rendered", "run_checks", "unknown_checks"]

"""docs/reference/checks.md lists every check, and shows warnings and errors as what they are."""

from generator.checks import CHECKS
from tests.docs.reading import CHECKING, blocks, code, section, table


def test_every_check_is_in_the_table_with_its_severity() -> None:
    found = table(section(CHECKING, "Checks").text, "Check")
    assert {code(row["Check"]): row["Severity"] for row in found} == {check.id: check.severity for check in CHECKS}


def test_each_problem_is_shown_with_others_of_its_severity() -> None:
    """The problems themselves are quotes, and tested as such."""
    warnings, errors = (blocks(section(CHECKING, title).text) for title in ("Warnings", "Errors"))
    assert warnings
    assert errors
    assert all(": warning: " in block.text for block in warnings)
    assert not any("warning" in block.text for block in errors)


def test_the_parts_of_a_problem_are_explained_below_them() -> None:
    explained = blocks(section(CHECKING, "Problems").text)[2].text.splitlines()
    file, line, column = explained[0].split(": ")[0].split(":")
    marks = [explained[1].index("└"), explained[3].index("└"), explained[2].index("└")]
    assert marks == [0, len(file) + 1, len(f"{file}:{line}:")]
    assert column.isdecimal()

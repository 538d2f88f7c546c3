"""docs/reference/checks.md lists every check, and what other pages say of messages is said somewhere."""

import re

from generator.checks import CHECKS
from tests.docs.reading import CHECKING, all_pages, code, read, section, table, tables
from tests.modules import modules


def test_every_check_is_in_the_table_with_its_severity() -> None:
    found = table(section(CHECKING, "Checks").text, "Check")
    assert {code(row["Check"]): row["Severity"] for row in found} == {check.id: check.severity for check in CHECKS}


def test_the_messages_in_tables_of_messages_are_said_somewhere() -> None:
    said = " ".join(module.text for module in modules())
    rows = [row for page in all_pages() for found in tables(read(page)) for row in found if "Message" in row]
    assert rows
    for row in rows:
        for part in re.split(r"…|warning: ", row["Message"]):
            words = part.strip(" ,`")
            assert words in said or words.replace("a story", "{self._what}") in said, row["Message"]

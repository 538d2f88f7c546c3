"""docs/explanation/how-records-count.md explains records as the code counts them."""

import re

from generator.pages.companies import ROWS
from generator.pages.home import MOST_UNRESOLVED
from generator.pages.record import MOST_TAGS
from generator.record import Record, best_served, wilson, worst_served
from generator.site.orders import ORDERS
from tests.docs.reading import RECORDS, URLS, code, read, section, table

NUMBERS = {3: "three", 8: "eight"}


def test_the_orders_are_those_of_the_list_of_companies() -> None:
    rows = table(section(RECORDS, "How companies are ranked").text, "Order")
    assert [code(row["Address"]) for row in rows] == [order.path for order in ORDERS]


def test_the_lower_ends_of_the_page_are_those_of_wilsons_interval() -> None:
    rows = table(section(RECORDS, "The statistics").text, "Good stories")
    assert rows
    ends = []
    for row in rows:
        count, of = map(int, row["Good stories"].split(" of "))
        assert row["Share"] == f"{100 * count / of:.0f} %"
        assert row["Lower end"] == f"{100 * wilson(count, of).lower:.0f} %"
        ends.append(wilson(count, of).lower)
    assert ends == sorted(ends)


def test_both_orders_by_service_go_by_the_lower_end_as_the_page_says() -> None:
    record = Record(good=3, mixed=2, bad=7, unsaid=4)
    assert best_served(record) == wilson(3, 12).lower
    assert abs(worst_served(record) - (1 - wilson(7, 12).lower)) < 1e-12


def test_the_statistics_are_explained_on_this_page_alone() -> None:
    for page in RECORDS.parent.parent.rglob("*.md"):
        if page != RECORDS and page.parent.name != "decisions":
            assert not re.search(r"wilson|confidence|interval", read(page), re.IGNORECASE), page.name


def test_the_numbers_of_the_page_are_those_of_the_code() -> None:
    assert f"the {NUMBERS[MOST_TAGS]} most frequent" in section(RECORDS, "Years, channels and topics").text
    assert f"the first {NUMBERS[MOST_UNRESOLVED]}" in section(RECORDS, "Unresolved cases").text
    assert f"has {ROWS} companies on each page" in section(URLS, "Pages of a list").text

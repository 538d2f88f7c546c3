"""A company's own file: what it says, what it may leave out, and what is wrong with it."""

import pytest
from hypothesis import given, settings

from generator.company import CompanyProfile, parse_company
from generator.errors import in_order
from generator.markup import MarkupOptions
from tests.fields.any_text import FRONT_MATTER

ACME = "content/companies/acme-shoes.md"
KNOWN = "name, aliases, website, industry, note, contacts."


def parsed(text: str, source: str = ACME) -> CompanyProfile:
    return parse_company(text, source, MarkupOptions())


def problems_of(text: str, source: str = ACME) -> list[str]:
    return [str(problem) for problem in in_order(parsed(text, source).problems)]


def test_every_key_is_taken_as_it_is_written() -> None:
    company = parsed(
        "---\n"
        "name: ACME & Sons\n"
        "aliases: [Acme, Acme Ltd]\n"
        "website: https://acme.example/\n"
        "industry: Shoes\n"
        "note: Bought by Zeta in 2024.\n"
        "contacts: [help@acme.example, 0800 1.10]\n"
        "---\n"
        "What to know.\n"
    )
    assert company.problems == ()
    assert (company.source, company.slug, company.name) == (ACME, "acme-shoes", "ACME & Sons")
    assert company.aliases == ("Acme", "Acme Ltd")
    assert (company.website, company.industry, company.note) == (
        "https://acme.example/",
        "Shoes",
        "Bought by Zeta in 2024.",
    )
    assert company.contacts == ("help@acme.example", "0800 1.10")
    assert company.body.first_paragraph == "What to know."


@pytest.mark.parametrize(
    "keys", ["", "name:\naliases:\nwebsite:\nindustry:\nnote:\ncontacts:\n", "name: ''\naliases: []\n"]
)
def test_everything_may_be_left_out_and_the_name_comes_from_the_file_s(keys: str) -> None:
    company = parsed(f"---\n{keys}---\n")
    assert company.problems == ()
    assert (company.name, company.slug) == ("Acme Shoes", "acme-shoes")
    assert (company.aliases, company.website, company.industry, company.note, company.contacts) == ((), "", "", "", ())


def test_one_alias_and_one_contact_may_stand_without_a_list() -> None:
    company = parsed("---\naliases: Acme\ncontacts: help@acme.example\n---\n")
    assert (company.aliases, company.contacts) == (("Acme",), ("help@acme.example",))


@pytest.mark.parametrize("slug", ["acme", "acme-2", "2024", "müller", "靴"])
def test_the_file_s_name_is_the_last_part_of_the_address(slug: str) -> None:
    company = parsed("---\nname: Any\n---\n", f"content/companies/{slug}.md")
    assert (company.slug, company.problems) == (slug, ())


@pytest.mark.parametrize(
    ("stem", "better"),
    [("Acme", "acme"), ("acme shoes", "acme-shoes"), ("acme_shoes", "acme-shoes"), ("acme--shoes", "acme-shoes"), ("-acme", "acme"), ("acme.shoes", "acme-shoes"), ("🎉", "name")],
)  # fmt: skip
def test_a_file_s_name_that_is_no_part_of_an_address_is_named_with_a_better_one(stem: str, better: str) -> None:
    source = f"content/companies/{stem}.md"
    assert problems_of("---\nname: Any\n---\n", source) == [
        f"{source}:2:1: the file's name, '{stem}', cannot be part of an address. Rename the file to {better}.md, with small letters, digits and single hyphens only."
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("webside: https://acme.example/", "2:1: webside is not a key of a company. Did you mean 'website'?"),
        ("verdict: bad", f"2:1: verdict is not a key of a company. Use one of: {KNOWN}"),
        ("website: acme.example", "2:10: website: 'acme.example' is not a web address. Write https://acme.example."),
        ("website: javascript:alert(1)", "2:10: website: 'javascript:alert(1)' is not a web address. Write it in full: it starts with https:// or http://."),
        ("website: [https://acme.example/]", "2:10: website: this is a list, and one text belongs here. Write one text, in quotes if it starts with [."),
        ("name: {a: b}", "2:7: name: these are keys, and one text belongs here. Write one text, in quotes if it starts with {."),
        ("aliases: [Acme, {a: b}]", "2:17: aliases: these are keys, and one text belongs here. Write one text, in quotes if it starts with {."),
        ("industry: [a]", "2:11: industry: this is a list, and one text belongs here. Write one text, in quotes if it starts with [."),
        ("note: [a]", "2:7: note: this is a list, and one text belongs here. Write one text, in quotes if it starts with [."),
        ("contacts: {email: a}", "2:11: contacts: these are keys, and one text belongs here. Write one text, in quotes if it starts with {."),
    ],
)  # fmt: skip
def test_a_wrong_key_or_value_is_named_where_it_stands_with_what_to_do(line: str, problem: str) -> None:
    assert problems_of(f"---\n{line}\n---\n") == [f"{ACME}:{problem}"]


def test_all_problems_come_together_those_of_name_keys_and_body() -> None:
    source = "content/companies/Acme.md"
    found = problems_of("---\nname: A\nname: B\nwebsite: x\nzzz: 1\n---\n\n[up](../../../x.md)\n", source)
    assert [problem.removeprefix(f"{source}:").split(": ")[0] for problem in found][:4] == ["2:1", "3:1", "4:10", "5:1"]
    assert found[4].startswith(f"{source}:8")


@settings(max_examples=40, deadline=None)
@given(FRONT_MATTER)
def test_any_text_is_a_company_or_has_problems_with_it(text: str) -> None:
    company = parsed(text)
    assert company.name
    assert all(problem.at.path == ACME for problem in company.problems)

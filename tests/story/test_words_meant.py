"""Words that people write instead of those that a key knows lead to the one they mean."""

import pytest

from tests.story.test_problems import problems_of


@pytest.mark.parametrize(
    ("key", "written", "meant"),
    [
        ("channel", "telephone", "phone"),
        ("channel", "e-mail", "email"),
        ("channel", "Shop", "store"),
        ("channel", "online", "web"),
        ("channel", "in person", "visit"),
        ("comments", "no", "closed"),
        ("comments", "false", "closed"),
        ("comments", "yes", "open"),
        ("source", "friend", "reader"),
        ("source", "newspaper", "news"),
        ("source", "quotation", "quoted"),
    ],
)
def test_a_word_for_the_same_thing_leads_to_the_one_that_is_known(key: str, written: str, meant: str) -> None:
    (problem,) = problems_of(f"---\ntitle: x\n{key}: {written}\n---\n")
    assert f"{key}: '{written}' is " in problem
    assert problem.endswith(f". Did you mean '{meant}'?")


def test_an_address_alone_as_the_source_is_told_how_to_be_written() -> None:
    assert problems_of("---\ntitle: x\nsource: https://kerb.example/seconds\n---\n") == [
        "3:9: source: 'https://kerb.example/seconds' is an address, and a type belongs here. Below source, write a line type: with one of the types, and a line url: with this address."
    ]

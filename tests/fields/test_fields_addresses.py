"""Web addresses, email addresses and language codes taken from a mapping."""

import pytest

from generator.quoting import quoted
from tests.fields.nodes import of_yaml, shown

IN_FULL = "Write it in full: it starts with https:// or http://."
QUOTE = "'"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("told.example", "Write https://told.example."),
        ("www.told.example/a?b=c", "Write https://www.told.example/a?b=c."),
        ("http:/told.example", "Write http://told.example."),
        ("htp://told.example/", "Write https://told.example/."),
        ("https//told.example", "Write https://told.example."),
        ("https:\\\\told.example\\a", "Write https://told.example/a."),
        ("<https://told.example>", "Write https://told.example."),
        ("'[Told](https://told.example)'", "Write https://told.example."),
        ("javascript:alert(1)", IN_FULL),
        ("ftp://told.example/", IN_FULL),
        ("https://", IN_FULL),
        ("https://told@evil.example/", IN_FULL),
        ("told", IN_FULL),
        ("dana@told.example", IN_FULL),
    ],
)
def test_what_is_no_web_address_is_named_with_the_one_that_is_meant_and_not_taken(text: str, hint: str) -> None:
    fields = of_yaml(f"website: {text}\n")
    assert fields.address("website") == ""
    assert shown(fields.finish()) == [f"x.md:1:10: website: {quoted(text.strip(QUOTE))} is not a web address. {hint}"]


@pytest.mark.parametrize("email", ["a@b.example", "first.last+tag@sub.domain.example", "ü@ü.example"])
def test_an_email_address_is_taken(email: str) -> None:
    fields = of_yaml(f"email: {email}\n")
    assert fields.email("email") == email
    assert fields.finish() == ()


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("dana", "it as name@example.org"),
        ("dana@", "it as name@example.org"),
        ("@b.example", "it as name@example.org"),
        ("a@b", "it as name@example.org"),
        ("a@b@c.example", "it as name@example.org"),
        ("a b@c.example", "it as name@example.org"),
        ("<a@b.example>", "a@b.example"),
        ("mailto: a@b.example", "a@b.example"),
        ("a at b.example", "a@b.example"),
        ("a (at) b.example", "a@b.example"),
        ("a@b.example?subject=<x>", "a@b.example"),
    ],
)
def test_what_is_no_email_address_is_named_with_the_one_that_is_meant_and_not_taken(text: str, hint: str) -> None:
    fields = of_yaml(f'email: "{text}"\n')
    assert fields.email("email") == ""
    assert shown(fields.finish()) == [f"x.md:1:8: email: '{text}' is not an email address. Write {hint}."]


@pytest.mark.parametrize("tag", ["en", "de", "pt-BR", "zh-Hant-TW", "gsw", "de-CH-1996"])
def test_a_language_tag_is_taken_as_it_is_written(tag: str) -> None:
    fields = of_yaml(f"lang: {tag}\n")
    assert fields.language("lang", "en") == tag
    assert fields.finish() == ()


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("German", "Write de."),
        ("français", "Write fr."),
        ("de_DE", "Write de-DE."),
        ("en - gb", "Write en-GB."),
        ("d", "Write a code such as en, de or pt-BR."),
        ("de-", "Write a code such as en, de or pt-BR."),
        ("de--AT", "Write a code such as en, de or pt-BR."),
        ("de AT", "Write a code such as en, de or pt-BR."),
        ("de-waytoolong1", "Write a code such as en, de or pt-BR."),
    ],
)
def test_what_is_no_language_code_is_named_with_the_one_that_is_meant_and_the_default_taken(
    tag: str, hint: str
) -> None:
    fields = of_yaml(f"lang: {tag}\n")
    assert fields.language("lang", "en") == "en"
    assert shown(fields.finish()) == [f"x.md:1:7: lang: '{tag}' is not the code of a language. {hint}"]

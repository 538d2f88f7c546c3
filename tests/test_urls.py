"""Slugs and names: an address for every title in every script, and one name for its spellings."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.urls import LONGEST_SLUG, identity, not_on_windows, slug_for, slugify, stays_inside, without_accents

ANY_TEXT = st.text(st.characters(), max_size=60)  # lone surrogates and control characters included


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("The President Answered!", "the-president-answered"),
        ("Grüße aus Köln", "grüße-aus-köln"),
        ("L'été à Zürich", "lété-à-zürich"),
        ("Don’t — O'Brien's", "dont-obriens"),
        ("ΕΛΛΗΝΙΚΆ", "ελληνικά"),
        ("Привет, мир", "привет-мир"),
        ("مرحبا بالعالم", "مرحبا-بالعالم"),
        ("مُحَمَّد", "مُحَمَّد"),
        ("हिन्दी की कहानी", "हिन्दी-की-कहानी"),
        ("สวัสดีชาวโลก", "สวัสดีชาวโลก"),
        ("你好，世界", "你好-世界"),
        ("東京タワー", "東京タワー"),
        ("한국어", "한국어"),
    ],
)
def test_a_title_of_any_script_becomes_lower_case_words_joined_by_hyphens(title: str, slug: str) -> None:
    assert slugify(title) == slug


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("e\u0301te\u0301", "été"),  # a combining accent and the letter with its accent are one address
        ("ﬁne Ｆｕｌｌ ① ½", "fine-full-1-1-2"),
        ("\u200fשלום\u200f עולם", "שלום-עולם"),  # right-to-left marks
        ("\u202eabc\u202c d\u200ee", "abc-de"),
        ("soft\u00adhyphen", "softhyphen"),
        ("می\u200cخواهم", "می-خواهم"),  # what parts two words for the eye parts them here
        ("❤️ love ☺️ 1️⃣", "love-1"),  # a variation selector is not left behind alone
        ("a\u20ddb", "a-b"),
        ("😀 fine 👨\u200d👩\u200d👧", "fine"),
        ("1.10", "1-10"),
        ("C++ & node.js_2", "c-node-js-2"),
        ("--a -- b--", "a-b"),
        ("../../etc/passwd", "etc-passwd"),
        ("a\x00b\\c\nd", "a-b-c-d"),
    ],
)
def test_what_is_no_letter_or_digit_parts_words_or_is_left_out(title: str, slug: str) -> None:
    assert slugify(title) == slug


@pytest.mark.parametrize("name", ["CON", "nul", "Aux!", "prn", "COM1", "com⁹", "Lpt0"])
def test_a_name_that_windows_keeps_for_a_device_gets_an_address_that_it_can_store(name: str) -> None:
    slug = slugify(name)
    assert slug[:-1] in ("con", "nul", "aux", "prn", "com1", "com9", "lpt0")
    assert slug[-1] == "-"
    assert slugify(slug) == slug
    assert not_on_windows(slug) == ""


@pytest.mark.parametrize("name", ["Con artists", "pros & cons", "null", "COM10", "com", "auxiliary", "lpt"])
def test_a_name_that_only_looks_like_a_device_keeps_its_address(name: str) -> None:
    assert not slugify(name).endswith("-")


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("content/static/aux.txt", "aux.txt"),
        ("content/static/NUL", "NUL"),
        ("content/static/com1.tar.gz", "com1.tar.gz"),
        ("content/static/Com².png", "Com².png"),
        ("content/static/con .txt", "con .txt"),
        ("content/prn/photo.jpg", "prn"),
        ("content/static/what?.pdf", "what?.pdf"),
        ("content/static/12:30.txt", "12:30.txt"),
        ("content/static/end.", "end."),
        ("content/static/end /x", "end "),
        ("content/static/CONIN$", "CONIN$"),
        ('content/static/"a".txt', '"a".txt'),
    ],
)
def test_a_name_that_windows_cannot_store_is_found_in_a_path(path: str, part: str) -> None:
    assert not_on_windows(path) == part


@pytest.mark.parametrize(
    "path", ["content/static/.well-known/x", "a/console.txt", "a/x.aux", "con-/index.html", "ein-grußwort/", "a b.c d"]
)
def test_a_name_that_windows_can_store_is_not(path: str) -> None:
    assert not_on_windows(path) == ""


@pytest.mark.parametrize(
    "title", ["", " ", "😀🎉", "☺️", "👨\u200d👩\u200d👧", "\u0301", "\ufe0f", "..", "!?", "\u3164", "\ud800"]
)
def test_a_text_without_any_letter_has_no_slug(title: str) -> None:
    assert slugify(title) == ""


def test_a_long_title_is_cut_between_words() -> None:
    assert slugify("word " * 2_000) == "-".join(["word"] * 16)
    assert len("-".join(["word"] * 17)) > LONGEST_SLUG


def test_a_word_that_is_too_long_is_cut_and_no_word_follows_out_of_turn() -> None:
    assert slugify("x" * 10_000) == "x" * LONGEST_SLUG
    assert slugify("short " + "x" * LONGEST_SLUG + " tail") == "short"


def test_a_slug_fits_into_a_file_name_also_where_a_letter_takes_four_bytes() -> None:
    adlam = "\U0001e922" * 200
    assert 200 < len(slugify(adlam).encode()) <= 240


@settings(deadline=None)
@given(ANY_TEXT)
def test_a_slug_of_a_slug_is_the_slug(text: str) -> None:
    assert slugify(slugify(text)) == slugify(text)


@settings(deadline=None)
@given(ANY_TEXT, st.sampled_from(["e'\u0301", "o\u00ad\u0302", "ﷺ", "ŉ", "İ", "\u1100'\u1161"]))
def test_a_slug_of_a_slug_is_the_slug_also_where_letters_join_once_an_apostrophe_is_gone(text: str, odd: str) -> None:
    slug = slugify(text + odd + text)
    assert slugify(slug) == slug


@settings(deadline=None)
@given(ANY_TEXT)
def test_a_slug_is_one_plain_part_of_a_path(text: str) -> None:
    slug = slug_for(text, prefix="story")
    assert stays_inside(f"/{slug}/")
    assert "/" not in slug
    assert slug == slug.lstrip("-") == slug.lower()
    assert slug == slug.rstrip("-") or not_on_windows(slug.rstrip("-"))
    assert not not_on_windows(slug)
    assert "--" not in slug
    assert len(slug) <= LONGEST_SLUG
    assert len(slug.encode()) <= 240


@settings(deadline=None)
@given(ANY_TEXT)
def test_the_unicode_form_of_a_title_does_not_change_its_slug(text: str) -> None:
    forms = {slugify(unicodedata.normalize(form, text)) for form in ("NFC", "NFD")}
    assert forms == {slugify(text)}


def test_a_name_without_any_letter_still_gets_an_address_of_its_own() -> None:
    party, heart = slug_for("🎉", prefix="tag"), slug_for("❤️", prefix="tag")
    assert party != heart
    assert party.startswith("tag-")
    assert len(party) == len("tag-") + 8
    assert slug_for("🎉", prefix="tag") == party


def test_a_prefix_is_used_only_where_it_is_needed() -> None:
    assert slug_for("Refunds 🎉", prefix="tag") == "refunds"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("New Balance", "new balance"),
        ("Straße", "STRASSE"),
        ("Café", "Cafe\u0301"),
        ("  New \t Balance\n", "New Balance"),
        ("New\u00a0Balance", "New Balance"),
        ("ΟΔΟΣ", "οδος"),
    ],
)
def test_letter_case_unicode_form_and_spaces_do_not_make_two_names(one: str, other: str) -> None:
    assert identity(one) == identity(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Acme", "Acme Ltd"), ("Müller", "Muller"), ("AT&T", "ATT"), ("New Balance", "NewBalance")]
)
def test_letters_accents_and_signs_do_make_two_names(one: str, other: str) -> None:
    assert identity(one) != identity(other)


@settings(deadline=None)
@given(ANY_TEXT)
def test_an_identity_is_its_own_identity(text: str) -> None:
    assert identity(identity(text)) == identity(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Café Noir", "CAFE NOIR"),
        ("Ñandú", "nandu"),
        ("Tiệm Phở", "Tiem Pho"),
        ("İstanbul", "istanbul"),
        ("Ελλάς", "ελλας"),
        ("Ёлка", "Елка"),
        ("Ｃafé", "Cafe"),
    ],
)
def test_without_accents_latin_greek_and_cyrillic_names_are_one(one: str, other: str) -> None:
    assert without_accents(one) == without_accents(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("कि", "क"),
        ("ก้า", "กา"),
        ("مُحَمَّد", "محمد"),
        ("שָׁלוֹם", "שלום"),
        ("が", "か"),
        ("한", "하"),
        ("Ø", "O"),
        ("≠", "="),
        ("Мой", "Мои"),
    ],
)
def test_a_mark_that_is_no_accent_stays(one: str, other: str) -> None:
    assert without_accents(one) == identity(one) != without_accents(other)


@settings(deadline=None)
@given(ANY_TEXT, st.sampled_from(["", "ᾳ", "ŉ", "İ", "e\u0323\u0302", "\u0301", "ﬁ\u0301", "が"]))
def test_what_has_no_accents_is_left_as_it_is_and_one_name_stays_one(text: str, odd: str) -> None:
    plain = without_accents(text + odd)
    assert without_accents(plain) == plain
    assert without_accents(identity(text + odd)) == plain

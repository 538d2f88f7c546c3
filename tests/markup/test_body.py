"""A Body is plain data: it can be kept, compared, and looked through without a parser."""

import subprocess
import sys

import msgspec
import pytest

from generator.errors import Location, Problem
from generator.markup import (
    Body,
    ExternalLink,
    FileReference,
    FragmentReference,
    Heading,
    IdReference,
    ImageReference,
    SiteReference,
)

FULL = Body(
    pieces=(
        "<p",
        IdReference("top"),
        "><a",
        FileReference("stories/a.md", "?q=1", "#f", 3),
        "><a",
        SiteReference("/tags/x/", 4),
        "><a",
        FragmentReference("top"),
        ">",
        ImageReference("stories/a.png", "A cup", "Mine", "cup", first=True, line=5),
    ),
    words=12,
    first_paragraph="One.",
    summary="Two.",
    headings=(Heading(2, "one", "One"),),
    links=(ExternalLink("https://x.example", 6),),
    problems=(Problem(Location("content/x.md", 7), "wrong.", "Mend it.", "warning"),),
)


def test_a_body_is_the_same_after_msgpack() -> None:
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(FULL), type=Body) == FULL


def test_a_body_can_be_a_key_and_cannot_be_changed() -> None:
    assert {FULL: 1}[FULL] == 1
    with pytest.raises(AttributeError):
        FULL.words = 13  # type: ignore[misc]


def test_a_body_lists_its_files_and_images_with_their_lines() -> None:
    assert [(file.path, file.line) for file in FULL.files] == [("stories/a.md", 3), ("stories/a.png", 5)]


def test_a_body_lists_everything_that_waits_for_an_address_in_order() -> None:
    kinds = [type(reference) for reference in FULL.references]
    assert kinds == [IdReference, FileReference, SiteReference, FragmentReference, ImageReference]


def test_a_body_lists_the_ids_of_elements_and_images() -> None:
    assert FULL.ids == ("top", "cup")


def test_the_types_can_be_had_without_any_parser() -> None:
    code = "import generator.markup, sys; print(*{'markdown', 'nh3', 'selectolax', 'html.parser'} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == ""

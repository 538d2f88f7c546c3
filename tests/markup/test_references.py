"""What a target means is decided by its form alone; whether anything is there, by those who know the site."""

import pytest

from generator.markup import FileReference, FragmentReference, SiteReference
from generator.markup.references import External, Refused, as_id, image_target, link_target, own_id, refused_scheme

FOLDER = "stories/2024-01-01-x"


def link(target: str) -> FileReference | SiteReference | FragmentReference | External | Refused:
    return link_target(target, folder=FOLDER, line=7)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("letter.pdf", FileReference("stories/2024-01-01-x/letter.pdf", line=7)),
        ("./letter.pdf", FileReference("stories/2024-01-01-x/letter.pdf", line=7)),
        ("../2024-03-01-part-one.md", FileReference("stories/2024-03-01-part-one.md", line=7)),
        ("../../companies/acme.md#phone", FileReference("companies/acme.md", "", "#phone", 7)),
        ("../a.md?x=1#y?z", FileReference("stories/a.md", "?x=1", "#y?z", 7)),
        ("my%20photo.jpg", FileReference("stories/2024-01-01-x/my photo.jpg", line=7)),
        ("my photo.jpg", FileReference("stories/2024-01-01-x/my photo.jpg", line=7)),
        ("gr%C3%BC%C3%9Fe.md", FileReference("stories/2024-01-01-x/grüße.md", line=7)),
        ("gru\u0308\u00dfe.md", FileReference("stories/2024-01-01-x/grüße.md", line=7)),
        ("50%25.md", FileReference("stories/2024-01-01-x/50%.md", line=7)),
        ("100%.md", FileReference("stories/2024-01-01-x/100%.md", line=7)),
        ("a//b/../c.md", FileReference("stories/2024-01-01-x/a/c.md", line=7)),
        ("../2024-02-02-y/", FileReference("stories/2024-02-02-y", line=7)),
        ("/stories/a.md", FileReference("stories/a.md", line=7)),
        ("/stories/A.MD#x", FileReference("stories/A.MD", "", "#x", 7)),
        (" \n letter.pdf\t", FileReference("stories/2024-01-01-x/letter.pdf", line=7)),
        ("/companies/acme/?q#f", SiteReference("/companies/acme/?q#f", 7)),
        ("/", SiteReference("/", 7)),
        ("#the-letter", FragmentReference("the-letter", 7)),
        ("#gr%C3%B6%C3%9Fe", FragmentReference("größe", 7)),
        ("#two words", FragmentReference("two-words", 7)),
        ("#", FragmentReference("", 7)),
        ("https://acme.example/a b?c#d", External("https://acme.example/a%20b?c#d")),
        ("HTTP://acme.example", External("HTTP://acme.example")),
        ("//acme.example/x", External("https://acme.example/x")),
        ("https://acme.example/a%5Cb?c\\d", External("https://acme.example/a%5Cb?c\\d")),
        ("mailto:dana@site.example", External("mailto:dana@site.example")),
        ("tel:+44123", External("tel:+44123")),
    ],
)
def test_a_link_leads_to_a_file_a_path_a_place_or_elsewhere(target: str, expected: object) -> None:
    assert link(target) == expected


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("", "leads nowhere: its target is empty"),
        ("?page=2", "leads nowhere: no file is named"),
        ("../../../secrets.md", "leads out of content/"),
        ("..%2f..%2f..%2fsecrets.md", "leads out of content/"),
        ("/../secrets.md", "leads out of content/"),
        ("C:\\Users\\dana\\letter.pdf", "is a path on one computer"),
        ("c:/Users/dana/letter.pdf", "is a path on one computer"),
        ("file:///home/dana/letter.pdf", "is a path on one computer"),
        ("images\\cup.png", "an address has no backslashes"),
        ("\\\\server\\share", "an address has no backslashes"),
        ("images%5ccup.png", "an address has no backslashes"),
        ("https:\\\\acme.example", "an address has no backslashes"),
        ("/\\acme.example", "an address has no backslashes"),
        ("a%00.md", "is not the name of a file"),
        ("javascript:alert(1)", "addresses with javascript: are not allowed"),
        ("java\nscript:alert(1)", "addresses with javascript: are not allowed"),
        ("ftp://acme.example/x", "addresses with ftp: are not allowed"),
        ("www.acme.example/x", "reads as the name of a file"),
    ],
)
def test_a_link_that_can_lead_nowhere_is_refused_and_says_why(target: str, said: str) -> None:
    refused = link(target)
    assert isinstance(refused, Refused)
    assert said in refused.message


@pytest.mark.parametrize(
    ("target", "severity"),
    [("../../../x.md", "error"), ("C:\\x", "error"), ("a\\b", "error"), ("", "warning"), ("www.x.example", "warning")],
)
def test_only_what_could_never_work_stops_a_build(target: str, severity: str) -> None:
    refused = link(target)
    assert isinstance(refused, Refused)
    assert refused.severity == severity


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("photo.jpg", "stories/2024-01-01-x/photo.jpg"),
        ("../../static/images/a.png", "static/images/a.png"),
        ("/images/x.png", "static/images/x.png"),
        ("/images/../x%20y.png?v=2#z", "static/x y.png"),
        ("https://x.example/a.png", External("https://x.example/a.png")),
        ("//x.example/a.png", External("https://x.example/a.png")),
    ],
)
def test_an_image_is_a_file_beside_the_text_or_under_static(target: str, expected: object) -> None:
    assert image_target(target, folder=FOLDER) == expected


@pytest.mark.parametrize(
    "target", ["", "#x", "?x", "mailto:a@b.example", "data:image/png;base64,x", "/../x.png", "a\\b"]
)
def test_what_is_no_image_is_refused(target: str) -> None:
    assert isinstance(image_target(target, folder=FOLDER), Refused)


def test_a_text_directly_in_content_may_not_climb() -> None:
    assert link_target("a.md", folder="", line=None) == FileReference("a.md")
    assert isinstance(link_target("../a.md", folder="", line=None), Refused)


def test_a_long_target_is_shortened_where_it_is_shown() -> None:
    refused = link("a\\" + "b" * 1000)
    assert isinstance(refused, Refused)
    assert len(refused.message) < 150


@pytest.mark.parametrize("target", ["http://x", "HTTPS:x", "mailto:x", "tel:1", "x", "/x:y", "#x:y", "?x:y", "ä:b"])
def test_what_has_an_allowed_scheme_or_none_is_not_refused_for_it(target: str) -> None:
    assert refused_scheme(target) is None


def test_an_id_has_no_blanks() -> None:
    assert as_id(" two \n words\u00a0here ") == "two-words-here"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("the letter", "the-letter"), ("_comment-kim", "comment-kim"), ("__x_", "x_"), (" _x", "x"), ("_", ""), ("", "")],
)
def test_an_id_of_a_text_is_none_of_the_page_s_own(text: str, expected: str) -> None:
    assert own_id(text) == expected

"""What a target means is decided by its form alone; whether anything is there, by those who know the site."""

import pytest

from generator.markup import FileReference, FragmentReference, SiteReference
from generator.markup.references import (
    External,
    Refused,
    as_id,
    as_target,
    image_target,
    link_target,
    own_id,
    refused_scheme,
)
from tests.markup.reading import body_of

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
        ("", "a link or picture has no address. Write it in the parentheses: [text](address)."),
        ("?page=2", "'?page=2' names no page. Write the name of a file or a path before the ?."),
        (
            "../../../my (old) letter.pdf",
            (
                "'../../../my (old) letter.pdf' leads out of the folder content/."
                " Copy the file into the folder of this text, and write only its name: my%20%28old%29%20letter.pdf."
            ),
        ),
        ("..%2f..%2f..%2fa.md", "'..%2f..%2f..%2fa.md' leads out of the folder content/. Copy the file into"),
        ("/../secrets.md", "'/../secrets.md' leads out of the folder content/. Copy the file into"),
        (
            "C:\\Users\\dana\\letter.pdf",
            (
                "'C:\\Users\\dana\\letter.pdf' is a file on your own computer, and readers cannot open it."
                " Copy the file into the folder of this text, and write only its name: letter.pdf."
            ),
        ),
        ("c:/Users/dana/", "is a file on your own computer, and readers cannot open it. Copy the file into the folder"),
        ("file:///home/dana/a.pdf", "'file:///home/dana/a.pdf' is a file on your own computer, and readers cannot"),
        ("images\\my cup.png", "'images\\my cup.png' has a backslash in it. Write images/my%20cup.png."),
        ("\\\\server\\share", "'\\\\server\\share' has a backslash in it. Write / instead of \\."),
        ("images%5ccup.png", "'images%5ccup.png' has a backslash in it. Write images/cup.png."),
        ("https:\\\\acme.example", "'https:\\\\acme.example' has a backslash in it. Write / instead of \\."),
        ("/\\acme.example", "'/\\acme.example' has a backslash in it. Write / instead of \\."),
        ("a%07.md", "'a[U+0007].md' (U+0007 is a control character) is not the name of a file. Delete the invisible"),
        (
            "javascript:alert(1)",
            (
                "the address 'javascript:alert(1)' is left out, because javascript: is not allowed."
                " Write an address that starts with https:, mailto: or tel:, or the name of a file."
            ),
        ),
        ("java\nscript:alert(1)", "is left out, because javascript: is not allowed."),
        ("ftp://acme.example/x", "the address 'ftp://acme.example/x' is left out, because ftp: is not allowed."),
        (
            "data:image/png;base64,x",
            "Save it as a file in the folder of this text and write its name, such as kettle.jpg.",
        ),
        (
            "www.acme.example/x",
            (
                "'www.acme.example/x' does not start with https://, so Firsthand takes it for the name of a file."
                " Write https://www.acme.example/x for a website."
            ),
        ),
    ],
)
def test_a_link_that_can_lead_nowhere_is_refused_and_says_what_to_do(target: str, said: str) -> None:
    refused = link(target)
    assert isinstance(refused, Refused)
    assert said in f"{refused.message} {refused.hint}"


@pytest.mark.parametrize(
    "name",
    [
        "photo.jpg",
        "my photo (1).jpg",
        "50%.jpg",
        "a#b?c.jpg",
        "a<b>.jpg",
        "www.x.jpg",
        "ä & ö.jpg",
        "it's.jpg",
        "a:b.jpg",
    ],
)
@pytest.mark.parametrize("form", ["[x]({})", "![x]({})", '![x]({} "A caption")', '<a href="{}">x</a>'])
def test_a_name_that_a_message_suggests_works_when_it_is_pasted(name: str, form: str) -> None:
    body = body_of(form.format(as_target(name)))
    assert [reference.path for reference in body.files] == [f"stories/2024-01-01-x/{name}"]


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

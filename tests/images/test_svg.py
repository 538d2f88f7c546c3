"""An SVG stays as it is; its size is read from it, and what in it does more than draw is named."""

import re
import time

import pytest

from tests.images.conftest import Prepare

XMLNS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(attributes: str = "", inside: str = "<path d='M0 0h9'/>", before: str = "") -> bytes:
    return f"{before}<svg {XMLNS} {attributes}>\n{inside}\n</svg>".encode()


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="300" height="200"', (300, 200)),
        ('width="300px" height="200.4px"', (300, 200)),
        ('width="2in" height="2.54cm"', (192, 96)),
        ('width="25.4mm" height="72pt"', (96, 96)),
        ('width="6pc" height="1e2"', (96, 100)),
        ('viewBox="0 0 640 480"', (640, 480)),
        ('viewBox="-5,-5, 64.5  ,48"', (64, 48)),
        ('width="100%" height="100%" viewBox="0 0 640 480"', (640, 480)),
        ('width="320" viewBox="0 0 640 480"', (320, 240)),
        ('height="120" viewBox="0 0 640 480"', (160, 120)),
        ('width="20em" height="2vh"', (None, None)),
        ('width="0" height="20"', (None, None)),
        ('width="-4" height="20"', (None, None)),
        ('width="1e999" height="20"', (None, None)),
        ('width="900000" height="20"', (None, None)),
        ('width="nan" height="inf"', (None, None)),
        ('viewBox="0 0 0 0"', (None, None)),
        ('viewBox="0 0 x 9"', (None, None)),
        ("", (None, None)),
    ],
)
def test_its_size_is_what_the_root_says_in_css_pixels(
    attributes: str, size: tuple[int | None, int | None], prepare: Prepare
) -> None:
    result = prepare({"a.svg": svg(attributes)})
    main = result.image("a.svg").main
    assert (main.width, main.height) == size
    assert (main.media_type, result.image("a.svg").others, result.problems) == ("image/svg+xml", (), [])


@pytest.mark.parametrize("before", ["", "\ufeff", '<?xml version="1.0"?>\n', "<!-- by hand -->\n", "<!DOCTYPE svg>\n"])
def test_it_stays_as_it_is_to_the_last_byte(before: str, prepare: Prepare) -> None:
    data = svg('width="9" height="9"', before=before)
    assert prepare({"a.svg": data}).main("a.svg") == data


CODE = "warning: this drawing contains code, which runs when somebody opens the file itself."
OUTSIDE = "warning: this drawing uses other files, which browsers do not load for a picture."
EMBEDDED = "warning: this drawing contains a photo, which is published with its metadata, such as where it was taken."
FOLDER = "warning: this drawing names a folder of the computer on which it was made."


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ("<script>alert(1)</script>", CODE),
        ("<s:script xmlns:s='http://www.w3.org/2000/svg'/>", CODE),
        ("<foreignObject><p/></foreignObject>", CODE),
        ("<g onclick='alert(1)'/>", CODE),
        ("<a xlink:href='javascript:alert(1)'><g/></a>", CODE),
        ("<a href=' JavaScript:alert(1)'><g/></a>", CODE),
        ("<image href='https://example.com/a.png'/>", OUTSIDE),
        ("<image xlink:href='//example.com/a.png'/>", OUTSIDE),
        ("<image href='file:///home/dana/a.png'/>", OUTSIDE),
        ("<g style='fill: url( https://example.com/a.svg#b )'/>", OUTSIDE),
        ("<style>@import 'https://example.com/a.css';</style>", OUTSIDE),
        ("<style><![CDATA[ g { fill: url('//example.com/a.svg') } ]]></style>", OUTSIDE),
        ("<style>g { fill: url(\n'https://example.com/a.svg') }</style>", OUTSIDE),
        ("<image href='data:image/jpeg;base64,AAAA'/>", EMBEDDED),
        ("<g xmlns:i='http://www.inkscape.org/' i:export-filename='/home/dana/a.png'/>", FOLDER),
    ],
)
def test_what_does_more_than_draw_is_named_with_its_line(inside: str, message: str, prepare: Prepare) -> None:
    result = prepare({"content/static/a.svg": svg(inside="\n\n" + inside)})
    assert [problem.split(". ")[0] + "." for problem in result.problems] == [f"content/static/a.svg:4: {message}"]
    assert result.main("content/static/a.svg")


@pytest.mark.parametrize(
    "inside",
    [
        "<use href='#a'/>",
        "<a href='/companies/'/>",
        "<text>see https://example.com, onclick</text>",
        "<g fill='url(#a)'/>",
        "<title>@import</title>",
        "<image href='data:image/svg+xml,x'/>",
        "<style>g { fill: url(#a) }</style>",
    ],
)
def test_what_only_draws_is_no_problem(inside: str, prepare: Prepare) -> None:
    assert prepare({"a.svg": svg(inside=inside)}).problems == []


def test_each_thing_is_said_once(prepare: Prepare) -> None:
    result = prepare({"a.svg": svg(inside="<script/><script/>\n<g onload=''/><image href='http://example.com/a'/>")})
    assert [problem.split(": ")[0] for problem in result.problems] == ["a.svg:2", "a.svg:3"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (svg(inside="<g>"), "a.svg:3:3: this SVG is broken: tags are closed in the wrong order here."),
        (svg(inside="&nbsp;"), "a.svg:2:1: this SVG is broken: the name between & and ; is not known in an SVG."),
        (b"<?xml version='1.0' encoding='klingon'?><svg/>", "a.svg: this SVG names an unknown encoding."),
        (b"<?xml version='1.0'?><page/>", "a.svg:1:1: this file is not an SVG."),
        (b"<!DOCTYPE html><html><svg/></html>", "a.svg: this file is a web page, not a picture."),
        (b"<?xml version='1.0'?><html/>", "a.svg: this file is not a picture."),
        (b"hello", "a.svg: this file is not a picture."),
        (
            b"<svg>" + b" " * 5_000_000 + b"</svg>",
            "a.svg: this drawing has 5,000,011 bytes, and browsers are slow to show more than 5,000,000.",
        ),
    ],
)
def test_what_no_browser_would_draw_is_an_error(data: bytes, message: str, prepare: Prepare) -> None:
    result = prepare({"a.svg": data})
    assert result.prepared.images == {}
    (problem,) = result.problems
    assert problem.startswith(message)
    assert result.prepared.problems[0].severity == "error"
    assert result.prepared.problems[0].hint


@pytest.mark.parametrize(
    "broken",
    [
        b"<svg><a b='1' b='2'/></svg>",
        b"<svg/><svg/>",
        b"<svg><text>a & b</text></svg>",
        b"<svg>&#0;</svg>",
        b"<svg><![CDATA[</svg>",
        b"<svg",
        b"<svg>",
        b"<?xml version=1?><svg/>",
        b"<!-- a -->\n<?xml version='1.0'?><svg/>",
        b"<?xml version='1.0' encoding='UTF-16'?><svg/>",
    ],
)
def test_a_broken_drawing_is_explained_without_the_words_of_a_parser(broken: bytes, prepare: Prepare) -> None:
    (problem,) = prepare({"a.svg": broken}).problems
    assert ": this SVG is broken: " in problem
    assert not re.search(r"token|element|entity|well-formed|does not belong in an SVG\.|mismatch|document", problem)
    assert problem.endswith(" Open it in a drawing program and save it again as plain SVG.")


def test_entities_are_read_only_where_they_lead_nowhere(prepare: Prepare) -> None:
    """Old Illustrator names its namespaces by them; a billion laughs and a file of the reader's are made of them, too."""
    names = '<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]>\n'
    assert prepare({"a.svg": svg('width="9" height="9" data-x="&ns;"', before=names)}).problems == []
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    for bad in (
        laughs,
        '<!ENTITY x SYSTEM "file:///etc/passwd">',
        '<!ENTITY % x "&y;">%x;',
        f'<!ENTITY x "{"y" * 999}">',
    ):
        started = time.process_time()
        result = prepare({"a.svg": svg(inside="<text>&l11;</text>", before=f"<!DOCTYPE svg [{bad}]>")})
        assert "this SVG is broken" in result.problems[0] or "which Firsthand does not read" in result.problems[0]
        assert time.process_time() - started < 1


@pytest.mark.parametrize(
    "attributes", ['width="' + "9" * 100_000 + '!"', 'viewBox="' + " " * 200_000 + '"', 'on="' + "url(" * 99_999 + '"']
)
def test_long_values_take_no_time(attributes: str, prepare: Prepare) -> None:
    started = time.process_time()
    prepare({"a.svg": svg(attributes)})
    assert time.process_time() - started < 1

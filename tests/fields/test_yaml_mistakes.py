"""What people do wrong in front matter: each mistake is named where it is, in their words, with the line to write."""

import pytest
import yaml

from generator.fields import yaml as reading
from generator.fields.yaml import parse_yaml
from tests.fields.nodes import plain, shown

MISTAKES = [
    # a colon in a value
    ("title: Shoes: a story\n", '1:13: this value contains a colon. Put it in quotes: title: "Shoes: a story".'),
    ("title: x:\n", '1:9: this value contains a colon. Put it in quotes: title: "x:".'),
    ('title: Bob\'s "best": x\n', "1:20: this value contains a colon. Put it in quotes: title: 'Bob''s \"best\": x'."),
    ("tags:\n  - a\n  - b: C: d\n", '3:9: this value contains a colon. Put it in quotes: - b: "C: d".'),
    ("title: " + "x" * 100 + ": y\n", "1:108: this value contains a colon. Put it in quotes."),
    ("title: “Shoes: a story”\n", '1:8: curly quotation marks around a value with a colon. Only straight ones count as quotes. Replace them: title: "Shoes: a story".'),
    ("title: „Schuhe: ein Fall“\n", '1:8: curly quotation marks around a value with a colon. Only straight ones count as quotes. Replace them: title: "Schuhe: ein Fall".'),
    ("outcome: status: resolved\n", "1:16: this value contains a colon. Put it in quotes: outcome: \"status: resolved\". If 'status' is a key, write it on the next line, indented."),
    # a line without a colon
    ("title:Shoes\ndate: 2024\n", "1:7: no space after 'title:'. Put one there: title: Shoes."),
    ("title - Shoes\ndate: 2024\n", "1:7: '-' after 'title', where a colon belongs. Write a colon and a space: title: Shoes."),
    ("date: 2024\ntitle = Shoes\n", "2:7: '=' after 'title', where a colon belongs. Write a colon and a space: title: Shoes."),
    ("title：Shoes\ndate: 2024\n", "1:6: '：' after 'title', where a colon belongs. Write a colon and a space: title: Shoes."),
    ("title: x\ndraft\ndate: y\n", "2:1: a line without a key and a colon. Write a key, a colon, a space and a value: title: My story."),
    ("title: x\ndraft\n", "2:1: a line without a key and a colon. Write a key, a colon, a space and a value: title: My story."),
    ("title Shoes\ndate: 2024-03-01\n", '1:1: a line without a key and a colon. Write a key, a colon, a space and a value: title: "Shoes".'),
    ("title: x\n\nThe text: it\nwent.\n", "4:1: a line without a key and a colon. Write a key, a colon, a space and a value: title: My story."),
    ("title: x\n\nIt went like this.\n", "3:1: a line without a key and a colon. If the text of the file starts here, write --- on its own line above it."),
    ("title: x\nIt went like this, and so did we.\n", "2:1: a line without a key and a colon. If the text of the file starts here, write --- on its own line above it."),
    ("'title: quoted'\ndate: x\n", '1:1: quotation marks around the whole line. Put them around the value alone: title: "quoted".'),
    ("%YAML 1.1\na: b\n", "1:1: the line starts with %. Start it with a key, such as title: My story."),
    ("// x\ntitle: y\n", "1:1: a comment that starts with //. Start it with # instead."),
    ("title #1: x\ndate: y\n", "1:7: a # before the colon, so the rest of the line is left out. Delete it."),
    (": x\ntitle: y\n", "1:1: the line starts with :. Start it with a key, such as title: My story."),
    # invisible characters and tabs
    ("title: x\ncompany:\u00a0Acme\nv: b\n", "2:9: U+00A0, a no-break space, after 'company:'. Replace it with a plain space."),
    ("title: x\n\u2003company Acme\n", "2:1: U+2003, an em space, at the start of the line. Delete it."),
    ("\ttitle: x\n", "1:1: a tab at the start of the line. Indent with spaces instead."),
    ("title: x\n\tdate: y\n", "2:1: a tab at the start of the line. Indent with spaces instead."),
    ("company:\n\t- a\n", "2:1: a tab at the start of the line. Indent with spaces instead."),
    ("company:\n  \tname: a\n", "2:3: a tab at the start of the line. Indent with spaces instead."),
    # a value that cannot start like this
    ("title: @dana wrote\n", '1:8: a value cannot start with @. Put the value in quotes: title: "@dana wrote".'),
    ("title: `x`\n", '1:8: a value cannot start with `. Put the value in quotes: title: "`x`".'),
    ("title: %x\n", '1:8: a value cannot start with %. Put the value in quotes: title: "%x".'),
    ("title: *\n", '1:8: a value cannot start with *. Put the value in quotes: title: "*".'),
    ("summary: *Six* jars\n", '1:10: a value cannot start with *. Put the value in quotes: summary: "*Six* jars".'),
    ("title: ? what\n", '1:8: a value cannot start with ?. Put the value in quotes: title: "? what".'),
    ("title: ]\n", '1:8: a value cannot start with ]. Put the value in quotes: title: "]".'),
    ("title: -\n", '1:8: a value cannot start with -. Put the value in quotes: title: "-".'),
    ("summary: > a\n", '1:10: a value cannot start with >. Put the value in quotes: summary: "> a". If it is a text of several lines, end the line after the > and indent the lines below.'),
    # quotation marks
    ('title: "She said "no" to me"\n', "1:19: text after the closing quotation mark. Put the whole value in quotes of another kind: title: 'She said \"no\" to me'."),
    ("title: 'it's'\n", "1:12: text after the closing quotation mark. Put the whole value in quotes of another kind: title: \"it's\"."),
    ('title: "No" they said\n', "1:12: text after the closing quotation mark. Put the whole value in quotes of another kind: title: '\"No\" they said'."),
    ('title: x\nsummary: "never closed\ntags: [a]\n', '2:10: a quotation mark that is not closed. Write one at the end of the value, too: summary: "never closed".'),
    ('title: "Shoes\nsummary: "A story"\n', '1:8: a quotation mark that is not closed. Write one at the end of the value, too: title: "Shoes".'),
    ("title: x\nsummary: 'never closed\n", "2:10: a quotation mark that is not closed. Write one at the end of the value, too. If it is an apostrophe, put the value in double quotes: summary: \"'never closed\"."),
    ('image: "C:\\Users\\box.png"\n', "1:11: a backslash inside double quotes. Put the value in single quotes: image: 'C:\\Users\\box.png'."),
    # brackets
    ("tags: [a, b\ntitle: x\n", "1:7: a [ without a ]. Write ] after the last item: tags: [a, b]."),
    ("title: x\ntags: [a, b\n", "2:7: a [ without a ]. Write ] after the last item: tags: [a, b]."),
    ("tags: [a, b)\ntitle: x\n", "1:7: a [ without a ]. Write ] after the last item: tags: [a, b]."),
    ("title: x\nimage: {src: a.png\n\n\n", "2:8: a { without a }. Write } after the last item: image: {src: a.png}."),
    ("title: [Shoes] are late\n", '1:16: text after the closing ]. Put all items in one pair of brackets, or, if the [ is part of the text, all in quotes: title: "[Shoes] are late".'),
    ("tags: [a,, b]\n", "1:10: a comma with nothing before it. Delete it."),
    ('tags: ["a" "b"]\n', "1:7: brackets whose items cannot be told apart. Put a comma between two items, and quotes around an item with a colon or another special character."),
    ("company: {name: A verdict: b}\n", "1:10: brackets whose items cannot be told apart. Put a comma between two items, and quotes around an item with a colon or another special character."),
    ("tags: [#phone, letters]\ntitle: x\n", "1:8: a # inside brackets, so the rest of the line is left out. Put the item in quotes."),
    ("tags: [phone #1, letters]\ntitle: x\n", "1:14: a # inside brackets, so the rest of the line is left out. Put the item in quotes."),
    # lists
    ("a: - b\n", "1:4: a list item on the same line as its key. Put the items in brackets: a: [b]."),
    ("tags:\n  - a\n  -b\n", "3:3: no space after the dash of a list item. Write a dash and a space: - b."),
    ("tags:\n * a\n * b\n", "2:2: a list item that starts with *. Write a dash and a space: - a."),
    ("tags:\n  - a\n  b\nc: d\n", "3:3: a list item without its dash. Write a dash and a space: - b."),
    ("title: x\n- b\n", "2:1: a list item that belongs to no key. Write a key above the list, such as tags:, with nothing after its colon."),
    # indentation
    ("title: a\n  b: c\n", "2:3: an indented line that belongs to nothing: the line above it has a value already. Start it in the same column as 'title'."),
    ("title: a\n  b:\n c: d\n", "2:3: an indented line that belongs to nothing: the line above it has a value already. Start it in the same column as 'title'."),
    ("company:\n  name: a\n verdict: b\n", "3:2: an indented line that belongs to nothing: no line above it starts in this column. Start it in the same column as 'company' or 'name'."),
    ("timeline:\n  - date: x\n  event: y\n", "3:3: 'event' is not indented far enough to belong to the list item above it. Start it in the same column as 'date'."),
    ("timeline:\n  - date: x\n   event: y\n", "3:4: an indented line that belongs to nothing: no line above it starts in this column. Start it in the same column as 'date'."),
    ("timeline:\n  - date: x\n     event: y\n", "3:6: an indented line that belongs to nothing: the line above it has a value already. Start it in the same column as 'date'."),
    ("timeline:\n  - date: x\n    - event: y\n", "3:5: a dash inside a list item. Remove the dash if the line belongs to the item above. If it starts the next item, start it in the column of the dash above."),
    ("note: |\n    One.\n  Two.\ntitle: x\n", "3:3: a line that is indented less than the text that it belongs to. Start it in the same column as the first line of that text."),
    ("note: |\n  One.\n\t\n  Two.\ntitle: x\n", "3:1: a tab at the start of the line. Indent with spaces instead."),
    # texts of several lines are not looked into
    ("note: |\n  It went: badly\n  @ \"all [\ntitle: A: b\n", '4:9: this value contains a colon. Put it in quotes: title: "A: b".'),
    ('note: "one: two\n  three: four"\ntitle: A: b\n', '3:9: this value contains a colon. Put it in quotes: title: "A: b".'),
    ("tags: [a,\n  'b: c']\ntitle: A: b\n", '3:9: this value contains a colon. Put it in quotes: title: "A: b".'),
    # a cause that has no name
    ("title: x\n...   note: y\n", "2:7: the front matter cannot be read from here on. Check this line and the one above it: put quotes around a value with special characters, and close every bracket."),
]  # fmt: skip


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader], ids=["libyaml", "python"])
@pytest.mark.parametrize(("text", "problem"), MISTAKES)
def test_a_mistake_is_named_where_it_is_with_what_to_do(
    text: str, problem: str, loader: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words do not depend on the parser: PyYAML has one in C and one in Python, which stumble differently."""
    monkeypatch.setattr(reading, "_Loader", loader)
    mapping, problems = parse_yaml(text, path="x.md")
    assert shown(problems) == [f"x.md:{problem}"]
    assert mapping.entries == ()


SHOWN = [(text, problem.partition(": title: ")[2][:-1]) for text, problem in MISTAKES if ": title: " in problem]


@pytest.mark.parametrize(("text", "line"), SHOWN)
def test_the_line_that_a_hint_shows_can_be_read(text: str, line: str) -> None:
    mapping, problems = parse_yaml(f"title: {line}\n", path="x.md")
    assert shown(problems) == []
    (title,) = plain(mapping).values()
    assert title == "My story" or title in text


def test_what_was_wrong_before_a_mistake_is_reported_with_it() -> None:
    assert shown(parse_yaml("a: 1\na: 2\nb: C: d\n", path="x.md")[1]) == [
        "x.md:2:1: a is here twice; the first is on line 1. Keep one of them.",
        'x.md:3:5: this value contains a colon. Put it in quotes: b: "C: d".',
    ]


def test_a_tab_after_a_colon_or_in_a_value_is_no_mistake() -> None:
    assert shown(parse_yaml("title:\tShoes\nsummary: 'one\ttwo'\ntags: [a,\tb]\n", path="x.md")[1]) == []

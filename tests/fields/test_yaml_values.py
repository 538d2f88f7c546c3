"""YAML gives text: what stands in the file arrives as it was written, with the place where it stands."""

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.fields import Mapping, Sequence
from generator.fields import yaml as yaml_module
from generator.fields.yaml import parse_yaml
from tests.fields.nodes import places, plain, shown, value_of


@pytest.mark.parametrize(
    "written",
    ["no", "No", "yes", "on", "off", "y", "n", "true", "FALSE", "1.10", "1e3", "0x1F", "0o17", "017", "1_000", "+1", "-0", ".5", ".inf", "-.inf", ".nan",
     "10:30", "190:20:30", "2024", "2024-03-01", "2026-03-01 10:00", "2026-03-01T10:00:00Z", "null", "Null", "~", "=", "<<", "01234", "4.0", "1,000"],
)  # fmt: skip
def test_a_plain_value_is_the_text_that_was_written(written: str) -> None:
    assert value_of(written) == written


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("'no'", "no"),
        ('"1.10"', "1.10"),
        ("'it''s'", "it's"),
        (r'"a \"b\" \u00e9\n"', 'a "b" é\n'),
        ("a # a comment", "a"),
        ("a#b", "a#b"),
        ("https://told.example/#x", "https://told.example/#x"),
        ("", ""),
        ("''", ""),
        ("# only a comment", ""),
        ("two\n  lines", "two lines"),
        ("|\n  kept\n    as it is\n", "kept\n  as it is\n"),
        (">\n  folded\n  up\n", "folded up\n"),
        ("-1", "-1"),
        ("a:b", "a:b"),
    ],
)
def test_quotes_comments_and_blocks_are_read_as_yaml_reads_them(written: str, text: str) -> None:
    assert value_of(written) == text


def test_lists_and_groups_of_both_styles_are_the_same() -> None:
    block = "company:\n  - name: Acme\n    verdict: no\n  - Zeta\ntags:\n- a\n- 1.10\n"
    flow = "company: [{name: Acme, verdict: no}, Zeta]\ntags: [a, 1.10]\n"
    expected = {"company": [{"name": "Acme", "verdict": "no"}, "Zeta"], "tags": ["a", "1.10"]}
    assert plain(parse_yaml(block, path="x.md")[0]) == plain(parse_yaml(flow, path="x.md")[0]) == expected


def test_keys_are_texts_too_and_keep_their_order() -> None:
    mapping, problems = parse_yaml("yes: a\n2024: b\n1.10: c\n'q r': d\n", path="x.md")
    assert plain(mapping) == {"yes": "a", "2024": "b", "1.10": "c", "q r": "d"}
    assert [entry.key for entry in mapping.entries] == ["yes", "2024", "1.10", "q r"]
    assert problems == ()


def test_each_key_and_each_value_knows_its_line_and_column() -> None:
    text = "title: Shoes\ncompany:\n  name:   'Acme'\n  tags: [a,\n    b]\nempty:\nwide: 靴  # x\n"
    mapping, _ = parse_yaml(text, path="x.md", first_line=10)
    company = mapping.entries[1].value
    assert places(mapping) == {
        "title": ((10, 1), (10, 8)),
        "company": ((11, 1), (12, 3)),
        "empty": ((15, 1), (15, 7)),
        "wide": ((16, 1), (16, 7)),
    }
    assert isinstance(company, Mapping)
    assert places(company) == {"name": ((12, 3), (12, 11)), "tags": ((13, 3), (13, 9))}
    tags = company.entries[1].value
    assert isinstance(tags, Sequence)
    assert [(item.line, item.column) for item in tags.items] == [(13, 10), (14, 5)]


def test_a_list_of_groups_stands_where_its_dashes_and_keys_do() -> None:
    mapping, _ = parse_yaml("company:\n  - name: Acme\n    verdict: bad\n  - Zeta\n", path="x.md")
    companies = mapping.entries[0].value
    assert isinstance(companies, Sequence)
    assert (companies.line, companies.column) == (2, 3)
    assert [(item.line, item.column) for item in companies.items] == [(2, 5), (4, 5)]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85"])
def test_a_separator_that_only_yaml_takes_for_the_end_of_a_line_does_not_shift_the_lines(separator: str) -> None:
    mapping, problems = parse_yaml(f"summary: 'one{separator}two'\ntitle: x\n", path="x.md")
    assert problems == ()
    assert places(mapping)["title"] == ((2, 1), (2, 8))


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "   \n"])
def test_a_text_without_any_key_is_an_empty_mapping(text: str) -> None:
    mapping, problems = parse_yaml(text, path="x.md", first_line=4)
    assert (mapping.entries, mapping.line, mapping.column, problems) == ((), 4, 1, ())


WORDS = st.from_regex(r"[a-z_]{1,8}", fullmatch=True)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=40)
YAML_TRAPS = st.sampled_from(["no", "1.10", "10:30", "2024-03-01", "~", "- a", "a: b", "# a", " a ", "'", '"', "&a", "*a", "!a", "@a", "%a", "[", "{a", "|", ">", "---", "...", "a #b", "\ta"])  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(
    st.dictionaries(WORDS, TEXTS | YAML_TRAPS, min_size=1, max_size=6),
    st.sampled_from([None, "'", '"']),
    st.booleans(),
    st.sampled_from([20, 80, 10_000]),
)
def test_texts_written_as_yaml_come_back_as_the_same_texts_at_the_right_lines(
    texts: dict[str, str], style: str | None, unicode: bool, width: int
) -> None:
    written = yaml.safe_dump(texts, default_style=style, allow_unicode=unicode, width=width, sort_keys=False)
    mapping, problems = parse_yaml(written, path="x.md")
    assert shown(problems) == []
    assert plain(mapping) == texts
    lines = written.split("\n")
    for entry in mapping.entries:
        key = lines[entry.line - 1][entry.column - 1 :]
        assert key.lstrip("? '\"").startswith(entry.key)
        assert entry.column == 1


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.recursive(
        TEXTS | YAML_TRAPS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
        max_leaves=8,
    )
)
def test_lists_and_groups_of_texts_come_back_too_in_either_style(value: object) -> None:
    for flow in (True, False, None):
        written = yaml.safe_dump({"key": value}, default_flow_style=flow, allow_unicode=True)
        mapping, problems = parse_yaml(written, path="x.md")
        if not any("nested more than" in problem for problem in shown(problems)):
            assert shown(problems) == []
            assert plain(mapping) == {"key": value}


TEXT_OF_ALL = (
    "title: no\ncompany:\n  - {name: Acme, x: [a, 'b c']}\nnote: |\n  one\n  two\n? [odd]\n: x\ntitle: again\na: &b c\n"
)


@pytest.mark.parametrize("text", [TEXT_OF_ALL, "title: a: b\n", "a: [[[[[[[[[[[[\n", "title: @x\n", "a: 'b\n", "- a\n"])
def test_without_libyaml_the_same_is_read(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    by_libyaml, its_problems = parse_yaml(text, path="x.md")
    monkeypatch.setattr(yaml_module, "_Loader", yaml.SafeLoader)
    by_python, problems = parse_yaml(text, path="x.md")
    assert by_python == by_libyaml
    assert [problem.at for problem in problems] == [problem.at for problem in its_problems]

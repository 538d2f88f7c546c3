"""Texts that nobody would write: any characters, and the signs of YAML and TOML in any order."""

from collections.abc import Mapping

from hypothesis import strategies as st

BITS = ("---", "\n", "\r\n", "\r", "\n---\n", " ", "\t", ": ", ":", "- ", "? ", "a", "title", "=", "= 1\n", ".", ",", "#", "[", "]", "[[", "]]\n", "{", "}",
        "'", '"', '"""', "'''", "\\", "\\u", "|", ">", "&a", "*a", "!a", "!!int ", "%", "@", "`", "...", "<<", "1", "2024-03-01",
        "\ufeff", "\u2028", "\x85", "\x0c", "\x00", "\x1b", "\ud800", "é", "😀")  # fmt: skip
ANY_TEXT = st.text(st.characters(), max_size=60) | st.lists(st.sampled_from(BITS), max_size=25).map("".join)
FRONT_MATTER = ANY_TEXT | st.builds("---\n{}\n---\n{}".format, ANY_TEXT, ANY_TEXT)


Shape = str | Mapping[str, str]


def damaged(shapes: Mapping[str, Shape]) -> st.SearchStrategy[str]:
    """Front matter in flow style that is nearly right: of keys with right values (or mappings of them) some are left
    out, or have another value, several, or any text.
    """
    anything = ANY_TEXT.map(_quoted) | st.sampled_from(("", "[]", "{}", "[[a]]", "9999-12-31"))
    values = {key: _damaged(shape, anything) for key, shape in shapes.items()}
    return st.fixed_dictionaries({}, optional=values).map(
        lambda found: "".join(f"{key}: {value}\n" for key, value in found.items())
    )


def _damaged(shape: Shape, anything: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    if isinstance(shape, str):
        return _mostly(st.just(shape), anything)
    keys = {key: _mostly(st.just(value), anything) for key, value in {**shape, "zzz": "x"}.items()}
    mapping = st.fixed_dictionaries({}, optional=keys).map(
        lambda found: "{" + ", ".join(f"{key}: {value}" for key, value in found.items()) + "}"
    )
    right = st.just("{" + ", ".join(f"{key}: {value}" for key, value in shape.items()) + "}")
    item = _mostly(right | mapping, anything)
    return item | st.lists(item, max_size=3).map(_listed)


def _mostly(right: st.SearchStrategy[str], other: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.integers(0, 5).flatmap(lambda number: other if number == 0 else right)


def _listed(values: list[str]) -> str:
    return "[" + ", ".join(value or "''" for value in values) + "]"


def _quoted(text: str) -> str:
    """In double quotes, with escapes for what may not stand in a file; a lone surrogate has none."""
    return '"' + "".join(c if c.isalnum() else f"\\U{ord(c):08x}" for c in text if not "\ud800" <= c <= "\udfff") + '"'

"""Texts that nobody would write: any characters, and the signs of YAML and TOML in any order."""

from hypothesis import strategies as st

BITS = ("---", "\n", "\r\n", "\r", "\n---\n", " ", "\t", ": ", ":", "- ", "? ", "a", "title", "=", "= 1\n", ".", ",", "#", "[", "]", "[[", "]]\n", "{", "}",
        "'", '"', '"""', "'''", "\\", "\\u", "|", ">", "&a", "*a", "!a", "!!int ", "%", "@", "`", "...", "<<", "1", "2024-03-01",
        "\ufeff", "\u2028", "\x85", "\x0c", "\x00", "\x1b", "\ud800", "é", "😀")  # fmt: skip
ANY_TEXT = st.text(st.characters(), max_size=60) | st.lists(st.sampled_from(BITS), max_size=25).map("".join)
FRONT_MATTER = ANY_TEXT | st.builds("---\n{}\n---\n{}".format, ANY_TEXT, ANY_TEXT)

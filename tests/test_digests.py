"""Digests: the same for the same content on every machine, and another for any other."""

from hashlib import blake2b
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.digests import content_digest, digest, digest_of_file


def test_a_digest_is_sixteen_bytes_of_blake2b_and_stays_what_it_is() -> None:
    assert content_digest(b"told").hex() == blake2b(b"told", digest_size=16).hexdigest()
    assert digest(b"a", b"bc").hex() == blake2b(b"\0\0\0\0\0\0\0\x01a\0\0\0\0\0\0\0\x02bc", digest_size=16).hexdigest()
    assert len(content_digest(b"")) == len(digest()) == 16


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((b"ab", b"c"), (b"a", b"bc")),
        ((b"abc",), (b"ab", b"c")),
        ((b"",), ()),
        ((b"", b"a"), (b"a", b"")),
        ((b"a",), (b"a", b"")),
    ],
)
def test_the_same_bytes_cut_otherwise_have_another_digest(one: tuple[bytes, ...], other: tuple[bytes, ...]) -> None:
    assert digest(*one) != digest(*other)


@settings(deadline=None)
@given(st.lists(st.binary(max_size=8), max_size=4), st.lists(st.binary(max_size=8), max_size=4))
def test_two_lists_of_parts_share_a_digest_only_if_they_are_the_same(one: list[bytes], other: list[bytes]) -> None:
    assert (digest(*one) == digest(*other)) == (one == other)


@pytest.mark.parametrize("size", [0, 1, 100_000, 1_000_000])
def test_a_file_s_digest_is_that_of_its_bytes(size: int, tmp_path: Path) -> None:
    data = bytes(range(256)) * (size // 256 + 1)
    file = tmp_path / "picture.png"
    file.write_bytes(data[:size])
    assert digest_of_file(file) == content_digest(data[:size])


def test_a_file_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        digest_of_file(tmp_path / "none.png")

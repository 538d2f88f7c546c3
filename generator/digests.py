"""Digests: 16 bytes of BLAKE2b (RFC 7693), enough that no two contents will ever share one."""

from hashlib import blake2b, file_digest
from pathlib import Path


def digest(*parts: bytes) -> bytes:
    """A 16-byte digest of some parts, each with its length, so that no two lists of parts are the same input."""
    found = blake2b(digest_size=16)
    for part in parts:
        found.update(len(part).to_bytes(8))
        found.update(part)
    return found.digest()


def content_digest(data: bytes) -> bytes:
    """The digest by which outputs are compared."""
    return blake2b(data, digest_size=16).digest()


def digest_of_file(path: Path) -> bytes:
    """The same digest of a file's bytes. Raises OSError."""
    with path.open("rb") as file:
        return file_digest(file, lambda: blake2b(digest_size=16)).digest()

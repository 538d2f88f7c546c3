"""The files made of pictures, between builds: each under the digest of its bytes, and worth only what that says.

The folder may be deleted at any time; what is missing or damaged in it is made again.
"""

import os
import threading
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from generator.digests import digest_of_file
from generator.held_files import when_free
from generator.images.model import Encoded, Variant

_SPARE_BYTES = 100_000_000
"""What unused files may take up before they are deleted: a draft's pictures, another branch's, those of yesterday."""


def file_of(store: Path, variant: Variant) -> Path:
    """Where the bytes of a variant lie."""
    return store / variant.digest.hex()


def is_stored(store: Path, variant: Variant) -> bool:
    """Whether the store holds the variant's very bytes: all of them are read."""
    file = file_of(store, variant)
    try:
        return file.stat().st_size == variant.size and digest_of_file(file) == variant.digest
    except OSError:
        return False


def write_file(store: Path, encoded: Encoded) -> None:
    """Keep a variant's bytes; written beside its place and renamed, so that nobody reads half of it. Raises OSError."""
    target = file_of(store, encoded.variant)
    # Two threads, or two builds, may make the same bytes at once.
    temporary = target.with_name(f"{target.name}.{os.getpid()}.{threading.get_ident()}")
    store.mkdir(parents=True, exist_ok=True)
    try:
        temporary.write_bytes(encoded.data)
        when_free(lambda: temporary.replace(target))
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        if not is_stored(store, encoded.variant):  # on Windows, another thread may be reading the same file
            raise


def delete_unused(store: Path, used: Collection[Variant]) -> None:
    """Delete what no picture of this build needs, once it takes more room than what they need, and than 100 MB."""
    names = {variant.digest.hex() for variant in used}
    unused: dict[Path, int] = {}
    with suppress(OSError):
        for entry in os.scandir(store):
            if entry.name not in names and entry.is_file(follow_symlinks=False):
                unused[Path(entry.path)] = entry.stat(follow_symlinks=False).st_size
    if sum(unused.values()) > max(_SPARE_BYTES, sum(variant.size for variant in used)):
        for path in unused:
            with suppress(OSError):
                path.unlink()

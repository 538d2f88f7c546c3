"""Remembered results of pure functions, in one SQLite file that may be deleted at any time.

Every key is salted with the digest of Firsthand's own source and the versions of what shapes its output, so that
the cache can never serve what other code made. A cache that cannot be read is thrown away, silently: it holds
nothing that cannot be computed again.
"""

import sqlite3
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from pathlib import Path

import generator
from generator.digests import content_digest, digest

_SHAPING = (
    "babel",
    "feedgen",
    "jinja2",
    "lxml",
    "markdown",
    "markupsafe",
    "msgspec",
    "nh3",
    "pillow",
    "python-frontmatter",
    "pyyaml",
    "selectolax",
    "tzdata",
)
"""The packages whose version can change a byte of the output."""
_SCHEMA = """
    CREATE TABLE IF NOT EXISTS remembered (key BLOB PRIMARY KEY, value BLOB NOT NULL);
    CREATE TABLE IF NOT EXISTS builds (output TEXT PRIMARY KEY, value BLOB NOT NULL);
"""


def content_key(what: str, path: str, options: bytes, content: bytes) -> bytes:
    """The key of what this version makes of one file's content, given the options."""
    return digest(code_version(), what.encode(), path.encode(), options, content)


@cache
def code_version() -> bytes:
    """The digest of this package's source, of Python, and of the packages that shape what is written."""
    folder = Path(generator.__file__).parent
    sources = sorted(path for path in folder.rglob("*.py"))
    parts = [part for path in sources for part in (path.relative_to(folder).as_posix().encode(), path.read_bytes())]
    return digest(sys.version.encode(), *(_package_version(name).encode() for name in _SHAPING), *parts)


def _package_version(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:  # put together without package metadata; its code is then part of nobody's promise
        return f"{name} unknown"


class Cache:
    """What earlier builds found out. Reading and writing never fail: at worst nothing is remembered."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._used: set[bytes] = set()

    def get(self, keys: Iterable[bytes]) -> Mapping[bytes, bytes]:
        """The values remembered under some of the keys."""
        found: dict[bytes, bytes] = {}
        waiting = iter(keys)
        with suppress(sqlite3.Error):
            while chunk := list(islice(waiting, 500)):
                self._used.update(chunk)
                marks = ",".join("?" * len(chunk))
                # Only question marks are put together here.
                rows = self._connection.execute(
                    f"SELECT key, value FROM remembered WHERE key IN ({marks})",  # noqa: S608
                    chunk,
                )
                found.update((key, value) for key, sealed in rows if (value := _unsealed(sealed)) is not None)
        return found

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Remember some values; what no build has asked for lately is forgotten when it outgrows the rest."""
        self._used.update(values)
        with suppress(sqlite3.Error), self._connection:
            rows = ((key, _sealed(value)) for key, value in values.items())
            self._connection.executemany("INSERT OR REPLACE INTO remembered VALUES (?, ?)", rows)
            (count,) = self._connection.execute("SELECT count(*) FROM remembered").fetchone()
            if count > 2 * len(self._used) + 1000:
                keys = [key for (key,) in self._connection.execute("SELECT key FROM remembered")]
                unused = [(key,) for key in keys if key not in self._used]
                self._connection.executemany("DELETE FROM remembered WHERE key = ?", unused)

    def last_build(self, output: str) -> bytes | None:
        """What `keep_build` kept for an output folder."""
        with suppress(sqlite3.Error):
            row = self._connection.execute("SELECT value FROM builds WHERE output = ?", (output,)).fetchone()
            return _unsealed(row[0]) if row else None
        return None

    def keep_build(self, output: str, value: bytes) -> None:
        with suppress(sqlite3.Error), self._connection:
            self._connection.execute("INSERT OR REPLACE INTO builds VALUES (?, ?)", (output, _sealed(value)))


def _sealed(value: bytes) -> bytes:
    return content_digest(value) + value


def _unsealed(sealed: object) -> bytes | None:
    """The value, unless its bytes changed on the way: SQLite checks none, and a page must not show what a disk lost."""
    seal, value = (sealed[:16], sealed[16:]) if isinstance(sealed, bytes) else (b"", b"")
    return value if seal == content_digest(value) else None


@contextmanager
def open_cache(path: Path) -> Iterator[Cache]:
    """The cache in a file, made anew where it is missing, damaged or cannot be opened."""
    with closing(_connect(path)) as connection:
        yield Cache(connection)


def _connect(path: Path) -> sqlite3.Connection:
    for _ in range(2):
        with suppress(sqlite3.Error, OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=5)
            try:
                # Losing the newest results in a power cut costs one slower build; waiting for the disk costs every one.
                connection.execute("PRAGMA journal_mode=WAL")
                connection.execute("PRAGMA synchronous=OFF")
                connection.executescript(_SCHEMA)
                connection.execute("SELECT key, value FROM remembered LIMIT 1").fetchone()
                connection.execute("SELECT output, value FROM builds LIMIT 1").fetchone()
            except sqlite3.Error:
                connection.close()
                raise
            return connection
        for suffix in ("", "-wal", "-shm"):
            with suppress(OSError):
                Path(f"{path}{suffix}").unlink()
    connection = sqlite3.connect(":memory:")
    connection.executescript(_SCHEMA)
    return connection

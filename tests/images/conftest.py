"""What these tests share: pictures written to a folder, prepared, and read again."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.cache import open_cache
from generator.digests import content_digest
from generator.images import Prepared, PreparedImage, Progress, Variant, file_of, prepare_images


class File(NamedTuple):
    path: str
    real: Path
    digest: bytes


class Result(NamedTuple):
    """What became of the pictures, with their files at hand."""

    prepared: Prepared
    store: Path

    @property
    def problems(self) -> list[str]:
        return [str(problem) for problem in self.prepared.problems]

    def image(self, path: str) -> PreparedImage:
        assert path in self.prepared.images, self.problems
        return self.prepared.images[path]

    def main(self, path: str) -> bytes:
        return self.bytes_of(self.image(path).main)

    def others(self, path: str) -> dict[str, bytes]:
        return {file.suffix: self.bytes_of(file) for file in self.image(path).others}

    def files(self, path: str) -> list[bytes]:
        return [self.bytes_of(file) for file in self.image(path).files]

    def bytes_of(self, file: Variant) -> bytes:
        data = file_of(self.store, file).read_bytes()
        assert (len(data), content_digest(data)) == (file.size, file.digest)
        return data


Prepare = Callable[..., Result]


@pytest.fixture
def prepare(tmp_path: Path) -> Prepare:
    """prepare({path: bytes}) writes the pictures below a site's folder and prepares them.

    `there` are the files that stand in the output already: paths of pictures, with the suffix of what was made of them.
    """

    def run(
        files: Mapping[str, bytes],
        *,
        there: frozenset[tuple[str, str]] = frozenset(),
        progress: Progress | None = None,
    ) -> Result:
        for path, data in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(data)
        images = [File(path, tmp_path / path, content_digest(data)) for path, data in files.items()]
        store = tmp_path / ".firsthand/pictures"
        with open_cache(tmp_path / ".firsthand/cache.sqlite") as cache:
            prepared = prepare_images(
                images,
                store=store,
                cache=cache,
                is_there=lambda path, file: (path, file.suffix) in there,
                progress=progress,
            )
        return Result(prepared, store)

    return run

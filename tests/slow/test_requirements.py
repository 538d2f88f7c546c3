"""However Firsthand was installed, the requirements.txt of a new site installs it again, or says what to do first.

Everything here is installed for once by the real programs. The one thing that is not real is the host of the
repository: Git is told to look for it on this disk.
"""

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from generator import __version__
from tests.slow.installing import Environment, built, command, served_by_https, write_checkout

pytestmark = pytest.mark.slow

REPOSITORY = "https://git.example/dana/firsthand.git"
RELEASE = "7.8.9"
WHEEL = f"firsthand_ssg-{__version__}-py3-none-any.whl"
NOBODY = {
    "GIT_AUTHOR_NAME": "Dana",
    "GIT_AUTHOR_EMAIL": "dana@example.org",
    "GIT_COMMITTER_NAME": "Dana",
    "GIT_COMMITTER_EMAIL": "dana@example.org",
}


def git(folder: Path, *arguments: str) -> str:
    return command("git", "-C", folder, *arguments, at=folder, environment=NOBODY).strip()


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository as it is at its host."""
    root = write_checkout(tmp_path_factory.mktemp("hosted"))
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "All of it")
    return root


@pytest.fixture(scope="module")
def with_host(hosted: Path) -> dict[str, str]:
    """The variables by which Git finds that repository at its address."""
    return {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.file://{hosted}.insteadOf",
        "GIT_CONFIG_VALUE_0": REPOSITORY,
        "GIT_TERMINAL_PROMPT": "0",
    }


@pytest.fixture(scope="module")
def packages(hosted: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source archive and the wheel."""
    return built(hosted, tmp_path_factory.mktemp("packages"))


@pytest.fixture
def here(tmp_path: Path) -> Environment:
    """Where the advocate installs Firsthand."""
    return Environment(tmp_path / "here")


@pytest.fixture
def there(tmp_path: Path) -> Environment:
    """Where the workflow does."""
    return Environment(tmp_path / "there")


def new_site(here: Environment, at: Path) -> tuple[Path, str, str]:
    """A new site, its requirements.txt, and what `init` said."""
    said = here.run("init", "my-stories", at=at, errors=True)
    return at / "my-stories", (at / "my-stories/requirements.txt").read_text(encoding="utf-8"), said


def required(there: Environment, site: Path, environment: dict[str, str] | None = None) -> str:
    """What the workflow installs: its direct_url.json. Firsthand has to run there."""
    there.install("--requirement", "requirements.txt", at=site, environment=environment or {})
    there.run("--version", at=site)
    return there.record()


def without_hashes(record: str) -> object:
    found = json.loads(record)
    found.get("archive_info", {}).clear()
    return found


def test_by_pip_from_a_repository(
    here: Environment, there: Environment, hosted: Path, with_host: dict[str, str], tmp_path: Path
) -> None:
    here.install(f"git+{REPOSITORY}", at=tmp_path, environment=with_host)
    site, requirement, _ = new_site(here, tmp_path)
    assert requirement == f"firsthand-ssg @ git+{REPOSITORY}@{git(hosted, 'rev-parse', 'HEAD')}\n"
    found = json.loads(required(there, site, with_host))
    assert found["url"] == REPOSITORY
    assert found["vcs_info"]["commit_id"] == git(hosted, "rev-parse", "HEAD")


def test_by_uvx_from_a_repository(hosted: Path, with_host: dict[str, str], tmp_path: Path) -> None:
    uvx = Path(sys.executable).parent / "uvx"
    command(
        *(uvx, "--quiet", "--python", sys.executable, "--from", f"git+{REPOSITORY}", "firsthand", "init", "my-stories"),
        at=tmp_path,
        environment=with_host,
    )
    requirement = (tmp_path / "my-stories/requirements.txt").read_text(encoding="utf-8")
    assert requirement == f"firsthand-ssg @ git+{REPOSITORY}@{git(hosted, 'rev-parse', 'HEAD')}\n"


def test_by_pipx_from_a_repository(hosted: Path, with_host: dict[str, str], tmp_path: Path) -> None:
    pipx = Path(sys.executable).parent / "pipx"
    places = {"PIPX_HOME": str(tmp_path / "home"), "PIPX_BIN_DIR": str(tmp_path / "bin")}
    environment = {**with_host, **places, "PIPX_DEFAULT_PYTHON": sys.executable}
    command(pipx, "install", "--quiet", f"git+{REPOSITORY}", at=tmp_path, environment=environment)
    command(tmp_path / "bin/firsthand", "init", "my-stories", at=tmp_path)
    requirement = (tmp_path / "my-stories/requirements.txt").read_text(encoding="utf-8")
    assert requirement == f"firsthand-ssg @ git+{REPOSITORY}@{git(hosted, 'rev-parse', 'HEAD')}\n"


@pytest.mark.parametrize("ending", ["-py3-none-any.whl", ".tar.gz"])
def test_from_the_address_of_a_package(
    ending: str, here: Environment, there: Environment, packages: Path, tmp_path: Path
) -> None:
    trusted = {"PIP_TRUSTED_HOST": "localhost"}
    with served_by_https(packages, tmp_path) as address:
        package = f"{address}/firsthand_ssg-{__version__}{ending}"
        here.install(package, at=tmp_path, environment=trusted)
        site, requirement, _ = new_site(here, tmp_path)
        assert requirement.startswith(f"firsthand-ssg @ {package}#sha256=")
        assert without_hashes(required(there, site, trusted)) == without_hashes(here.record())
        (site / "requirements.txt").write_text(f"{requirement.partition('=')[0]}={'0' * 64}\n", encoding="utf-8")
        with pytest.raises(AssertionError, match="HASHES"):
            required(there, site, trusted)


def test_by_name_once_there_is_a_release(here: Environment, there: Environment, tmp_path: Path) -> None:
    """A folder of packages stands in for the index; pip writes direct_url.json for neither."""
    (tmp_path / "released").mkdir()
    (tmp_path / "index").mkdir()
    index = built(write_checkout(tmp_path / "released", version=RELEASE), tmp_path / "index", "--wheel")
    here.install("firsthand-ssg", "--find-links", index, at=tmp_path)
    assert here.record() == ""
    site, requirement, said = new_site(here, tmp_path)
    assert requirement == f"firsthand-ssg=={RELEASE}\n"
    assert "requirements.txt" not in said
    required(there, site, {"PIP_FIND_LINKS": str(index)})
    assert there.run("--version", at=tmp_path) == f"firsthand, version {RELEASE}\n"


def test_by_name_before_there_is_one(here: Environment, packages: Path, tmp_path: Path) -> None:
    here.install("firsthand-ssg", "--pre", "--find-links", packages, at=tmp_path)
    assert here.record() == ""
    _, requirement, said = new_site(here, tmp_path)
    assert all(line.startswith("# ") for line in requirement.splitlines()), "nobody has published this name"
    assert "Then add this line: firsthand-ssg @ git+https://github.com/NAME/firsthand@main" in said


@pytest.mark.parametrize("how", [(), ("--editable",)])
def test_from_a_clone(
    how: tuple[str, ...],
    here: Environment,
    there: Environment,
    hosted: Path,
    with_host: dict[str, str],
    tmp_path: Path,
) -> None:
    command("git", "clone", "--quiet", REPOSITORY, "clone", at=tmp_path, environment=with_host)
    here.install(*how, tmp_path / "clone", at=tmp_path)
    site, requirement, said = new_site(here, tmp_path)
    commit = git(hosted, "rev-parse", "HEAD")
    assert requirement == f"firsthand-ssg @ git+{REPOSITORY}@{commit}\n"
    assert f"requirements.txt installs Firsthand from {REPOSITORY}, commit {commit[:12]}." in said
    assert json.loads(required(there, site, with_host))["vcs_info"]["commit_id"] == commit


def test_from_a_clone_with_a_commit_that_is_not_pushed(
    here: Environment, with_host: dict[str, str], tmp_path: Path
) -> None:
    command("git", "clone", "--quiet", REPOSITORY, "clone", at=tmp_path, environment=with_host)
    git(tmp_path / "clone", "commit", "--quiet", "--allow-empty", "--message", "Mine")
    here.install("--editable", tmp_path / "clone", at=tmp_path)
    _, requirement, said = new_site(here, tmp_path)
    commit = git(tmp_path / "clone", "rev-parse", "HEAD")
    assert requirement.splitlines()[-1] == f"# firsthand-ssg @ git+{REPOSITORY}@{commit}"
    assert f"Push commit {commit[:12]} of Firsthand to {REPOSITORY}." in said


@pytest.mark.parametrize("name", [WHEEL, f"firsthand_ssg-{__version__}.tar.gz"])
def test_from_a_package_on_the_disk(
    name: str, here: Environment, there: Environment, packages: Path, tmp_path: Path
) -> None:
    here.install(packages / name, at=tmp_path)
    site, requirement, said = new_site(here, tmp_path)
    assert requirement.splitlines()[-1] == f"# ./{name}"
    assert f"Copy {name}, which you installed Firsthand from, to the site's folder." in said
    shutil.copy(packages / name, site)
    (site / "requirements.txt").write_text(requirement.replace(f"# ./{name}", f"./{name}"), encoding="utf-8")
    assert required(there, site)
    there.run("build", at=site)


def test_comments_alone_install_nothing_and_are_no_error(there: Environment, tmp_path: Path) -> None:
    """The workflow then says what is missing, in words of its own."""
    (tmp_path / "requirements.txt").write_text("# One.\n# Two.\n", encoding="utf-8")
    there.install("--requirement", "requirements.txt", at=tmp_path)
    assert not (there.folder / "bin/firsthand").exists()
    assert os.listdir(there.folder / "bin")

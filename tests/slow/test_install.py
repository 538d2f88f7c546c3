"""Installed anywhere, Firsthand makes a site of nothing: from a wheel and from a checkout."""

import os
import subprocess
import sys
import tarfile
import zipfile
from email.parser import HeaderParser
from pathlib import Path

import pytest

from generator import __version__
from tests.running import CHECKOUT
from tests.slow.conftest import bytes_of
from tests.slow.installing import MINUTES, Environment, built, write_checkout

pytestmark = pytest.mark.slow

QUIET = ("--quiet", "--disable-pip-version-check", "--no-input", "--no-compile")
NAME = f"firsthand_ssg-{__version__}"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_checkout(tmp_path_factory.mktemp("checkout"))


@pytest.fixture(scope="module")
def packages(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source archive, and the wheel made from it, as a release has them."""
    return built(checkout, tmp_path_factory.mktemp("packages"))


@pytest.fixture(scope="module")
def wheel(packages: Path) -> Path:
    return packages / f"{NAME}-py3-none-any.whl"


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh virtual environment in which only the wheel and what it asks for is installed."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, timeout=MINUTES)
    install(folder, str(wheel))
    return folder


def install(environment: Path, *what: str) -> None:
    command = [str(environment / "bin/python"), "-m", "pip", "install", *QUIET, *what]
    subprocess.run(command, check=True, timeout=MINUTES)


def make_a_site(programs: Path, folder: Path) -> Path:
    """What README says to do, by a shell, in an empty folder."""
    folder.mkdir()
    bare = {"PATH": f"{programs}{os.pathsep}/usr/bin{os.pathsep}/bin", "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    commands = "firsthand init my-stories && cd my-stories && firsthand build && firsthand check"
    ran = subprocess.run(
        commands, shell=True, cwd=folder, env=bare, capture_output=True, text=True, timeout=MINUTES, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert "\n1 story → " in ran.stdout
    return folder / "my-stories"


def test_a_release_is_a_source_archive_and_a_wheel(packages: Path) -> None:
    assert {path.name for path in packages.iterdir()} == {f"{NAME}.tar.gz", f"{NAME}-py3-none-any.whl"}


def test_a_wheel_holds_the_program_its_themes_and_the_starter_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        commands = archive.read(f"{NAME}.dist-info/entry_points.txt").decode()
    assert {name.split("/")[0] for name in names} == {"generator", f"{NAME}.dist-info"}
    starter = {name.removeprefix("generator/starter/") for name in names if name.startswith("generator/starter/")}
    here = {path for path in bytes_of(CHECKOUT / "generator/starter") if "__pycache__" not in path}
    assert starter == here
    assert {"dot-gitignore", "dot-gitattributes", "dot-github/workflows/pages.yml", "requirements.txt"} <= starter
    themes = {name.removeprefix("generator/_themes/") for name in names if name.startswith("generator/_themes/")}
    assert themes == {path for path in bytes_of(CHECKOUT / "themes") if "__pycache__" not in path}
    modules = {path.relative_to(CHECKOUT).as_posix() for path in (CHECKOUT / "generator").rglob("*.py")}
    assert modules <= names
    assert not [name for name in names if "__pycache__" in name or "not-for-users" in name]
    assert f"{NAME}.dist-info/licenses/LICENSE" in names
    assert "firsthand = generator.cli:main" in commands


def test_the_metadata_say_what_it_is_and_lead_nowhere_that_is_not_there(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        metadata = HeaderParser().parsestr(archive.read(f"{NAME}.dist-info/METADATA").decode())
    assert (metadata["Name"], metadata["Version"]) == ("firsthand-ssg", __version__)
    assert (metadata["Requires-Python"], metadata["License-Expression"]) == (">=3.11", "MIT")
    text = metadata.get_payload()
    assert isinstance(text, str)
    assert "pipx install firsthand-ssg" in text
    assert "](" not in text, "a link to a file of the repository leads nowhere on the package index"
    assert not metadata.get_all("Project-URL")


def test_a_source_archive_holds_what_a_wheel_is_made_of_and_nothing_for_developers(packages: Path) -> None:
    with tarfile.open(packages / f"{NAME}.tar.gz") as archive:
        names = {name.removeprefix(f"{NAME}/") for name in archive.getnames()}
    tops = {name.split("/")[0] for name in names}
    assert tops == {"generator", "themes", "README.md", "LICENSE", "CHANGELOG.md", "pyproject.toml", "PKG-INFO"}
    assert "generator/starter/dot-github/workflows/pages.yml" in names


def test_a_wheel_from_the_checkout_is_the_same_to_the_byte(checkout: Path, wheel: Path, tmp_path: Path) -> None:
    (other,) = built(checkout, tmp_path, "--wheel").iterdir()
    assert other.read_bytes() == wheel.read_bytes()


def test_a_source_archive_can_be_installed(packages: Path, tmp_path: Path) -> None:
    environment = Environment(tmp_path / "environment")
    environment.install(packages / f"{NAME}.tar.gz", at=tmp_path)
    environment.run("init", "my-stories", at=tmp_path)
    assert "1 story → " in environment.run("build", at=tmp_path / "my-stories")


def test_a_wheel_installed_anywhere_makes_a_site(environment: Path, tmp_path: Path) -> None:
    site = make_a_site(environment / "bin", tmp_path / "empty")
    assert "The loaf that came back" in (site / "_site/index.html").read_text(encoding="utf-8")
    assert list((site / "_site/assets").glob("style.*.css"))
    assert (site / "requirements.txt").read_text(encoding="utf-8").startswith("# ")
    assert next(environment.glob("lib/*/site-packages/generator/_themes/counter/theme.toml")).is_file()


def test_an_editable_install_makes_a_site_with_the_checkout_s_themes(
    environment: Path, checkout: Path, tmp_path: Path
) -> None:
    """After the wheel's test, in its environment: it takes the wheel's place, themes and all."""
    install(environment, "--no-deps", "--editable", str(checkout))
    assert not list(environment.glob("lib/*/site-packages/generator/**/*.py")), "nothing of the wheel is left"
    site = make_a_site(environment / "bin", tmp_path / "empty")
    template = checkout / "themes/counter/templates/base.html"
    template.write_text(template.read_text(encoding="utf-8") + "<!-- edited -->", encoding="utf-8")
    subprocess.run([environment / "bin/firsthand", "build"], cwd=site, check=True, capture_output=True, timeout=MINUTES)
    assert b"<!-- edited -->" in (site / "_site/404.html").read_bytes()

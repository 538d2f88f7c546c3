"""Installed anywhere, Firsthand makes a site of nothing: from a wheel and from a checkout."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator import __version__
from tests.running import CHECKOUT
from tests.slow.conftest import bytes_of

pytestmark = pytest.mark.slow

QUIET = ("--quiet", "--disable-pip-version-check", "--no-input", "--no-compile")
MINUTES = 200


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a clone would hold of the program, without what lies around here."""
    root = tmp_path_factory.mktemp("checkout")
    for name in ("generator", "themes"):
        shutil.copytree(CHECKOUT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("tests", "content"):
        (root / name).mkdir()
        (root / name / "not-for-users.py").touch()
    for name in ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"):
        shutil.copy(CHECKOUT / name, root)
    return root


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(checkout)]
    subprocess.run(command, check=True, capture_output=True, timeout=MINUTES)
    (made,) = folder.iterdir()
    return made


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


def test_a_wheel_holds_the_program_its_themes_and_the_starter_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        metadata = archive.read(f"firsthand-{__version__}.dist-info/METADATA").decode()
        commands = archive.read(f"firsthand-{__version__}.dist-info/entry_points.txt").decode()
    assert {name.split("/")[0] for name in names} == {"generator", f"firsthand-{__version__}.dist-info"}
    starter = {name.removeprefix("generator/starter/") for name in names if name.startswith("generator/starter/")}
    assert {"dot-gitignore", "dot-github/workflows/pages.yml", "site.toml", "requirements.txt"} <= starter
    themes = {name.removeprefix("generator/_themes/") for name in names if name.startswith("generator/_themes/")}
    here = {path for path in bytes_of(CHECKOUT / "themes") if "__pycache__" not in path}
    assert themes == here
    modules = {path.relative_to(CHECKOUT).as_posix() for path in (CHECKOUT / "generator").rglob("*.py")}
    assert modules <= names
    assert not [name for name in names if "__pycache__" in name or "not-for-users" in name]
    assert f"firsthand-{__version__}.dist-info/licenses/LICENSE" in names
    assert "Requires-Python: >=3.11" in metadata
    assert "firsthand = generator.cli:main" in commands


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

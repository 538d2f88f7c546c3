"""`make site` on a machine with too old a Python, or with none, and after a newer one has come.

The Pythons here are scripts that know their version and write down what they were asked to do; make is the real one.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.running import CHECKOUT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="on Windows there is no make")

FAKE = """#!/bin/sh
# A Python {version}: it can tell its version, make a .venv, and be asked to install something.
echo "$(basename "$0") $*" >> "{log}"
case "$1 $2" in
  "-c "*"import pip"*) {pip} && echo {version} ;;
  "-c "*) echo {version} ;;
  "-m venv") rm -rf .venv && mkdir -p .venv/bin && cp "$0" .venv/bin/python
             printf '#!/bin/sh\\necho "firsthand $*"\\n' > .venv/bin/firsthand && chmod +x .venv/bin/firsthand ;;
esac
"""


class Machine:
    """A checkout with nothing but what make reads, and a PATH with the programs that it needs and these Pythons."""

    def __init__(self, folder: Path) -> None:
        self.checkout, self._bin, self._log = folder / "checkout", folder / "bin", folder / "log"
        self.checkout.mkdir()
        self._bin.mkdir()
        for name in ("Makefile", "pyproject.toml"):
            shutil.copy(CHECKOUT / name, self.checkout)
        for name in ("sh", "cat", "cp", "rm", "mkdir", "chmod", "basename", "touch"):
            (self._bin / name).symlink_to(str(shutil.which(name)))

    def install(self, name: str, version: str, *, pip: bool = True, at: Path | None = None) -> None:
        script = (at or self._bin) / name
        script.parent.mkdir(parents=True, exist_ok=True)
        script.unlink(missing_ok=True)
        text = FAKE.format(version=version, log=self._log, pip="true" if pip else "false")
        script.write_text(text, encoding="utf-8")
        script.chmod(0o755)

    def make(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        self._log.write_text("", encoding="utf-8")
        return subprocess.run(
            [str(shutil.which("make")), *arguments],
            cwd=self.checkout,
            env={"PATH": str(self._bin)},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    @property
    def made_with(self) -> list[str]:
        """The Pythons that made a .venv in the last run."""
        lines = self._log.read_text(encoding="utf-8").splitlines()
        return [line.split()[0] for line in lines if " -m venv --clear .venv" in line]

    @property
    def installed(self) -> bool:
        """Whether anything was installed in the last run."""
        return " -m pip install " in self._log.read_text(encoding="utf-8")


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def said(ran: subprocess.CompletedProcess[str]) -> list[str]:
    """What was said of the failure, without the line with which make itself ends."""
    assert ran.returncode == 2
    return [line for line in ran.stderr.splitlines() if not line.startswith("make: ***")]


def test_too_old_a_python_is_named_before_anything_is_made(machine: Machine) -> None:
    machine.install("python3", "3.10.4")
    assert said(machine.make("site")) == [
        "Firsthand needs Python 3.11 or newer; python3 is 3.10.4.",
        "Install a newer one from https://www.python.org/downloads/ first. Run: make PYTHON=python3.13 site",
    ]
    assert not (machine.checkout / ".venv").exists()


@pytest.mark.parametrize("version", ["2.7.18", "3.6.15", "3.9.1", "3.10.13"])
def test_every_version_that_is_too_old_is_refused(version: str, machine: Machine) -> None:
    machine.install("python3", version)
    assert said(machine.make("test"))[0] == f"Firsthand needs Python 3.11 or newer; python3 is {version}."


@pytest.mark.parametrize("version", ["3.11.0", "3.14.0rc1", "3.20.1", "4.0.0"])
def test_every_version_that_is_new_enough_is_taken(version: str, machine: Machine) -> None:
    machine.install("python3", version)
    ran = machine.make("site")
    assert ran.returncode == 0, ran.stderr
    assert (machine.made_with, machine.installed) == (["python3"], True)


def test_no_python_at_all_is_said_so(machine: Machine) -> None:
    assert said(machine.make())[0] == "Firsthand needs Python 3.11 or newer; python3 does not run."


def test_a_newer_python_of_another_name_is_offered_and_works_as_it_is_offered(machine: Machine) -> None:
    machine.install("python3", "3.10.4")
    machine.install("python3.12", "3.12.1")
    *_, offer = said(machine.make("serve"))
    assert offer == "You have a newer one. Run: make PYTHON=python3.12 serve"
    ran = machine.make(*offer.partition("Run: make ")[2].split())
    assert ran.returncode == 0, ran.stderr
    assert machine.made_with == ["python3.12"]


def test_the_environment_made_by_too_old_a_python_is_made_again_once_a_newer_one_is_there(machine: Machine) -> None:
    machine.install("python", "3.10.4", at=machine.checkout / ".venv/bin")
    (machine.checkout / ".venv/.ready").touch()
    os.utime(machine.checkout / ".venv/.ready", (2e9, 2e9))
    machine.install("python3", "3.10.4")
    assert said(machine.make("site"))[0] == "Firsthand needs Python 3.11 or newer; python3 is 3.10.4."
    machine.install("python3", "3.11.2")
    assert machine.make("site").returncode == 0
    assert machine.made_with == ["python3"]
    machine.make("site")
    assert (machine.made_with, machine.installed) == ([], False), "the second time nothing is to do"


def test_an_environment_whose_python_is_gone_or_has_no_pip_is_made_again(machine: Machine) -> None:
    machine.install("python3", "3.12.1")
    machine.make("site")
    (machine.checkout / ".venv/bin/python").unlink()
    assert machine.make("site").returncode == 0
    assert machine.made_with == ["python3"]
    machine.install("python", "3.12.1", pip=False, at=machine.checkout / ".venv/bin")
    assert machine.make("site").returncode == 0
    assert machine.made_with == ["python3"]


def test_an_environment_is_made_again_by_another_python_only_if_that_one_is_named(machine: Machine) -> None:
    machine.install("python3", "3.10.4")
    machine.install("python3.12", "3.12.1")
    machine.install("python3.13", "3.13.0")
    machine.make("PYTHON=python3.12", "site")
    assert machine.make("site").returncode == 0, "python3 is too old, but .venv has another"
    assert machine.made_with == []
    machine.make("PYTHON=python3.12", "site")
    assert machine.made_with == []
    machine.make("PYTHON=python3.13", "site")
    assert machine.made_with == ["python3.13"]


def test_an_environment_that_came_with_a_folder_from_elsewhere_is_made_again(machine: Machine) -> None:
    machine.install("python3", "3.12.1")
    machine.make("site")
    moved = machine.checkout.rename(machine.checkout.with_name("moved here"))
    machine.checkout = moved
    assert machine.make("site").returncode == 0
    assert machine.made_with == ["python3"]
    machine.make("site")
    assert machine.made_with == []


def test_what_changes_in_pyproject_toml_is_installed_into_the_environment_that_is_there(machine: Machine) -> None:
    machine.install("python3", "3.12.1")
    machine.make("site")
    os.utime(machine.checkout / "pyproject.toml", (2e9, 2e9))
    machine.make("site")
    assert (machine.made_with, machine.installed) == ([], True)


def test_the_last_line_says_how_to_look_at_the_site(machine: Machine) -> None:
    machine.install("python3", "3.12.1")
    assert machine.make("site").stdout.splitlines()[-1] == (
        "The sample site is in _site. To look at it, run 'make serve' and open http://127.0.0.1:8000/ in your browser."
    )
    assert machine.make("serve").stdout.splitlines()[-1] == "firsthand serve"


def test_cleaning_needs_no_python(machine: Machine) -> None:
    (machine.checkout / ".venv").mkdir()
    assert machine.make("clean").returncode == 0
    assert not (machine.checkout / ".venv").exists()

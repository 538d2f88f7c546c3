"""The workflows for contributors: the tests on every system, and a release.

GitHub itself is not asked. What must not go wrong there is compared, and the commands that can run here are run.
"""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import __version__
from tests.conftest import NOT_ON_WINDOWS
from tests.modules import CHECKOUT

FOLDER = CHECKOUT / ".github/workflows"
FILES = sorted(path.name for path in FOLDER.iterdir())


def read(name: str) -> dict[str, Any]:
    """A workflow with every value as text: YAML 1.1 would read the key `on` as true, and 3.10 as a number."""
    found: dict[str, Any] = yaml.load((FOLDER / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return found


def steps(name: str, job: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(name)["jobs"][job].get("steps", [])
    return found


def commands(name: str, job: str) -> str:
    return "\n".join(step["run"].strip() for step in steps(name, job) if "run" in step)


def uses(name: str) -> list[str]:
    every = [step for job in read(name)["jobs"] for step in (*steps(name, job), read(name)["jobs"][job])]
    return [step["uses"] for step in every if "uses" in step]


def test_these_are_the_workflows() -> None:
    assert FILES == ["ci.yml", "pages.yml", "release.yml"]


@pytest.mark.parametrize("name", FILES)
def test_every_action_has_a_version(name: str) -> None:
    """A branch of an action may change under us, between a test and a release."""
    assert uses(name)
    for action in uses(name):
        assert re.fullmatch(r"(actions|pypa)/[\w/-]+@v\d+(\.\d+\.\d+)?|\./\.github/workflows/ci\.yml", action)


def test_all_workflows_use_the_same_version_of_an_action() -> None:
    versions: dict[str, set[str]] = {}
    for action in {action for name in FILES for action in uses(name)}:
        path, _, version = action.partition("@")
        versions.setdefault(path, set()).add(version)
    assert {path: found for path, found in versions.items() if len(found) > 1} == {}


@pytest.mark.parametrize("name", FILES)
def test_no_password_is_needed(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert "secrets." not in text
    assert "secrets: inherit" not in text
    assert not re.search(r"(?i)password:|username:|api[-_]token", text)


@pytest.mark.parametrize("name", FILES)
def test_a_job_may_do_nothing_that_it_does_not_need(name: str) -> None:
    assert read(name)["permissions"] in ("", {}, {"contents": "read"})
    writing = {
        (job, what)
        for job, found in read(name)["jobs"].items()
        for what, how in (found.get("permissions") or {}).items()
        if how == "write"
    }
    expected = {
        "ci.yml": set(),
        "pages.yml": {("deploy", "pages"), ("deploy", "id-token")},
        "release.yml": {
            ("attest", "id-token"),
            ("attest", "attestations"),
            ("publish", "id-token"),
            ("announce", "contents"),
        },
    }
    assert writing == expected[name]


def test_a_job_of_a_release_that_may_write_runs_nothing_of_the_repository() -> None:
    """So that no build step and no dependency can reach what only a release may do."""
    for job in ("attest", "publish", "announce"):
        assert [step for step in steps("release.yml", job) if "checkout" in step.get("uses", "")] == []
        assert not re.search(r"\b(pip|python|make|npm)\b", commands("release.yml", job))


@pytest.mark.parametrize("name", ["ci.yml", "release.yml"])
def test_a_checkout_keeps_no_key_for_later_steps(name: str) -> None:
    for job in read(name)["jobs"]:
        for step in steps(name, job):
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] == "false"


@pytest.mark.parametrize("name", FILES)
def test_no_command_is_made_of_what_others_wrote(name: str) -> None:
    """The name of a branch or a tag must not become a command; in a variable it stays a text."""
    for job in read(name)["jobs"]:
        assert "${{" not in commands(name, job)


@pytest.mark.parametrize("name", FILES)
def test_every_command_is_one_that_a_shell_understands(name: str) -> None:
    for job in read(name)["jobs"]:
        subprocess.run(["bash", "-n"], input=commands(name, job), check=True, text=True)


def test_the_tests_run_on_each_system_with_each_python_from_the_lowest_on() -> None:
    job = read("ci.yml")["jobs"]["test"]
    matrix = job["strategy"]["matrix"]
    assert matrix["system"] == ["ubuntu-latest", "macos-latest", "windows-latest"]
    assert matrix["python"] == ["3.11", "3.12", "3.13", "3.14"]
    assert job["strategy"]["fail-fast"] == "false", "one system's failure must not hide another's"
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == f">={matrix['python'][0]}"
    stated = {one.rpartition(":: ")[2] for one in project["classifiers"] if ":: Python :: 3." in one}
    assert stated == set(matrix["python"])


def test_where_windows_runs_no_command_needs_make_or_a_shell_of_unix() -> None:
    for line in commands("ci.yml", "test").splitlines():
        assert line.split()[0] in ("python", "firsthand"), line
        assert not re.search(r"[|&;$`]", line), line
    assert "pytest" in commands("ci.yml", "test")


def test_what_is_left_out_on_windows_is_there() -> None:
    assert {path for path in NOT_ON_WINDOWS if not (CHECKOUT / "tests" / path).exists()} == set()


def test_pull_requests_are_tested_and_so_is_what_is_on_main() -> None:
    assert set(read("ci.yml")["on"]) == {"push", "pull_request", "workflow_call"}
    assert read("ci.yml")["on"]["push"] == {"branches": ["main"]}


def test_format_lint_and_types_are_checked_as_make_does() -> None:
    recipe = (CHECKOUT / "Makefile").read_text(encoding="utf-8").split("\ncheck: ")[1].split("\n\n")[0]
    for line in commands("ci.yml", "check").splitlines():
        if not line.startswith("python "):
            assert f"$(BIN)/{line}\n" in recipe


def test_the_lowest_versions_are_tested_with_the_lowest_python() -> None:
    assert commands("ci.yml", "lowest").strip() == "make test-lowest"
    (python,) = [step["with"] for step in steps("ci.yml", "lowest") if "setup-python" in step.get("uses", "")]
    assert python["python-version"] == "3.11"


def test_only_a_tag_makes_a_release_and_only_after_all_tests() -> None:
    workflow = read("release.yml")
    assert workflow["on"] == {"push": {"tags": ["v*"]}}
    jobs = workflow["jobs"]
    assert jobs["test"]["uses"] == "./.github/workflows/ci.yml"
    assert jobs["attest"]["needs"] == ["test", "build"]
    assert jobs["publish"]["needs"] == "attest"
    assert jobs["announce"]["needs"] == "publish"
    assert jobs["publish"]["environment"] == "release"


def test_what_is_published_is_what_was_built_and_attested_and_nothing_else() -> None:
    (upload,) = [step["with"] for step in steps("release.yml", "build") if "upload-artifact" in step.get("uses", "")]
    assert upload["path"].split() == ["dist/", "SHA256SUMS"]
    for job in ("attest", "publish", "announce"):
        assert steps("release.yml", job)[0]["with"] == {"name": upload["name"]}
    assert steps("release.yml", "attest")[1]["with"] == {"subject-path": "dist/*"}
    publish = steps("release.yml", "publish")[1]
    assert publish["uses"].startswith("pypa/gh-action-pypi-publish@")
    assert publish["with"] == {"packages-dir": "dist/", "attestations": "true"}
    assert "gh release create" in commands("release.yml", "announce")
    assert "dist/* SHA256SUMS" in commands("release.yml", "announce")


@pytest.fixture
def released(tmp_path: Path) -> Path:
    """A checkout of version 1.2.0, as far as a release looks at it."""
    (tmp_path / "generator").mkdir()
    (tmp_path / "generator/__init__.py").write_text('__version__ = "1.2.0"\n', encoding="utf-8")
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n\n## [1.2.0] - 2026-05-01\n", encoding="utf-8")
    return tmp_path


def ran(step: str, at: Path, tag: str = "v1.2.0") -> subprocess.CompletedProcess[str]:
    """A step of a release as GitHub runs it, with `python` as the name of some Python."""
    bash, python = shutil.which("bash") or "bash", shutil.which("python3") or "python3"
    (at / "python").symlink_to(python)
    environment = {"PATH": f"{at}:/usr/bin:/bin", "TAG": tag}
    command = [bash, "-e", "-o", "pipefail", "-c", step]
    return subprocess.run(command, cwd=at, env=environment, capture_output=True, text=True, check=False)


def agreement() -> str:
    (step,) = [step for step in steps("release.yml", "build") if "tag" in step.get("name", "")]
    assert step["env"] == {"TAG": "${{ github.ref_name }}"}
    text: str = step["run"]
    return text


def test_a_tag_that_names_the_version_is_released(released: Path) -> None:
    result = ran(agreement(), released)
    assert (result.returncode, result.stdout) == (0, "")


@pytest.mark.parametrize("tag", ["v1.2.1", "v1.2.0.dev0", "1.2.0", "v1.2.0; touch ran"])
def test_a_tag_that_names_another_version_is_not(tag: str, released: Path) -> None:
    result = ran(agreement(), released, tag)
    assert result.returncode == 1
    assert result.stdout == (f"::error file=generator/__init__.py::The tag is {tag}, but the version is 1.2.0.\n")
    assert not (released / "ran").exists()


@pytest.mark.parametrize("heading", ["## [1.2.0] - Unreleased", "## [1.2.0]", "## [1x2.0] - 2026-05-01", ""])
def test_a_version_without_a_date_in_the_changelog_is_not(heading: str, released: Path) -> None:
    (released / "CHANGELOG.md").write_text(f"# Changelog\n\n{heading}\n", encoding="utf-8")
    result = ran(agreement(), released)
    assert result.returncode == 1
    assert result.stdout == "::error file=CHANGELOG.md::Version 1.2.0 has no date here.\n"


def test_the_changelog_has_a_section_for_this_version() -> None:
    changelog = (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"\n## [{__version__.removesuffix('.dev0')}] - " in changelog


def test_the_checksums_of_a_release_fit_its_files(tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist/one.whl").write_bytes(b"1")
    (tmp_path / "dist/two.tar.gz").write_bytes(b"2")
    (write,) = [step["run"] for step in steps("release.yml", "build") if "sha256sum" in step.get("run", "")]
    (check, _) = commands("release.yml", "announce").splitlines()
    assert ran(write, tmp_path).returncode == 0
    (tmp_path / "python").unlink()
    assert ran(check, tmp_path).returncode == 0
    (tmp_path / "dist/one.whl").write_bytes(b"another")
    (tmp_path / "python").unlink()
    assert ran(check, tmp_path).returncode != 0

"""The workflows that publish to GitHub Pages: the sample site's and the one that `firsthand init` writes.

GitHub itself is not asked; what its documentation fixes is compared, and every command that can run here is run.
"""

import re
import shlex
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.running import CHECKOUT, run
from tests.sites import SiteUnderTest

SAMPLE = ".github/workflows/pages.yml"
PAGES = "https://dana.github.io/my-stories"


@pytest.fixture
def starter(tmp_path: Path) -> SiteUnderTest:
    """What an advocate pushes to GitHub."""
    assert run("init", "my-stories", at=tmp_path).exit_code == 0
    return SiteUnderTest(tmp_path / "my-stories")


@pytest.fixture(params=["sample", "starter"])
def workflow(request: pytest.FixtureRequest, starter: SiteUnderTest) -> dict[str, Any]:
    root = CHECKOUT if request.param == "sample" else starter.root
    return read(root / SAMPLE)


def read(path: Path) -> dict[str, Any]:
    """A workflow with every value as text: to YAML 1.1's usual reader the key `on` would be the value true."""
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return found


def steps(workflow: dict[str, Any], job: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = workflow["jobs"][job]["steps"]
    return found


def action(workflow: dict[str, Any], job: str, name: str) -> tuple[int, dict[str, Any]]:
    """Where in a job an action of GitHub's is used, and how."""
    ((place, step),) = [
        (place, step)
        for place, step in enumerate(steps(workflow, job))
        if step.get("uses", "").split("@")[0] == f"actions/{name}"
    ]
    return place, step


def command(workflow: dict[str, Any], job: str, words: str) -> tuple[int, dict[str, Any]]:
    """Where in a job a command is run, and how."""
    ((place, step),) = [
        (place, step) for place, step in enumerate(steps(workflow, job)) if words in step.get("run", "")
    ]
    return place, step


def test_it_runs_on_every_push_to_main_every_day_on_pull_requests_and_by_hand(workflow: dict[str, Any]) -> None:
    assert set(workflow["on"]) == {"push", "schedule", "pull_request", "workflow_dispatch"}
    assert workflow["on"]["push"] == {"branches": ["main"]}
    (daily,) = workflow["on"]["schedule"]
    assert re.fullmatch(r"[1-9]\d? \d{1,2} \* \* \*", daily["cron"]), "once a day, not at the crowded full hour"


def test_only_the_job_that_deploys_may_write(workflow: dict[str, Any]) -> None:
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    for name in ("build", "check"):
        assert "write" not in workflow["jobs"][name].get("permissions", {}).values()
    assert workflow["jobs"]["build"]["permissions"]["contents"] == "read", "a checkout needs it said again"


def test_deploying_is_a_job_of_its_own_in_the_environment_of_github_pages(workflow: dict[str, Any]) -> None:
    deploy = workflow["jobs"]["deploy"]
    assert deploy["needs"] == "build"
    assert deploy["environment"] == {"name": "github-pages", "url": "${{ steps.deployment.outputs.page_url }}"}
    assert deploy["steps"] == [{"id": "deployment", "uses": "actions/deploy-pages@v5"}]


def test_two_runs_never_publish_at_once_and_none_is_cut_off(workflow: dict[str, Any]) -> None:
    assert workflow["concurrency"]["cancel-in-progress"] == "false"
    assert "|| 'publish'" in workflow["concurrency"]["group"]


def test_a_pull_request_is_checked_drafts_included_and_never_published(workflow: dict[str, Any]) -> None:
    assert workflow["jobs"]["check"]["if"] == "github.event_name == 'pull_request'"
    assert workflow["jobs"]["build"]["if"] == "github.event_name != 'pull_request'"
    command(workflow, "check", "firsthand check --drafts")
    assert set(workflow["jobs"]) == {"check", "build", "deploy"}


def test_the_address_comes_from_github_pages(workflow: dict[str, Any]) -> None:
    place, pages = action(workflow, "build", "configure-pages")
    building, build = command(workflow, "build", "firsthand build")
    assert place < building
    assert build["env"] == {"FIRSTHAND_PAGES_URL": f"${{{{ steps.{pages['id']}.outputs.base_url }}}}"}


def test_what_builds_worked_out_is_kept_for_the_next(workflow: dict[str, Any]) -> None:
    place, cache = action(workflow, "build", "cache")
    assert place < command(workflow, "build", "firsthand build")[0]
    assert cache["with"]["path"] == ".firsthand"
    assert "${{ github.run_id }}" in cache["with"]["key"], "a cache is never written twice under one key"
    assert cache["with"]["key"].startswith(cache["with"]["restore-keys"])


def test_a_check_makes_no_picture_that_a_build_has_made(workflow: dict[str, Any]) -> None:
    place, restored = action(workflow, "check", "cache/restore")
    kept = action(workflow, "build", "cache")[1]["with"]
    assert place < command(workflow, "check", "firsthand check")[0]
    assert restored["with"] == kept


def test_what_was_made_of_pictures_is_kept_too(workflow: dict[str, Any], starter: SiteUnderTest) -> None:
    _, cache = action(workflow, "build", "cache")
    kept = starter.root / cache["with"]["path"]
    assert starter.settings().picture_store.is_relative_to(kept)
    assert starter.settings().cache_file.is_relative_to(kept)


def test_what_was_built_is_uploaded(workflow: dict[str, Any]) -> None:
    place, upload = action(workflow, "build", "upload-pages-artifact")
    building, build = command(workflow, "build", "firsthand build")
    assert place > building
    assert shlex.split(build["run"])[-2:] == ["--output", upload["with"]["path"]]


def test_the_versions_of_github_s_actions_are_those_that_go_together(workflow: dict[str, Any]) -> None:
    used = {step["uses"] for job in workflow["jobs"] for step in steps(workflow, job) if "uses" in step}
    assert used == {
        "actions/checkout@v6",
        "actions/setup-python@v6",
        "actions/configure-pages@v6",
        "actions/cache@v5",
        "actions/cache/restore@v5",
        "actions/upload-pages-artifact@v5",
        "actions/deploy-pages@v5",
    }


def test_its_python_is_one_that_firsthand_runs_on(workflow: dict[str, Any]) -> None:
    lowest = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    for job in ("build", "check"):
        version = action(workflow, job, "setup-python")[1]["with"]["python-version"]
        assert tuple(map(int, version.split("."))) >= tuple(map(int, lowest.removeprefix(">=").split(".")))


def test_every_command_is_one_that_a_shell_understands(workflow: dict[str, Any]) -> None:
    for job in workflow["jobs"]:
        for step in steps(workflow, job):
            if "run" in step:
                assert "${{" not in step["run"], "what others wrote (a branch's name) must not become a command"
                subprocess.run(["bash", "-n"], input=step["run"], check=True, text=True)


def test_an_advocate_s_workflow_is_the_sample_site_s_but_for_the_step_that_installs(starter: SiteUnderTest) -> None:
    sample, own = read(CHECKOUT / SAMPLE), read(starter.root / SAMPLE)
    for job in ("build", "check"):
        here, there = command(sample, job, "pip install"), command(own, job, "pip install")
        assert here[0] == there[0]
        assert here[1].pop("run") == "python -m pip install --quiet ."
        assert there[1].pop("run").startswith("python -m pip install --quiet -r requirements.txt\n")
    assert own == sample


def test_the_comments_of_the_two_workflows_are_the_same(starter: SiteUnderTest) -> None:
    def comments(path: Path) -> list[str]:
        return [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip().startswith("#")]

    assert comments(starter.root / SAMPLE) == comments(CHECKOUT / SAMPLE) != []


def test_requirements_that_name_no_firsthand_stop_the_run_with_a_word_about_it(starter: SiteUnderTest) -> None:
    _, install = command(read(starter.root / SAMPLE), "build", "pip install")
    check = install["run"].splitlines()[1]
    bash = shutil.which("bash") or "bash"
    ran = subprocess.run([bash, "-ec", check], env={"PATH": "/nowhere"}, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert ran.stdout == "::error file=requirements.txt::Add the line that says where to install Firsthand from.\n"


def test_the_commands_of_the_workflow_do_on_a_new_site_what_they_are_there_for(starter: SiteUnderTest) -> None:
    workflow = read(starter.root / SAMPLE)
    for job, words in (("check", "firsthand check"), ("build", "firsthand build")):
        _, step = command(workflow, job, words)
        _, *arguments = shlex.split(step["run"])
        result = run(*arguments, at=starter.root, **dict.fromkeys(step.get("env", {}), PAGES))
        assert result.exit_code == 0, result.stderr
    assert f"Sitemap: {PAGES}/sitemap.xml" in starter.read("robots.txt")
    assert 'href="/my-stories/' in starter.read("index.html")
    assert (starter.root / ".firsthand/cache.sqlite").is_file(), "what the cache step keeps"
    assert not any(path.is_symlink() for path in (starter.root / "_site").rglob("*")), "Pages takes no links"

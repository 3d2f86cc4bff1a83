"""The wheel works in projects that are not this repository: a plain one, and one with its own base page model."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
SITES = Path(__file__).parent


def run(*command: str, cwd: Path, env: dict[str, str] | None = None) -> str:
    done = subprocess.run([sys.executable, *command], cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run("-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), cwd=REPOSITORY)
    (file,) = folder.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    run("-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(folder), str(wheel), cwd=folder)
    return folder


def test_the_wheel_holds_the_plugin_and_nothing_else(wheel: Path) -> None:
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    in_git = run_git("ls-files", "--cached", "--others", "--exclude-standard", "urgent_actions")
    assert packed == {name for name in in_git.splitlines() if (REPOSITORY / name).exists()}


@pytest.mark.parametrize("site", ["bare_site", "swapped_site"])
def test_an_urgent_action_is_published_in_another_project(site: str, installed: Path, tmp_path: Path) -> None:
    project = shutil.copytree(SITES, tmp_path / "project")
    # Neither the repository nor the settings of this test run may reach the project.
    env = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join([str(installed), str(project)]),
        "DJANGO_SETTINGS_MODULE": f"{site}.settings",
        "SITE_DATA": str(tmp_path),
    }
    if site == "swapped_site":
        # Its pages are its own, and so are their migrations.
        run("-m", "django", "makemigrations", "campaign", cwd=tmp_path, env=env)
    run("-m", "django", "migrate", "--verbosity=0", cwd=tmp_path, env=env)
    run("-m", "django", "check", "--fail-level=WARNING", cwd=tmp_path, env=env)
    # The plugin brings all its migrations along, whichever base page model is in force.
    run("-m", "django", "makemigrations", "urgent_actions", "--check", "--dry-run", cwd=tmp_path, env=env)
    assert run("-m", "publish", cwd=tmp_path, env=env).strip() == str(installed / "urgent_actions" / "__init__.py")


def run_git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout

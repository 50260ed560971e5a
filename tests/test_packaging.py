"""How the program gets onto a machine: lock files, Debian packages, scripts, and what the build takes."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PIN = re.compile(r"^([A-Za-z0-9_.-]+)==(\S+)", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_package_has_a_hash_and_no_index_is_named(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[A-Za-z0-9])", text.strip())
    without = [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry]
    assert pins(name) and without == []
    assert "://" not in text


def test_both_locks_name_the_same_versions() -> None:
    run, dev = pins("requirements.lock"), pins("requirements-dev.lock")
    assert {name: dev.get(name) for name in run} == run


def test_locks_hold_every_dependency_and_what_builds_the_program() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    locked = {name.lower().replace("_", "-") for name in pins("requirements.lock")}
    wanted = project["project"]["dependencies"] + project["build-system"]["requires"]
    names = {re.split(r"[<>=\[ ]", line)[0].lower().replace("_", "-") for line in wanted}
    assert names <= locked


def packages(
    tmp_path: Path, *sections: str, root: bool, installed: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run .ci/packages with stand-ins for Debian's tools; what apt-get is told ends up in apt.log."""
    tools = tmp_path / "tools"
    tools.mkdir()
    (tmp_path / "installed").write_text(installed, encoding="utf-8")
    stand_ins = {
        "dpkg-query": f"sed 's/^/ii /' {tmp_path}/installed",
        "apt-get": f'echo "$@" >> {tmp_path}/apt.log',
        "id": f"echo {0 if root else 1000}",
    }
    for name, body in stand_ins.items():
        script = tools / name
        script.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
    for name in ("awk", "bash", "comm", "dirname", "env", "sed", "sort"):
        found = next(Path(folder) / name for folder in ("/usr/bin", "/bin") if (Path(folder) / name).exists())
        (tools / name).symlink_to(found)
    return subprocess.run(
        ["bash", str(ROOT / ".ci" / "packages"), *sections],
        env={"PATH": str(tools), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_missing_debian_packages_are_installed_as_root(tmp_path: Path) -> None:
    done = packages(tmp_path, "run", root=True)
    assert done.returncode == 0
    asked = (tmp_path / "apt.log").read_text(encoding="utf-8")
    assert "update" in asked and "--no-install-recommends" in asked
    assert "libxcb-cursor0" in asked and "xvfb" not in asked


def test_nothing_is_asked_of_apt_when_all_is_there(tmp_path: Path) -> None:
    everything = (ROOT / ".ci" / "debian-packages").read_text(encoding="utf-8")
    done = packages(tmp_path, "run", "test", "build", root=False, installed=everything)
    assert (done.returncode, done.stderr) == (0, "")
    assert not (tmp_path / "apt.log").exists()


def test_without_the_right_to_install_the_command_is_named(tmp_path: Path) -> None:
    done = packages(tmp_path, "run", root=False)
    assert done.returncode == 1
    assert "권한이 없습니다" in done.stderr and "apt-get install --no-install-recommends" in done.stderr
    assert not (tmp_path / "apt.log").exists()


@pytest.mark.parametrize("script", sorted(path.name for path in (ROOT / ".ci").iterdir() if path.is_file()))
def test_scripts_are_sound(script: str) -> None:
    path = ROOT / ".ci" / script
    if script == "debian-packages":
        return
    text = path.read_text(encoding="utf-8")
    assert text.startswith("#!/usr/bin/env bash\n") and "\nset -euo pipefail\n" in text
    assert os.access(path, os.X_OK)
    subprocess.run(["bash", "-n", str(path)], check=True)


def test_the_build_takes_what_analysis_cannot_see() -> None:
    spec = (ROOT / "build_installer.spec").read_text(encoding="utf-8")
    for source in re.findall(r'^    \("([^"]+)", "\1"\)', spec, re.MULTILINE):
        assert (ROOT / source).is_dir(), source
    assert 'collect_submodules("connectors")' in spec and "models/migrations" in spec

"""What is shipped works where it is installed: the wheel holds every file that the program reads."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.slow
def test_the_wheel_holds_everything_and_serves_a_page_from_elsewhere(tmp_path: Path) -> None:
    copied = tmp_path / "source"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(copied)], check=True)
    subprocess.run([sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(tmp_path), str(copied)], check=True)
    [wheel] = tmp_path.glob("minutebook-*.whl")
    inside = set(zipfile.ZipFile(wheel).namelist())
    tracked = subprocess.run(["git", "ls-files"], cwd=copied, check=True, capture_output=True, text=True).stdout.split("\n")
    shipped = [name.replace("templates/", "archive/templates/", 1) if name.startswith("templates/") else name for name in tracked]
    assert {name for name in shipped if name.startswith(("archive/", "indexer/"))} <= inside
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    code = "import archive; print(archive.create_app('instance').test_client().get('/help').status_code)"
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, '../site'); {code}"]
    (tmp_path / "elsewhere").mkdir()
    answer = subprocess.run(command, cwd=tmp_path / "elsewhere", check=True, capture_output=True, text=True)
    assert answer.stdout.strip() == "200"

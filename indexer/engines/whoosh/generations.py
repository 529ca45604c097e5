"""Generations in a folder: each is a folder ``gen-<n>`` that is never written once it is served; a small pointer file names the one that is."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
from pathlib import Path
from typing import Any, TextIO

from indexer.analysis import VERSION
from indexer.errors import Unavailable

FORMAT = 4
"""Changes whenever an older generation can no longer be read."""
_OURS = ("manifest.json", "catalogue.json")


def served_name(folder: Path) -> str:
    """The name of the generation that the pointer names; empty while there is none."""
    try:
        return (folder / "served").read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return ""


def all_of(folder: Path) -> list[Path]:
    """The finished generations, newest first."""
    return sorted((g for g in folder.glob("gen-*") if (g / "manifest.json").exists()), key=_number, reverse=True)


def readable(manifest: dict[str, Any]) -> bool:
    """Whether a generation was made by a version whose files this one reads."""
    return (manifest["format"], manifest["analysis"]) == (FORMAT, VERSION)


def locked(folder: Path) -> TextIO:
    """Take the writer's lock; whoever holds the file open holds the lock. Raises ``Unavailable`` while another does."""
    folder.mkdir(parents=True, exist_ok=True)
    guard = (folder / "writer.lock").open("w")
    try:
        fcntl.flock(guard, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        guard.close()
        raise Unavailable("Another process is making a new generation of the index: try again when it is done.") from error
    return guard


def begun(folder: Path, rebuild: bool) -> tuple[Path, dict[str, Any] | None]:
    """A folder for the next generation, with hard links to the files of the served one, and that one's manifest.

    None when it begins empty: for a rebuild, and when the served one is damaged or was made by another version.
    """
    for left in folder.glob("gen-*"):
        if not (left / "manifest.json").exists():
            shutil.rmtree(left, ignore_errors=True)  # A run that was stopped half-way left it.
    new = folder / f"gen-{max(map(_number, all_of(folder)), default=0) + 1}"
    new.mkdir()
    name = served_name(folder)
    if rebuild or not name:
        return new, None
    try:
        manifest: dict[str, Any] = json.loads((folder / name / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return new, None
    if not readable(manifest) or damaged(folder / name, manifest):
        return new, None
    for file in (folder / name).iterdir():
        if file.name not in _OURS and not file.name.endswith("LOCK"):
            os.link(file, new / file.name)
    return new, manifest


def finished(generation: Path, catalogue: str, manifest: dict[str, Any], keep: int) -> None:
    """Make sure that a generation's files are on disk, let the pointer name it, and remove all but the newest few."""
    _write(generation / "catalogue.json", catalogue)
    known = _files_known(generation.parent)
    files = {file.name: _facts(file, known) for file in sorted(generation.iterdir()) if not file.name.endswith("LOCK")}
    _write(generation / "manifest.json", json.dumps({"format": FORMAT, "analysis": VERSION, **manifest, "files": files}))
    for file in generation.iterdir():
        _flush(file)
    _flush(generation)
    folder = generation.parent
    _write(folder / "served.new", generation.name)
    os.replace(folder / "served.new", folder / "served")
    _flush(folder)
    for old in all_of(folder)[max(keep, 1) :]:
        shutil.rmtree(old, ignore_errors=True)


def damaged(generation: Path, manifest: dict[str, Any], thoroughly: bool = False) -> list[str]:
    """The names of files that are missing or not as they were written: by their size, or thoroughly by their hash."""
    wrong = []
    for name, (size, digest) in manifest["files"].items():
        file = generation / name
        if not file.exists() or file.stat().st_size != size or (thoroughly and _hash(file) != digest):
            wrong.append(name)
    return wrong


def _files_known(folder: Path) -> dict[str, tuple[int, str]]:
    """Name → size and hash of the files of the generation before: those of a segment are never written again."""
    newest = next(iter(all_of(folder)), None)
    if newest is None:
        return {}
    files: dict[str, tuple[int, str]] = json.loads((newest / "manifest.json").read_text(encoding="utf-8")).get("files", {})
    return {name: facts for name, facts in files.items() if not name.startswith("_") and name not in _OURS}


def _facts(file: Path, known: dict[str, tuple[int, str]]) -> tuple[int, str]:
    """The size and the hash of a file; taken over from the generation before where that has the very same file."""
    size = file.stat().st_size
    return known[file.name] if file.name in known and known[file.name][0] == size else (size, _hash(file))


def _hash(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def discard(generation: Path) -> None:
    """Remove a generation that was not finished."""
    shutil.rmtree(generation, ignore_errors=True)


def _number(generation: Path) -> int:
    return int(generation.name.partition("-")[2])


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _flush(path: Path) -> None:
    """Make sure that a file's bytes, or a folder's names, survive a loss of power."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

"""The house stands as it was drawn: imports run one way, and what is shipped is listed."""

from __future__ import annotations

import ast
import configparser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ORDER = [
    "indexer", "errors", "records", "config", "councils", "names", "language", "crawler", "text", "sources", "assemble", "minutes", "store", "takedowns",
    "procedural", "passages", "coverage", "questions", "answers", "history", "differences", "versions", "export", "work", "keeping", "demo", "web", "cli", "__main__",
]  # fmt: skip
"""A module imports what stands to its left, and what lies in its own package."""


def rooms_imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{a.name}" for a in node.names] if node.module == "archive" else [node.module]
        for name in names:
            parts = name.split(".")
            if parts[0] == "indexer":
                found.add("indexer")
            elif parts[0] == "archive" and len(parts) > 1:
                found.add(parts[1])
    return found


def test_imports_run_one_way() -> None:
    wrong = []
    for path in sorted(ROOT.glob("archive/**/*.py")):
        room = path.relative_to(ROOT / "archive").parts[0].removesuffix(".py")
        if room != "__init__":
            wrong += [f"{path.name} imports {other}" for other in rooms_imported(path) if other != room and ORDER.index(other) > ORDER.index(room)]
    assert wrong == []


def test_the_indexer_knows_nothing_of_the_archive() -> None:
    for path in ROOT.glob("indexer/**/*.py"):
        assert "archive" not in {
            name.name.split(".")[0] for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Import) for name in node.names
        }
        assert "from archive" not in path.read_text()


def test_every_package_is_listed() -> None:
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg")
    listed = set(setup["options"]["packages"].split())
    there = {".".join(path.relative_to(ROOT).parts[:-1]) for top in ("archive", "indexer") for path in ROOT.glob(f"{top}/**/__init__.py")}
    assert there | {"archive.templates"} == listed

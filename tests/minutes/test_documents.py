"""Whole documents, in layouts of many clerks: what is read of each is written beside it (``*.read``) and was checked by eye.

The documents are ours; every name in them is made up. ``python tests/minutes/test_documents.py`` writes what is read now, to be
compared with what was.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.work.document import annotated

HERE = Path(__file__).parent / "documents"
DOCUMENTS = sorted(HERE.glob("*.txt"))


def told(path: Path) -> Iterator[str]:
    """What is read of a document, one finding a line."""
    found = annotated(path.read_bytes())
    for one in found["attendance"]:
        notes = [one["role"], f"for {one['substitute_for']}" if one["substitute_for"] else ""]
        yield f"{one['status']}: {one['name']}" + "".join(f" ({note})" for note in notes if note)
    for item in found["items"]:
        yield f"# {item['number']} {item['name']}".replace("  ", " ")
        yield from (f"  speaker: {one['name']}{' (post)' if one['kind'] == 'role' else ''}" for one in item["speeches"])
        yield from (f"  declared: {one['name']}" for one in item["declarations"])
        for one in item["motions"]:
            yield f"  {'amendment' if one['amendment'] else 'motion'}: {one['mover']} / {one['seconder']}: {one['outcome']}: {short(one['text'])}"
        for one in item["vote_events"]:
            names = "; ".join(", ".join(one[side]) for side in ("for_names", "against_names", "abstain_names") if one[side])
            yield f"  vote: {one['for']} {one['against']} {one['abstain']}{' unanimous' if one['unanimous'] else ''}{': ' + names if names else ''}"
        yield from (f"  {one['outcome']}: {short(one['text'])}" for one in item["decisions"])
        yield from (f"  action: {one['name']}" for one in item["actions"])


def short(text: str) -> str:
    words = text.split()
    return " ".join(words if len(words) <= 14 else [*words[:8], "…", *words[-4:]])


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_is_read_as_it_was_checked(path: Path) -> None:
    assert "\n".join(told(path)) == path.with_suffix(".read").read_text(encoding="utf-8").rstrip("\n")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_finding_stands_at_its_place(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for item in annotated(path.read_bytes())["items"]:
        assert 0 <= item["start"] < item["end"] <= len(text)
        for kind in ("speeches", "decisions", "motions", "vote_events", "declarations", "actions"):
            assert all(item["text"][one["start"] : one["end"]] == one.get("as_written", one.get("text")) and one["rule"] for one in item[kind])


if __name__ == "__main__":
    for document in DOCUMENTS:
        document.with_suffix(".read").write_text("\n".join(told(document)) + "\n", encoding="utf-8")

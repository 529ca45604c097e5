"""The embedded engine: Whoosh with its stock codec, in generations that are never written once they are served.

Tokens are made in Python (``indexer.analysis``) and handed over joined by blanks, so that every engine sees the same ones.
Each generation is a folder ``gen-<n>``; a small pointer file names the one that is served.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from threading import Lock
from typing import Any

from indexer.analysis import VERSION, joined, stem, stems_of, tokens
from indexer.catalogue import Catalogue
from indexer.counting import answer, digest_of, groups_of, sort_of
from indexer.engines import whoosh_library as library
from indexer.errors import OutOfDate, Unavailable
from indexer.index import Generation
from indexer.passage import Passage
from indexer.query import And, Node, Not, Or, Phrase, Query, Term
from indexer.results import Results

FORMAT = 1
"""Changes whenever an older generation can no longer be read."""
_FIELDS = ("title", "text")
_BOOST = {"title": 3.0, "text": 1.0}


def _schema() -> Any:
    def tokenized(positions: bool) -> Any:
        return library.TEXT(analyzer=library.SpaceSeparatedTokenizer(), phrase=positions, stored=False)

    fields = {f"{field}_{copy}": tokenized(copy == "words") for field in _FIELDS for copy in ("stems", "words", "joined")}
    return library.Schema(id=library.ID(unique=True), group=library.ID(), passage=library.STORED(), **fields)


class WhooshIndex:
    """An index in a folder. Safe to share between threads."""

    def __init__(self, folder: str, keep: int = 3) -> None:
        self.folder = Path(folder)
        self.keep = keep
        self._lock = Lock()
        self._opened: _Opened | None = None

    def begin(self, rebuild: bool = False) -> Generation:
        """See ``Index``."""
        return _WhooshGeneration(self, rebuild)

    def search(self, query: Query) -> Results:
        """See ``Index``."""
        opened = self._served()
        if opened is None:
            raise Unavailable("There is no search index yet: `minutebook index` makes one.")
        try:
            found = opened.found(query.words)
        except Unavailable:  # Another thread moved to the next generation in this very moment.
            opened = self._served() or opened
            found = opened.found(query.words)
        return answer(query, found, opened.catalogue, opened.name, sort_of(query))

    def catalogue(self) -> Catalogue:
        """See ``Index``."""
        opened = self._served()
        return opened.catalogue if opened else Catalogue()

    def revision(self) -> int:
        """See ``Index``."""
        opened = self._served()
        return int(opened.manifest["revision"]) if opened else 0

    def digest(self) -> str:
        """See ``Index``."""
        opened = self._served()
        return digest_of(opened.passages.values() if opened else ())

    def close(self) -> None:
        """Give the files back; the next search opens them again."""
        with self._lock:
            if self._opened is not None:
                self._opened.close()
            self._opened = None

    def served_name(self) -> str:
        """The name of the generation that the pointer names; empty while there is none."""
        try:
            return (self.folder / "served").read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return ""

    def _served(self) -> _Opened | None:
        """The served generation, opened once and again when the pointer moves; the last good one where the new one cannot be opened."""
        name = self.served_name()
        with self._lock:
            if name and (self._opened is None or self._opened.name != name):
                try:
                    newer = _Opened(self.folder / name)
                    if self._opened is not None:
                        self._opened.close()
                    self._opened = newer
                except (OSError, ValueError, KeyError, library.EmptyIndexError) as error:
                    self._opened = self._opened or self._previous(name)
                    if self._opened is None:
                        raise Unavailable(f"The search index cannot be opened ({error}): `minutebook index --rebuild` makes a new one.") from error
            return self._opened

    def _previous(self, name: str) -> _Opened | None:
        for folder in sorted(self.folder.glob("gen-*"), key=_number, reverse=True):
            if folder.name != name and (folder / "manifest.json").exists():
                try:
                    return _Opened(folder)
                except (OSError, ValueError, KeyError, library.EmptyIndexError):
                    continue
        return None


class _Opened:
    """A generation that is read."""

    def __init__(self, folder: Path) -> None:
        self.name = folder.name
        self.manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        if (self.manifest["format"], self.manifest["analysis"]) != (FORMAT, VERSION):
            raise OutOfDate("The search index was made by another version: `minutebook index --rebuild` makes a new one.")
        self.catalogue = Catalogue.from_json((folder / "catalogue.json").read_text(encoding="utf-8"))
        self._index = library.open_dir(str(folder))
        self._searcher = self._index.searcher(weighting=library.BM25F())
        self._lock = Lock()
        self.passages = _stored(self._searcher)

    def close(self) -> None:
        """Give the files back once no search is under way; the passages stay."""
        with self._lock:
            self._searcher.close()
            self._index.close()
            self._searcher = None

    def found(self, tree: Node | None) -> list[tuple[Passage, float]]:
        """Every passage that the words find, with its score."""
        if tree is None:
            return [(passage, 0.0) for passage in self.passages.values()]
        with self._lock:  # A searcher of Whoosh is not safe to share.
            if self._searcher is None:
                raise Unavailable("The search index is moving to its next state: try again.")
            results = self._searcher.search(_translated(tree), limit=None)
            return [(self.passages[number], score) for score, number in results.top_n]


class _WhooshGeneration:
    """A generation in the making, in a folder of its own."""

    def __init__(self, index: WhooshIndex, rebuild: bool) -> None:
        self._index = index
        index.folder.mkdir(parents=True, exist_ok=True)
        self._guard = (index.folder / "writer.lock").open("w")
        try:
            fcntl.flock(self._guard, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self._guard.close()
            raise Unavailable("Another process is making a new generation of the index: try again when it is done.") from error
        served = index.served_name()
        for left in index.folder.glob("gen-*"):
            if not (left / "manifest.json").exists():
                shutil.rmtree(left, ignore_errors=True)  # A run that was stopped half-way left it.
        number = max((_number(folder) for folder in index.folder.glob("gen-*")), default=0) + 1
        self._folder = index.folder / f"gen-{number}"
        self._folder.mkdir()
        old = None if rebuild or not served else self._inherited(index.folder / served)
        self.revision = int(old["revision"]) if old else 0
        whoosh = library.open_dir(str(self._folder)) if old else library.create_in(str(self._folder), _schema())
        with whoosh.searcher() as searcher:
            self._groups = dict(groups_of(_stored(searcher).values()))
        self._writer: Any = whoosh.writer(compound=False)

    def _inherited(self, served: Path) -> dict[str, Any] | None:
        """Hard links to the served generation's files; None where it was made by another version."""
        manifest: dict[str, Any] = json.loads((served / "manifest.json").read_text(encoding="utf-8"))
        if (manifest["format"], manifest["analysis"]) != (FORMAT, VERSION):
            return None
        for file in served.iterdir():
            if file.name not in ("manifest.json", "catalogue.json") and not file.name.endswith("LOCK"):
                os.link(file, self._folder / file.name)
        return manifest

    def __enter__(self) -> _WhooshGeneration:
        return self

    def __exit__(self, *exc: object) -> None:
        if self._writer is not None:
            self._writer.cancel()
        if not (self._folder / "manifest.json").exists():
            shutil.rmtree(self._folder, ignore_errors=True)
        self._guard.close()

    def replace(self, group: str, passages: Iterable[Passage]) -> None:
        if group in self._groups:
            self._writer.delete_by_term("group", group)
        self._groups.pop(group, None)
        count = 0
        for passage in passages:
            count += 1
            self._writer.add_document(id=passage.id, group=group, passage=json.dumps(asdict(passage), ensure_ascii=False), **_tokenized(passage))
        if count:
            self._groups[group] = count

    def groups(self) -> Mapping[str, int]:
        return self._groups

    def check(self, expected: Mapping[str, int]) -> None:
        self._writer.commit()
        self._writer = None
        whoosh = library.open_dir(str(self._folder))
        with whoosh.searcher() as searcher:
            held = dict(groups_of(_stored(searcher).values()))
        whoosh.close()
        if held != dict(expected):
            raise Unavailable("The new generation of the index does not hold what it should; the old one goes on serving. `minutebook index --rebuild` helps.")

    def switch(self, catalogue: Catalogue, revision: int) -> str:
        if self._writer is not None:
            self._writer.commit()
            self._writer = None
        _write(self._folder / "catalogue.json", catalogue.to_json())
        manifest = {"format": FORMAT, "analysis": VERSION, "revision": revision, "groups": len(self._groups), "passages": sum(self._groups.values())}
        _write(self._folder / "manifest.json", json.dumps(manifest))
        for file in self._folder.iterdir():
            _flush(file)
        _flush(self._folder)
        _write(self._index.folder / "served.new", self._folder.name)
        os.replace(self._index.folder / "served.new", self._index.folder / "served")
        _flush(self._index.folder)
        for old in sorted(self._index.folder.glob("gen-*"), key=_number, reverse=True)[max(self._index.keep, 1) :]:
            shutil.rmtree(old, ignore_errors=True)
        return self._folder.name


def _tokenized(passage: Passage) -> dict[str, str]:
    """The fields of a passage as tokens joined by blanks."""
    fields = {}
    for name, text in (("title", passage.title), ("text", passage.text)):
        found = tokens(text)
        fields[f"{name}_words"] = " ".join(t.word for t in found)
        fields[f"{name}_stems"] = " ".join(stem(t.word, passage.language) for t in found)
        fields[f"{name}_joined"] = " ".join(j.word for j in joined(text, found))
    return fields


def _translated(node: Node) -> Any:
    """The tree as a query of Whoosh, built directly: its parser never sees what a reader typed."""
    if isinstance(node, Term):
        return library.Or([q for field in _FIELDS for q in _term(field, node)])
    if isinstance(node, Phrase):
        return library.Or([_phrase(field, node) for field in _FIELDS])
    if isinstance(node, Or):
        return library.Or([_translated(part) for part in node.parts])
    if isinstance(node, Not):
        return library.AndNot(library.Every(), _translated(node.part))
    assert isinstance(node, And)
    wanted = [_translated(part) for part in node.parts if not isinstance(part, Not)] or [library.Every()]
    unwanted = [_translated(part.part) for part in node.parts if isinstance(part, Not)]
    return library.AndNot(library.And(wanted), library.Or(unwanted)) if unwanted else library.And(wanted)


def _term(field: str, node: Term) -> list[Any]:
    boost = _BOOST[field]
    if node.prefix:
        return [library.Prefix(f"{field}_words", node.word, boost=boost)]
    stems = [library.Term(f"{field}_stems", one, boost=boost) for one in sorted(stems_of(node.word))]
    return [*stems, *(library.Term(f"{field}_{copy}", node.word, boost=boost) for copy in ("words", "joined"))]


def _phrase(field: str, node: Phrase) -> Any:
    if len(node.words) == 1:
        return library.Term(f"{field}_words", node.words[0], boost=_BOOST[field])
    return library.Phrase(f"{field}_words", list(node.words), boost=_BOOST[field])


def _stored(searcher: Any) -> dict[int, Passage]:
    """Every passage by its number in the generation."""
    found = {}
    for number, fields in searcher.reader().iter_docs():
        values = json.loads(fields["passage"])
        values |= {name: tuple(values[name]) for name in ("speakers", "outcomes")} | {"decisions": tuple(map(tuple, values["decisions"]))}
        found[number] = Passage(**values)
    return found


def _number(folder: Path) -> int:
    return int(folder.name.partition("-")[2])


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

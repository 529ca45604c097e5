"""The registry of councils: one file each, ``instance/councils/<slug>.toml``.

The slug is part of every id and so of every permanent address; it never changes, also when the council is renamed,
moves to another host or buys another system.
"""

# ruff: noqa: SIM905

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from archive.errors import SettingError

DEFAULT_LICENCE = "© the council, see source"
"""Never called open data unless the council says so."""
RESERVED_SLUGS = frozenset(
    "about accessibility api changes committees councils coverage cy data document documents en export favicon.ico feeds healthz help "
    "index meetings openapi opensearch people robots.txt search search.json sitemap static status suggest".split()
)
"""First parts of addresses that belong to the site itself."""
HOME_ZONE = "Europe/London"
"""The time zone of a council that says nothing else, or is not registered any more."""
R = TypeVar("R")
PERSON_KINDS = ("member", "officer", "public")
TABLES = ("aliases", "kinds")
SLUG = re.compile(r"[a-z][a-z0-9-]{1,39}")


@dataclass(frozen=True)
class Source:
    """Where a council publishes: one system at one base address."""

    base: str
    """Address below which all pages stand, without a closing slash: ``https://democracy.example.gov.uk/moderngov``."""
    system: str = "moderngov"
    service: bool = False
    """Whether its web service answers; its pages are read in any case."""
    since: str = ""
    until: str = ""
    """First and last day of meetings to take from it, ISO 8601, both inclusive; empty for open."""
    id_prefix: str = ""
    """Put before the publisher's ids, so that two sources of one council cannot clash; empty for the first."""
    loopback: bool = False
    """Whether the operator allows an address of this machine by hand (a demonstration, a test site)."""


@dataclass(frozen=True)
class Council:
    """A council that is archived."""

    slug: str
    name: str
    former_names: tuple[str, ...] = ()
    kind: str = "council"
    """In the council's own terms: county, district, unitary, borough, parish, fire authority …"""
    time_zone: str = HOME_ZONE
    languages: tuple[str, ...] = ("en",)
    """BCP 47; the first is the main one."""
    licence: str = DEFAULT_LICENCE
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    """Slugs of councils before and after a reorganization."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """A name as the minutes write it → the id of the person meant, where only the operator can know."""
    kinds: Mapping[str, str] = field(default_factory=dict)
    """The id of somebody known by name only → ``member``, ``officer`` or ``public``: whether they have a page."""
    sources: tuple[Source, ...] = field(default=())

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)


def today_in(councils: Iterable[Council], now: datetime) -> Callable[[str], date]:
    """The day it is, at an aware moment, where a council is (by slug)."""
    zones = {council.slug: council.zone for council in councils}
    return lambda slug: now.astimezone(zones.get(slug) or ZoneInfo(HOME_ZONE)).date()


def checked_slug(slug: str) -> str:
    """The slug, if it can stand first in every address of a council. Raises ``SettingError``."""
    if not SLUG.fullmatch(slug) or slug in RESERVED_SLUGS:
        raise SettingError(
            "slug", f"{slug!r} cannot be used: two to forty small letters, digits and hyphens, beginning with a letter, and no name of a page of this site"
        )
    return slug


def registry(instance: Path) -> tuple[Council, ...]:
    """Every council of the instance, by slug. Raises ``SettingError`` for a file that cannot be read."""
    return tuple(read_council(path) for path in sorted((instance / "councils").glob("*.toml")))


def read_council(path: Path) -> Council:
    """One council from its file. Raises ``SettingError`` with the file's name and the entry that is wrong."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingError(str(path), f"cannot be read as TOML: {error}") from error
    if data.get("slug", path.stem) != path.stem:
        raise SettingError(str(path), f"says slug = {data['slug']!r}; the file must be called {data['slug']}.toml")
    data["slug"] = checked_slug(path.stem)
    sources = data.pop("sources", [])
    if not data.get("name") or not sources:
        raise SettingError(str(path), "needs a name and at least one [[sources]] with a base address")
    council = _record(Council, {**data, "sources": tuple(_record(Source, one, path) for one in sources)}, path)
    try:
        ZoneInfo(council.time_zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise SettingError(str(path), f"time_zone = {council.time_zone!r} is not a time zone; Europe/London is one") from error
    _check_people(council, path)
    return council


def _check_people(council: Council, path: Path) -> None:
    """Raise ``SettingError`` for an alias or a kind that nothing could be done with."""
    for table, ids in (("aliases", council.aliases.values()), ("kinds", council.kinds.keys())):
        wrong = next((id for id in ids if not str(id).startswith(f"{council.slug}/person/")), None)
        if wrong is not None:
            raise SettingError(str(path), f"[{table}] names {wrong!r}; a person is the end of the address of their page, like {council.slug}/person/1021")
    unknown = next((kind for kind in council.kinds.values() if kind not in PERSON_KINDS), None)
    if unknown is not None:
        raise SettingError(str(path), f"[kinds] says {unknown!r}; there are {', '.join(PERSON_KINDS)}")


def _record(kind: type[R], values: dict[str, Any], path: Path) -> R:
    """A dataclass from the entries of a table: known names, right types, lists as tuples."""
    known = {f.name: f for f in fields(kind)}  # type: ignore[arg-type]
    for name, value in values.items():
        if name not in known:
            raise SettingError(str(path), f"{name} is not an entry that is known here; there are {', '.join(known)}")
        wanted, called = {"str": (str, "str"), "bool": (bool, "bool"), "Mapping[str, str]": (dict, "table of texts")}.get(
            str(known[name].type), ((list, tuple), "list")
        )
        if not isinstance(value, wanted) or (isinstance(value, dict) and not all(isinstance(one, str) for one in value.values())):
            raise SettingError(str(path), f"{name} = {value!r} should be a {called}")
    try:
        return kind(**{name: tuple(v) if isinstance(v, list) else v for name, v in values.items()})
    except TypeError as error:
        raise SettingError(str(path), f"an entry is missing: {error}") from error


def write_council(instance: Path, council: Council) -> Path:
    """Write a council's file and return its path; an existing file is never overwritten. Raises ``SettingError``."""
    path = instance / "councils" / f"{checked_slug(council.slug)}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write("\n".join(_toml(council)) + "\n")
    except FileExistsError as error:
        raise SettingError(str(path), "exists already: edit it, or choose another slug with --slug") from error
    return path


def _toml(council: Council) -> Iterator[str]:
    yield f"# {council.name}. The name of this file is part of every address: never rename it."
    for one in fields(council):
        if one.name not in ("sources", *TABLES):
            yield f"{one.name} = {_toml_value(getattr(council, one.name))}"
    for source in council.sources:
        yield ""
        yield "[[sources]]"
        yield from (f"{one.name} = {_toml_value(getattr(source, one.name))}" for one in fields(source))
    for table in TABLES:
        if getattr(council, table):
            yield ""
            yield f"[{table}]"
            yield from (f"{_toml_value(key)} = {_toml_value(value)}" for key, value in getattr(council, table).items())


def _toml_value(value: object) -> str:
    """TOML's basic strings, booleans and lists of strings are those of JSON."""
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)

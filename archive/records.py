"""The words of the archive as frozen dataclasses (see docs/glossary.md).

Three groups: what the crawl hands on (Link, Capture, Observation), what the archive keeps (Organization to
Document), and what is read from the minutes (Speech to Acronym). Records are flat and point at each other by id.

An **id** is the path of the record's page without the leading slash, ``marlshire/item/20074``: the council's slug, the
kind, and a key made of the publisher's own id, or, where the publisher prints none, of what is printed. It never
changes; when a better key turns up, an alias leads from the old id to the new one.

A **key** is always the publisher's own id as a string (ModernGov: ``CId``, ``MId``, agenda item id, ``UID``); the empty
string means that the page prints none. Texts are plain: paragraphs are separated by one line feed, white space inside
a paragraph is collapsed. ``start`` and ``end`` are offsets in Unicode code points into the item's ``text``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

# ── what the crawl hands on ─────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Link:
    """A page to fetch, at its canonical address."""

    url: str
    page: str
    """The kind of page, in the source's own words (``meeting``, ``item``, ``list`` …)."""
    organization: str = ""
    """Key of the committee on whose behalf it is fetched: the unit in which a crawl fails and in which it is reported."""
    meeting: str = ""
    """Key of the one meeting the page is about; empty for pages about none or many, which may change any night."""
    lists_meetings: bool = False
    """Whether the page is part of the listing of ``organization``'s meetings."""
    optional: bool = False
    """Whether a Missing answer is an answer, and not a fault (an install without attendance pages, say)."""


@dataclass(frozen=True)
class Capture:
    """A page as it was sent, but for what a source cuts out before anything is kept (home addresses)."""

    link: Link
    url: str
    """The address that answered, after redirects."""
    status: int
    media_type: str
    """Lower case, without parameters; empty when the server names none."""
    charset: str
    """As the header says it, which may be wrong; empty when it says nothing."""
    body: bytes
    fetched_at: datetime
    """Aware, UTC."""
    sha256: str = ""
    """Of ``body``, as hexadecimal digits."""
    id: int = 0
    """Row of the fetch in the ledger; 0 while it is not kept."""


@dataclass(frozen=True)
class Observation:
    """What one page says of one thing; several observations of a thing are put together by ``assemble``.

    The fields of each kind, all optional, absent when the page does not say:

    ============  ==============================================================================================
    organization  name, status (``current``, ``former``), category, url
    person        name (as written, titles and all), kind (``member``, ``officer``), party, ward, post, url
    membership    person, organization (keys), name (of the person, as written), role, status (``current``, ``former``),
                  start_date, end_date (ISO 8601)
    meeting       organization (key), committee (name), title, start (ISO 8601, local time, without offset; a date
                  alone when no time is printed), status (``cancelled``, ``moved``, or empty: nothing special said),
                  minutes_status (``none``, ``draft``, ``confirmed``), location, url, papers (a list of words)
    item          order (1 for the first), number, name, text, text_complete, decision_text, agenda_text, restricted,
                  url. ``text`` is the empty string where the page shows that there are no minutes, and absent where
                  the page does not say
    document      item (key), item_order (where the item has no key), name, media_type, url
    attendance    name (as written), role, status (as printed), order
    listing       organization, meetings (keys in the order listed); its own key is the address of the page
    ============  ==============================================================================================
    """

    kind: str
    key: str
    says: str
    """Which kind of page said so; ``assemble`` ranks by it."""
    fields: Mapping[str, Any]
    meeting: str = ""
    """Key of the meeting it is about; empty for organizations, people and memberships."""
    capture_id: int = 0
    """Row of the fetch that said so; the store fills it in."""


# ── what the archive keeps ──────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Organization:
    """A council or one of its committees (Popolo: Organization)."""

    id: str
    source_id: str | None
    name: str
    classification: str
    """``council`` or ``committee``."""
    parent_id: str | None = None
    status: str = "current"
    """``current`` or ``former``."""
    former_names: tuple[str, ...] = ()
    url: str = ""
    licence: str | None = None
    """Of a council's content; None for a committee."""


@dataclass(frozen=True)
class Person:
    """Someone named in the record, by the fullest name known, without titles (Popolo: Person)."""

    id: str
    source_id: str | None
    name: str
    kind: str
    """``member``, ``officer`` or ``public``; someone from the public has no page, facet value or suggestion."""
    other_names: tuple[str, ...] = ()
    """Former names and other ways of writing, as written; the newest first."""
    party: str = ""
    ward: str = ""
    post: str = ""
    url: str = ""


@dataclass(frozen=True)
class Membership:
    """A person in an organization (Popolo: Membership)."""

    person_id: str
    organization_id: str
    role: str = ""
    status: str = "current"
    """``current`` or ``former``."""
    start_date: str | None = None
    end_date: str | None = None


@dataclass(frozen=True)
class Meeting:
    """One sitting (Popolo: Event)."""

    id: str
    source_id: str
    organization_id: str
    title: str
    start: str
    """ISO 8601 with the offset of the council's time zone, ``2022-07-04T14:00:00+01:00``."""
    status: str
    """``scheduled``, ``held``, ``moved``, ``cancelled`` or ``withdrawn``."""
    minutes_status: str
    """``none``, ``draft`` or ``confirmed``."""
    version: int
    """Number of the newest version, from 1."""
    location: str = ""
    url: str = ""
    retrieved_at: str = ""
    """When its page was first seen as it is now; ISO 8601, UTC. When it was last confirmed so is the ledger's to say."""
    sha256: str = ""
    """Of the capture of its page."""


@dataclass(frozen=True)
class Version:
    """One state of a meeting's published content; the newest is what is shown."""

    meeting_id: str
    number: int
    minutes_status: str
    content_hash: str
    first_seen: str
    capture_ids: tuple[int, ...]
    items: tuple[AgendaItem, ...] = ()


@dataclass(frozen=True)
class AgendaItem:
    """One matter on the agenda of one meeting."""

    id: str
    source_id: str | None
    """None while the publisher prints none."""
    meeting_id: str
    order: int
    number: str
    """As printed: ``171.``, ``C/208``, ``7a``; empty for section heads."""
    name: str
    text: str
    """The minutes of the item; its decision where only that is published; empty where neither is."""
    text_complete: bool = True
    """False: the page cut the text and nothing confirmed the rest."""
    language: str = "en"
    agenda_text: str = ""
    decision_text: str = ""
    """What stands under "Decision:", where the page has such a part."""
    restricted: bool = False
    url: str = ""


@dataclass(frozen=True)
class Document:
    """A published file: agenda, minutes, report."""

    id: str
    source_id: str
    meeting_id: str
    item_id: str | None
    """None for the papers of a whole meeting."""
    name: str
    media_type: str
    url: str


@dataclass(frozen=True)
class Attendance:
    """Who was there, sent apologies, came as a substitute; as the publisher's attendance record says it."""

    meeting_id: str
    order: int
    person_id: str | None
    name: str
    """Canonical: the fullest form known, without titles."""
    as_written: str
    status: str
    """``present``, ``apologies``, ``absent``, ``substitute``, ``in_attendance`` or ``expected`` (no evidence of presence)."""
    role: str = ""
    substitute_for: str | None = None


# ── what is read from the minutes ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Speech:
    """What the minutes attribute to one speaker in one item; one record a speaker and item."""

    item_id: str
    person_id: str | None
    """None while unresolved, and for posts."""
    name: str
    """The fullest form known, without titles; for a post its words without "the"."""
    kind: str
    """``person``, or ``role`` when only a post is named."""
    role: str
    as_written: str
    start: int
    end: int
    rule: str
    """Name of the rule that found it."""


@dataclass(frozen=True)
class Decision:
    """What the meeting resolved; one record for each part of a resolution that has parts."""

    item_id: str
    outcome: str
    """``rejected``, ``refused``, ``deferred``, ``appointed``, ``recommended``, ``approved``, ``noted`` or ``agreed``."""
    text: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True)
class Motion:
    """What was proposed (Popolo: Motion); an amendment is one, too."""

    item_id: str
    mover: str
    seconder: str | None
    """None when none is named."""
    outcome: str | None
    """``carried``, ``lost``, or None unless the text lets one tell."""
    amendment: bool
    text: str
    """What was moved; the sentence that says so where its words are not given."""
    start: int
    end: int
    rule: str
    mover_id: str | None = None
    """None while unresolved, and for posts."""
    seconder_id: str | None = None


@dataclass(frozen=True)
class VoteEvent:
    """A count or a roll call (Popolo: VoteEvent)."""

    item_id: str
    for_: int | None
    """None when no number is told and no names are."""
    against: int | None
    abstain: int | None
    unanimous: bool
    for_names: tuple[str, ...]
    against_names: tuple[str, ...]
    abstain_names: tuple[str, ...]
    text: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True)
class Vote:
    """How one person voted in a roll call."""

    item_id: str
    start: int
    """That of its vote event."""
    option: str
    """``for``, ``against`` or ``abstain``."""
    person_id: str | None
    name: str


@dataclass(frozen=True)
class Declaration:
    """An interest that somebody declared."""

    item_id: str
    person_id: str | None
    name: str
    text: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True)
class Action:
    """A task and its owner: a person, or a post."""

    item_id: str
    person_id: str | None
    name: str
    text: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True)
class Reference:
    """A planning application or an earlier minute that an item names."""

    item_id: str
    kind: str
    """``planning`` or ``minute``."""
    value: str
    start: int
    end: int


@dataclass(frozen=True)
class Acronym:
    """A short form with its long form, as the minutes of one meeting pair them."""

    organization_id: str
    """The council, since its committees share their short forms."""
    meeting_id: str
    short: str
    long: str


# ── a meeting as a whole ────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class MeetingRecords:
    """Everything kept of one meeting: what is kept, and replaced, together in one transaction."""

    meeting: Meeting
    items: tuple[AgendaItem, ...] = ()
    """In the order of the page."""
    documents: tuple[Document, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    speeches: tuple[Speech, ...] = ()
    decisions: tuple[Decision, ...] = ()
    motions: tuple[Motion, ...] = ()
    vote_events: tuple[VoteEvent, ...] = ()
    votes: tuple[Vote, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    actions: tuple[Action, ...] = ()
    references: tuple[Reference, ...] = ()
    acronyms: tuple[Acronym, ...] = ()
    people: tuple[Person, ...] = field(default=(), compare=False)
    """The people its records point at who are known by their names only."""

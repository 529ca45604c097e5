"""A kept meeting as passages for the index: one for each agenda item that has words."""

from __future__ import annotations

from collections.abc import Iterator

from archive.procedural import is_procedural
from archive.records import AgendaItem, MeetingRecords, Person
from indexer.passage import Passage

HIDDEN = frozenset({"withdrawn"})
"""Meetings of this status are kept and not shown."""


PROCEDURAL, AGENDA = 0.2, 0.8
"""What the score of an item is multiplied by when it is the ordinary business of every meeting, and when it has no minutes yet."""


def group_of(meeting_id: str) -> str:
    """The group that a meeting's passages are replaced as."""
    return f"meeting:{meeting_id}"


def passages_of(records: MeetingRecords, people: dict[str, Person]) -> Iterator[Passage]:
    """The passages of a meeting; ``people`` are those its speeches name. None of a meeting that is not shown."""
    meeting = records.meeting
    if meeting.status in HIDDEN:
        return
    public = {id for id, person in people.items() if person.kind != "public"}
    for item in records.items:
        text = _text(item)
        if not text and not item.name:
            continue
        speeches = [s for s in records.speeches if s.item_id == item.id]
        decisions = [d for d in records.decisions if d.item_id == item.id]
        speakers = tuple(dict.fromkeys(s.person_id for s in speeches if s.person_id in public))
        yield Passage(
            id=item.id,
            group=group_of(meeting.id),
            title=item.name,
            text=text,
            language=item.language,
            kind="minutes" if item.text else "agenda",
            council=meeting.id.partition("/")[0],
            committee=meeting.organization_id,
            date=meeting.start[:10],
            speakers=speakers,
            named=tuple((speakers.index(s.person_id), s.start, s.end) for s in speeches if s.person_id in public) if item.text else (),
            outcomes=tuple(dict.fromkeys(d.outcome for d in decisions)),
            decisions=tuple((d.start, d.end) for d in decisions) if item.text else (),
            decided=tuple(d.outcome for d in decisions) if item.text else (),
            meeting=meeting.id,
            number=item.number,
            order=item.order,
            weight=PROCEDURAL if is_procedural(item.name) else 1.0 if item.text else AGENDA,
            status=meeting.minutes_status if meeting.minutes_status != "none" else "",
            complete=item.text_complete,
            source_id=item.source_id or "",
            meeting_source_id=meeting.source_id,
        )


def _text(item: AgendaItem) -> str:
    """The minutes, with the published decision where the minutes do not repeat it; else what the agenda says."""
    if not item.text:
        return item.agenda_text
    if item.decision_text and "".join(item.decision_text.split()) not in "".join(item.text.split()):
        return f"{item.text}\n{item.decision_text}"
    return item.text

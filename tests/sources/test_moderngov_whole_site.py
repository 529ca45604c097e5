"""A look-alike site walked from end to end: everything that its truth holds is found, on every skin."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from readings import Walk, walk

from archive.records import Observation

pytestmark = pytest.mark.shared
SKINS = ("plain", "county", "london")
NIGHT = 1
"""A night with draft minutes, renumbered items, a cancelled meeting and replaced documents."""
_WALKS: dict[str, tuple[Walk, dict[str, Any]]] = {}


@pytest.fixture(params=SKINS)
def skin(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def walked(skin: str, council_site: Callable[..., Any]) -> Walk:
    """A walk over the site in one skin; each is walked once."""
    return _walked(skin, council_site)[0]


@pytest.fixture
def truth(shared: Path) -> dict[str, Any]:
    return truth_of(shared)


def _walked(skin: str, council_site: Callable[..., Any]) -> tuple[Walk, dict[str, Any]]:
    if skin not in _WALKS:
        site = council_site(skin=skin, night=NIGHT)
        _WALKS[skin] = walk(site.base, service=skin == "plain"), site.log()
    return _WALKS[skin]


def truth_of(shared: Path) -> dict[str, Any]:
    """Every meeting of the night, by the site's own loader."""
    folder = str(shared / "council_site")
    sys.path.insert(0, folder)
    try:
        import truth as ground
    finally:
        sys.path.remove(folder)
    return {str(key): one for key, one in ground.load(NIGHT).items()}


def squeezed(text: str | None) -> str:
    return " ".join((text or "").split())


def items_of(walked: Walk, skin: str, meeting: str) -> list[dict[str, Any]]:
    """The items of a meeting with what their own pages add, in order."""
    base = sorted(walked.of("item", meeting, "service" if skin == "plain" else "page"), key=lambda one: one.fields["order"])
    whole = {one.key: one.fields for one in walked.of("item", meeting, "item")}
    return [{**one.fields, **({} if one.fields["text_complete"] else whole.get(one.key, {})), "key": one.key} for one in base]


def best(walked: Walk, meeting: str, field: str) -> Any:
    """A field of a meeting as its page says it, or else whoever says it."""
    said = sorted(walked.of("meeting", meeting), key=lambda one: one.says != "page")
    return next((one.fields[field] for one in said if one.fields.get(field)), "")


def test_every_page_can_be_read_and_nothing_else_is_asked_for(skin: str, council_site: Callable[..., Any]) -> None:
    walked, log = _walked(skin, council_site)
    asked = [entry["path"] for entry in log["requests"]]
    assert walked.faults == []
    assert log["banned"] == []
    assert len(asked) == len(set(asked)) == walked.asked
    assert not [path for path in asked if "documents/" in path or "(S(" in path or "RPID" in path]
    assert walked.asked < 500


def test_every_item_is_there_with_its_whole_text(skin: str, walked: Walk, truth: dict[str, Any]) -> None:
    for meeting, wanted in truth.items():
        found = items_of(walked, skin, meeting)
        assert [(squeezed(i["number"]), squeezed(i["name"])) for i in found] == [(squeezed(i["number"]), squeezed(i["title"])) for i in wanted["items"]]
        assert [squeezed(i.get("text")) for i in found] == [squeezed(i["text"]) for i in wanted["items"]]
        assert [squeezed(i.get("agenda_text")) for i in found] == [squeezed(" ".join(i["agenda"])) for i in wanted["items"]]
        assert [i["restricted"] for i in found] == [i["restricted"] for i in wanted["items"]]
        assert all(i["text_complete"] for i in found)


def test_items_have_the_publishers_id_where_the_page_prints_one(skin: str, walked: Walk, truth: dict[str, Any], shared: Path) -> None:
    shown = json.loads((shared / "council_site/truth/shown.json").read_text(encoding="utf-8"))[f"night{NIGHT}"]["skins"][skin]
    hidden = set(shown["unanchored"]) - set(shown["linked"]) - set(shown["cut"]) if skin != "plain" else set()
    for meeting, wanted in truth.items():
        assert [i["key"] for i in items_of(walked, skin, meeting)] == ["" if i["id"] in hidden else str(i["id"]) for i in wanted["items"]]


def test_every_document_belongs_to_its_item(skin: str, walked: Walk, truth: dict[str, Any]) -> None:
    for meeting, wanted in truth.items():
        said = walked.of("document", meeting)
        for order, item in enumerate(wanted["items"], 1):
            mine = {(o.key, o.fields["name"]) for o in said if o.fields.get("item") == str(item["id"]) or o.fields.get("item_order") == order}
            assert mine == {(f"s{d['id']}", d["name"].rpartition(".")[0]) for d in item["documents"]}, (meeting, item["number"])
        assert {f"b{one['id']}" for one in wanted.get("supplements", ())} <= {o.key for o in said}


def test_packs_have_the_number_that_the_address_has(skin: str, walked: Walk, shared: Path) -> None:
    shown = json.loads((shared / "council_site/truth/shown.json").read_text(encoding="utf-8"))[f"night{NIGHT}"]["skins"][skin]
    for meeting, number in shown["packs"].items():
        if walked.of("item", meeting):
            assert {f"g{number}-0", f"g{number}-10"} <= {o.key for o in walked.of("document", meeting)}, meeting


def test_everybody_who_was_there_is_found(skin: str, walked: Walk, truth: dict[str, Any]) -> None:
    words = {"present": "Present", "apologies": "Apologies", "absent": "Absent", "substitutes": "Present, as substitute", "expected": "Expected"}
    for meeting, wanted in truth.items():
        found = walked.of("attendance", meeting)
        assert len(found) == sum(map(len, wanted["attendance"].values())), meeting
        for group, status in words.items():
            surnames = sorted(one["name"].split()[-1] for one in wanted["attendance"][group])
            mine = [o.fields["name"] for o in found if o.fields["status"].removesuffix(", virtual") == status]
            assert len(mine) == len(surnames), (meeting, group)
            assert all(any(surname in name.replace(",", "").split() for name in mine) for surname in surnames)


def test_the_head_of_every_meeting_is_right(walked: Walk, truth: dict[str, Any]) -> None:
    for meeting, wanted in truth.items():
        assert best(walked, meeting, "committee") == wanted["committee"], meeting
        assert best(walked, meeting, "start")[:10] == wanted["date"], meeting
        assert "T" in best(walked, meeting, "start")
        assert best(walked, meeting, "minutes_status") == {"final": "confirmed"}.get(wanted["minutes"], wanted["minutes"]), meeting
        expected = "moved" if "MOVED" in wanted["title"].upper().split("-")[0] + wanted["status"] else wanted["status"].lower()
        assert {o.fields["status"] for o in walked.of("meeting", meeting)} - {""} == ({expected} - {""}), meeting


def test_committees_and_councillors_are_all_there_former_ones_too(skin: str, walked: Walk, shared: Path) -> None:
    state = json.loads((shared / "council_site/truth/nights.json").read_text(encoding="utf-8"))[f"night{NIGHT}"]
    names = {o.key: o.fields["name"] for o in walked.of("organization")}
    assert names == {key: one["title"] for key, one in state["committees"].items()}
    former = {o.key for o in walked.of("organization") if o.fields.get("status") == "former"}
    assert former == {key for key, one in state["committees"].items() if one["expired"]}
    people = {o.key: o.fields["name"] for o in walked.of("person", says="member") if o.key in state["councillors"]}
    assert people == state["councillors"]
    assert all(o.fields.get("party") and o.fields.get("ward") for o in walked.of("person", says="member") if o.key in state["councillors"])


def test_seats_that_are_over_are_not_held(skin: str, walked: Walk, shared: Path) -> None:
    seats = json.loads((shared / "council_site/truth/shown.json").read_text(encoding="utf-8"))[f"night{NIGHT}"]["seats"]
    said: dict[tuple[str, str], set[str]] = {}
    for one in walked.of("membership", says="member"):
        said.setdefault((one.fields["person"], one.fields["status"]), set()).add(one.fields["organization"])
    for uid, wanted in seats.items():
        assert said.get((uid, "current"), set()) == set(map(str, wanted["now"])), uid
        assert said.get((uid, "former"), set()) == (set(map(str, wanted["former"])) if skin == "london" else set()), uid


def test_the_listing_of_every_committee_is_complete(walked: Walk, truth: dict[str, Any]) -> None:
    listed: dict[str, set[str]] = {}
    for one in walked.of("listing"):
        listed.setdefault(one.fields["organization"], set()).update(one.fields["meetings"])
    names = {o.fields["name"]: o.key for o in walked.of("organization")}
    wanted: dict[str, set[str]] = {}
    for meeting, one in truth.items():
        wanted.setdefault(names[one["committee"]], set()).add(meeting)
    assert {key: found for key, found in listed.items() if found} == wanted


def test_a_reading_says_which_page_it_comes_from(walked: Walk) -> None:
    kinds = {"service", "service-list", "page", "item", "attendance", "list", "calendar", "committees", "committee", "members", "member"}
    assert {o.says for o in walked.said} <= kinds
    assert all(isinstance(o, Observation) and (o.meeting or o.kind in ("organization", "person", "membership", "listing")) for o in walked.said)


def test_lists_of_any_length_are_found_to_the_end(skin: str, council_site: Callable[..., Any]) -> None:
    site = council_site(skin=skin, meetings=400)
    lists = 0
    walked = Walk()
    seen: set[str] = set()
    for one in _lists_only(site.base, skin == "plain"):
        lists += 1
        seen |= one
    walked.asked = lists
    assert len([key for key in seen if int(key) > 100000]) == 400
    assert lists < 1200


def _lists_only(base: str, service: bool) -> list[set[str]]:
    """What the pages of lists list, without opening a meeting."""
    found: list[set[str]] = []
    for one in walk(base, service, only=("committees", "committee", "list", "calendar", "service-committees", "service-list")).of("listing"):
        found.append(set(one.fields["meetings"]))
    return found

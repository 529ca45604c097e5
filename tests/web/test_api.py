"""Records as data at the address of their page: Popolo's shapes, links that lead somewhere, errors in JSON, and open to be read from anywhere."""

from __future__ import annotations

import gzip
import hashlib
import json
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient
from followers import Follower, whole

from archive.export import gzipped, line
from archive.store import open_keeper

TWINS = ("/ash.json", "/ash/committee/1.json", "/ash/person/1.json", "/ash/meeting/10.json", "/ash/item/100.json")


@pytest.mark.parametrize("path", TWINS)
def test_every_link_of_a_twin_leads_to_what_it_says(library: FlaskClient, path: str) -> None:
    media = {"html": "text/html", "json": "application/json", "atom": "application/atom+xml", "ics": "text/calendar"}
    found = library.get(path).get_json()
    for link in found.get("links", ()):
        answer = library.get(urlsplit(link["url"]).path)
        assert (answer.status_code, answer.mimetype) == (200, media[link["note"]])


def test_a_committee_has_its_memberships_and_meetings(library: FlaskClient) -> None:
    found = library.get("/ash/committee/1.json").get_json()
    assert (found["id"], found["name"], found["classification"], found["parent_id"]) == ("ash/committee/1", "Cabinet", "committee", "ash")
    [seat] = found["memberships"]
    assert (seat["role"], seat["person"]) == ("Chair", {"id": "ash/person/1", "name": "Jane Moore"})
    assert [one["id"] for one in found["meetings"]] == ["ash/meeting/13", "ash/meeting/10"]


def test_a_person_has_memberships_and_nobody_from_the_public_a_twin(library: FlaskClient) -> None:
    found = library.get("/ash/person/1.json").get_json()
    assert found["memberships"][0]["organization"] == {"id": "ash/committee/1", "name": "Cabinet"}
    assert found["identifiers"] == [{"scheme": "ash", "identifier": "1"}]
    assert library.get("/ash/person/9.json").status_code == 404


def test_a_meeting_has_what_the_export_has_of_it(library: FlaskClient) -> None:
    found = library.get("/ash/meeting/12.json").get_json()
    with library.get("/export.ndjson.gz") as answer:
        exported = [json.loads(one) for one in gzip.decompress(answer.data).splitlines()]
    mine = [one for one in exported if "ash/item/120" in (one.get("id"), one.get("item_id"))]
    assert found["agenda_items"] + found["speeches"] + found["references"] == mine
    assert found["previous"] is None


def test_a_withdrawn_meeting_says_only_that_it_was_there(library: FlaskClient) -> None:
    keeper = open_keeper(library.application.extensions["minutebook"].config)
    revision = keeper.revision()
    keeper.withdraw("ash/meeting/12")
    keeper.close()
    for path in ("/ash/meeting/12.json", f"/changes?since={revision}"):
        assert "bungalow" not in library.get(path).get_data(as_text=True)
    assert library.get("/ash/meeting/12.json").get_json()["status"] == "withdrawn"
    assert library.get("/ash/item/120.json").status_code == 404


@pytest.mark.parametrize(
    "path",
    [*TWINS, "/search.json", "/search.atom", "/search.csv", "/changes", "/export.ndjson.gz", "/openapi.json", "/ash.ics", "/nothing.json", "/changes?since=x"],
)
def test_what_is_for_machines_may_be_read_from_any_site(library: FlaskClient, path: str) -> None:
    for method in ("GET", "HEAD"):
        with library.open(path, method=method, headers={"Origin": "https://elsewhere.example"}) as answer:
            assert answer.headers["Access-Control-Allow-Origin"] == "*"
            assert (answer.data == b"") == (method == "HEAD")
    before = library.options(path, headers={"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "GET"})
    assert before.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("path", ["/", "/search", "/ash", "/ash/item/100", "/static/style.css"])
def test_pages_for_people_are_not_for_scripts_of_other_sites(library: FlaskClient, path: str) -> None:
    with library.get(path, headers={"Origin": "https://elsewhere.example"}) as answer:
        assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize(
    "path", ["/nothing.json", "/ash/item/nothing.json", "/ash/committee/nothing.atom", "/nothing.csv", "/ash/nothing.ics", "/ash/person/nothing.json"]
)
def test_errors_of_machine_formats_are_json(library: FlaskClient, path: str) -> None:
    answer = library.get(path)
    assert (answer.status_code, answer.mimetype) == (404, "application/json")
    assert answer.get_json()["error"]["status"] == 404
    refused = library.post(path.replace("nothing", "1"))
    assert refused.mimetype == "application/json"


@pytest.mark.parametrize(
    "query", ["since=x", "since=-1", "since=1e3", "since=99999999", "limit=0", "limit=501", "limit=x", "since=²", "since=" + "9" * 5000, "after=" + "x" * 600]
)
def test_a_question_for_changes_that_cannot_be_read_is_refused_in_words(library: FlaskClient, query: str) -> None:
    answer = library.get(f"/changes?{query}")
    assert (answer.status_code, answer.mimetype) == (400, "application/json")
    assert len(answer.get_json()["error"]["message"]) > 20


def test_a_follower_is_told_of_memberships_that_change_and_of_people_who_turn_out_to_be_one(library: FlaskClient) -> None:
    follower = Follower()
    while follower.follow(library, 3):
        pass
    assert follower.copy() == whole(library)
    keeper = open_keeper(library.application.extensions["minutebook"].config)
    people = [one for one in keeper.people(council="ash").values() if one.id != "ash/person/2"]
    keeper.keep_people("ash", people, [], {"ash/person/2": "ash/person/1"})
    keeper.entomb("ash/person/3", "person", "", "At her request", datetime(2026, 2, 3, tzinfo=UTC))
    keeper.close()
    while follower.follow(library, 1):
        pass
    assert follower.copy() == whole(library)
    assert "ash/person/2" not in follower.kept
    gone = {one["id"]: one for one in library.get("/changes").get_json()["changes"] if one["kind"] == "tombstone"}
    assert gone["ash/person/2"]["moved_to"] == "ash/person/1"
    assert library.get("/ash/person/2.json").headers["Location"] == "/ash/person/1.json"


def test_a_part_of_the_archive_can_be_downloaded_and_one_that_is_not_there_cannot(library: FlaskClient) -> None:
    with library.get("/export.ndjson.gz?council=ash") as answer:
        assert gzip.decompress(answer.data).count(b"\n") > 10
    assert library.get("/export.ndjson.gz?council=elsewhere").status_code == 404


def test_a_large_export_is_put_together_in_pieces() -> None:
    lines = [line({"text": hashlib.sha512(str(n).encode()).hexdigest()}) for n in range(4000)]
    pieces = list(gzipped(lines))
    assert len(pieces) > 3
    assert max(map(len, pieces)) < 200_000
    assert gzip.decompress(b"".join(pieces)) == b"".join(lines)


def test_half_a_character_is_written_so_that_everybody_can_read_it() -> None:
    assert json.loads(line({"text": "a\ud800b"}).decode("utf-8")) == {"text": "a\ud800b"}
    assert "é".encode() in line({"text": "é"})

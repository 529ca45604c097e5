"""A follower of the archive, as somebody else would write one from docs/api.md: it knows nothing but the addresses and the promises."""

from __future__ import annotations

import gzip
import json
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from flask.testing import FlaskClient

Record = dict[str, Any]


class Follower:
    """Keeps a copy of the archive: for each id of a change, the records that it brought."""

    def __init__(self) -> None:
        self.kept: dict[str, list[Record]] = {}
        self.cursor = "/changes?since=0"
        self.seen: list[tuple[str, int]] = []

    def follow(self, client: FlaskClient, size: int) -> bool:
        """Read one page of so many changes; returns whether there are more."""
        place = urlsplit(self.cursor)
        asked = {**{name: values[0] for name, values in parse_qs(place.query).items()}, "limit": str(size)}
        answer = client.get(f"{place.path}?{urlencode(asked)}")
        assert answer.status_code == 200, answer.get_data(as_text=True)
        page = answer.get_json()
        assert len(page["changes"]) <= size
        for change in page["changes"]:
            self.seen.append((change["id"], change["revision"]))
            if change["kind"] == "tombstone":
                assert change["records"] == []
                self.forget(change["id"])
            else:
                self.kept[change["id"]] = change["records"]
        self.cursor = page["next"] or f"/changes?since={page['until']}"
        return page["next"] is not None

    def forget(self, id: str) -> None:
        """Drop what is gone: the record itself, or one that came with a meeting."""
        self.kept.pop(id, None)

    def copy(self) -> list[str]:
        """All that is kept, to be compared."""
        return comparable(record for records in self.kept.values() for record in records)


def whole(client: FlaskClient) -> list[str]:
    """The whole archive, as it is downloaded, to be compared."""
    with client.get("/export.ndjson.gz") as answer:
        assert answer.status_code == 200
        return comparable(map(json.loads, gzip.decompress(answer.data).decode().splitlines()))


def comparable(records: Any) -> list[str]:
    """Records in an order of their own, without the one field that tells of looks at the source and not of changes."""
    return sorted(json.dumps({name: value for name, value in record.items() if name != "checked_at"}, sort_keys=True) for record in records)

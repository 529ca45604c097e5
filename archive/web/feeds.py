"""Atom feeds (RFC 4287): of any search, and of what is new in a council, in a committee and from a person.

An entry is an agenda item. Its id is its permanent address; it says that it was updated when its own words were first
seen so, and never when the feed was asked for: who follows a feed is told of each item once, and again only when the
minutes of it become others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from xml.etree import ElementTree as ET

from flask import Blueprint, Response, abort, request

from archive.answers import SearchAnswer, answer
from archive.errors import NotKept
from archive.questions import Question, read_question
from archive.web.formats import ATOM
from archive.web.language import PARAMETER, chosen_language, gettext, language
from archive.web.panel import last_page
from archive.web.site import has_page, permanent_address, site, whole_address
from archive.web.wording import day, verdict
from indexer.results import Hit

pages = Blueprint("feeds", __name__)
NAMESPACE = "http://www.w3.org/2005/Atom"
XML = "{http://www.w3.org/XML/1998/namespace}"
NEVER = "1970-01-01T00:00:00+00:00"
"""When a feed was updated that never had an entry."""
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold."""

ET.register_namespace("", NAMESPACE)


@pages.get("/search.atom")
def search() -> Response:
    """What a search finds, newest first, as the page of the same search sorted so shows it."""
    question = read_question(request.args.to_dict(flat=False))
    if question.faults:
        abort(400, " ".join(question.faults.values()))
    words = gettext("Search for ‘%(words)s’", words=question.words) if question.words else gettext("Search")
    page = whole_address("/search", replace(question, sort="newest", page=1).parameters())
    return _feed(question, words, page)


@pages.get("/<council>.atom")
def council(council: str) -> Response:
    """The newest items of a council."""
    one = site().store.organization(council)
    return _feed(_newest_of("council", one.id), one.name, permanent_address(one.id))


@pages.get("/<council>/committee/<key>.atom")
def committee(council: str, key: str) -> Response:
    """The newest items of a committee."""
    one = site().store.organization(f"{council}/committee/{key}")
    return _feed(_newest_of("committee", one.id), one.name, permanent_address(one.id))


@pages.get("/<council>/person/<key>.atom")
def person(council: str, key: str) -> Response:
    """The newest items in which a member or an officer spoke."""
    one = site().store.person(f"{council}/person/{key}")
    if not has_page(one):
        raise NotKept("person", one.id)
    return _feed(_newest_of("speaker", one.id), one.name, permanent_address(one.id))


def _newest_of(facet: str, id: str) -> Question:
    """The question for all that has a value of a facet; only the page may be asked for beside it."""
    asked = read_question({"page": request.args.getlist("page")})
    if asked.faults:
        abort(400, " ".join(asked.faults.values()))
    return Question(filters={facet: (id,)}, page=asked.page)


def _feed(question: Question, title: str, page: str) -> Response:
    """The feed of a question; ``page`` is the whole address of the page that people read."""
    found = answer(site().index, replace(question, sort="newest"), facets=())
    hits = found.results.hits
    seen = site().store.first_seen(hit.passage.id for hit in hits)
    feed = ET.Element(f"{{{NAMESPACE}}}feed", {f"{XML}lang": language()})
    _text(feed, "id", _whole(question.on_page(1)))
    _text(feed, "title", f"{title} – {site().config['SITE_NAME']}")
    if found.understood:
        _text(feed, "subtitle", found.understood)
    _text(feed, "updated", max((updated for _, updated in seen.values()), default=NEVER))
    _link(feed, "self", _whole(question), ATOM)
    _link(feed, "alternate", page, "text/html")
    for relation, number in _neighbours(question.page, last_page(found.results.total)):
        _link(feed, relation, _whole(question.on_page(number)), ATOM)
    _text(ET.SubElement(feed, _tag("author")), "name", site().config["SITE_NAME"])
    _text(feed, "rights", "; ".join(licences({hit.passage.council for hit in hits})))
    for hit in hits:
        if hit.passage.id in seen:  # What was removed since the index was made is not told of again.
            _entry(feed, found, hit, *seen[hit.passage.id])
    return Response(ET.tostring(feed, encoding="utf-8", xml_declaration=True), mimetype=ATOM)


def _entry(feed: ET.Element, found: SearchAnswer, hit: Hit, published: str, updated: str) -> None:
    passage = hit.passage
    entry = ET.SubElement(feed, _tag("entry"), {f"{XML}lang": passage.language})
    _text(entry, "id", permanent_address(passage.id))
    name = passage.title or gettext("Item without a title")
    _text(entry, "title", f"{name} – {', '.join(filter(None, (found.place(passage), day(passage.date))))}")
    _text(entry, "published", published)
    _text(entry, "updated", updated)
    _link(entry, "alternate", permanent_address(passage.id), "text/html")
    _text(ET.SubElement(entry, _tag("author")), "name", found.catalogue.label("council", passage.council))
    for outcome in passage.outcomes:
        ET.SubElement(entry, _tag("category"), {"term": outcome, "label": verdict([outcome])})
    said = " … ".join(" ".join(snippet.text.split()) for snippet in hit.snippets[:2])
    _text(entry, "summary", f"{verdict(passage.outcomes)}. {said}" if passage.outcomes else said)


def licences(councils: Iterable[str]) -> list[str]:
    """Under which licence the content of each of these councils is used, in their order by name."""
    wanted = set(councils)
    return [f"{one.name}: {one.licence}" for one in site().store.councils() if one.licence and (not wanted or one.id in wanted)]


def _whole(question: Question) -> str:
    """The whole address of the feed that is asked for now, with the parameters of a question."""
    of_search = request.path == "/search.atom"
    asked = question.parameters() if of_search else [("page", str(question.page))] * (question.page > 1)
    return whole_address(request.path, [*asked, *([(PARAMETER, chosen)] if (chosen := chosen_language()) else [])])


def _neighbours(page: int, last: int) -> Iterator[tuple[str, int]]:
    """(relation, number) of the other pages of a feed (RFC 5005)."""
    if last > 1:
        yield "first", 1
        yield "last", last
    if page > 1:
        yield "previous", min(page - 1, last)
    if page < last:
        yield "next", page + 1


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _text(parent: ET.Element, name: str, words: str) -> None:
    ET.SubElement(parent, _tag(name)).text = _ILLEGAL.sub("", words)


def _link(parent: ET.Element, relation: str, address: str, media_type: str) -> None:
    ET.SubElement(parent, _tag("link"), {"rel": relation, "type": media_type, "href": address})

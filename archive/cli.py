"""The command ``minutebook``: every verb with help that a person understands. Data goes to standard output, words to standard error."""

from __future__ import annotations

import argparse
import fcntl
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tqdm import tqdm

from archive import names
from archive.answers import answer, as_json
from archive.config import SETTINGS, Config, load
from archive.councils import Council, registry, today_in, write_council
from archive.crawler.fetcher import Fetcher
from archive.crawler.rules import rules_from
from archive.demo.council import STATES, registered
from archive.demo.site import DemoSite
from archive.errors import ArchiveError, Busy, SettingError
from archive.export import exported, gzipped, line
from archive.keeping.takedown import take_down
from archive.questions import Question
from archive.sources.discover import discover
from archive.store import open_keeper, open_store
from archive.takedowns import read_takedowns
from archive.web.wording import count
from archive.work import CrawlReport, crawl_councils, read_council, update_index
from archive.work.document import annotated
from archive.work.freshness import LastRead
from archive.work.status import status_of
from indexer.errors import IndexerError
from indexer.opening import open_index

SERVING = "python:archive.web.serving"
"""What gunicorn does beside its options."""
LAST_PORT = 65_535
DONE, NOTHING, USAGE, PARTIAL, BUSY = 0, 1, 2, 3, 75


def say(words: str) -> None:
    """A word to the person at the terminal."""
    print(words, file=sys.stderr)


@contextmanager
def bar(title: str) -> Iterator[Callable[[str], None]]:
    """A progress bar that counts; silent when nobody watches a terminal."""
    with tqdm(desc=title, unit=" pages", disable=not sys.stderr.isatty()) as progress:
        yield lambda _: (progress.update() and None) or None


@contextmanager
def only_writer(config: Config) -> Iterator[None]:
    """Holds the instance's lock. Raises ``Busy`` at once when another process has it."""
    config.instance.mkdir(parents=True, exist_ok=True)
    with (config.instance / "writer.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Busy("Another process is crawling or reading for this instance: try again when it is done.") from error
        yield


# ── verbs ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def add(config: Config, options: argparse.Namespace) -> int:
    """Register a council by the address of its committee pages."""
    host = urlsplit(options.address if "//" in options.address else f"//{options.address}").hostname or ""
    loopback = host == "localhost" or host.startswith("127.")
    with Fetcher(rules_from(config)) as fetcher:
        found = discover(options.address, loopback, fetcher.allow, fetcher.fetch)
    for note in found.notes:
        say(f"Found {note}.")
    name = options.name or found.name
    slug = options.slug or re.sub(r"-(council|county|city|borough|district|metropolitan|london)\b", "", names.slug(name))[:40].strip("-")
    path = write_council(config.instance, Council(slug, name, sources=(found.source,)))
    say(f"{name} is registered in {path}: look it over, then run `minutebook crawl {slug}`.")
    return DONE


def _chosen(config: Config, slugs: list[str]) -> list[Council]:
    councils = {one.slug: one for one in registry(config.instance)}
    if not councils:
        raise SettingError("councils", "none is registered yet: `minutebook add https://democracy.example.gov.uk` registers one")
    unknown = [slug for slug in slugs if slug not in councils]
    if unknown:
        raise SettingError("council", f"{unknown[0]!r} is not registered; there is {', '.join(councils)}")
    return [councils[slug] for slug in slugs or councils]


def crawl(config: Config, options: argparse.Namespace) -> int:
    """Fetch what can have changed, read it and keep it."""
    with only_writer(config), closing(open_keeper(config)) as keeper, bar("Crawling") as progress, Fetcher(rules_from(config)) as fetcher:
        chosen = _chosen(config, options.councils)
        for source in (source for council in chosen for source in council.sources):
            fetcher.allow(source)
        last_read = LastRead(config.instance)
        reports = crawl_councils(chosen, fetcher, keeper, config["OPEN_DAYS"], progress, read_takedowns(config.instance), last_read)
    return _told(reports)


def read(config: Config, options: argparse.Namespace) -> int:
    """Read every kept page again, without the network, and index what is read differently now."""
    with only_writer(config), closing(open_keeper(config)) as keeper:
        reports = [read_council(council, keeper, takedowns=read_takedowns(config.instance)) for council in _chosen(config, options.councils)]
    result = _told(reports)
    return index(config, argparse.Namespace(rebuild=False)) or result


def _told(reports: list[CrawlReport]) -> int:
    for report in reports:
        say(
            f"{report.council}: {count(report.asked, 'page')}, {count(report.changed, 'meeting')} changed, {count(report.versions, 'new version')}, "
            f"{report.withdrawn} hidden, {count(len(report.faults), 'fault')}."
        )
        if report.read:
            say("  read from the minutes, new or different: " + ", ".join(f"{number} {kind.replace('_', ' ')}" for kind, number in report.read.items()))
        for fault in report.faults[:20]:
            say(f"  {fault['why']}")
        if len(report.faults) > 20:
            say(f"  and {len(report.faults) - 20} more; `minutebook status` has them all")
    if any(report.faults for report in reports):
        return NOTHING if all(report.asked <= len(report.faults) for report in reports) else PARTIAL
    return DONE


def index(config: Config, options: argparse.Namespace) -> int:
    """Bring the search index up to what is kept."""
    with closing(open_store(config)) as store, closing(open_index(config.url("INDEX"))) as found, bar("Indexing") as progress:
        meetings, passages = update_index(store, found, options.rebuild, progress, today_in(registry(config.instance), datetime.now(UTC)))
    say(f"Indexed: {count(meetings, 'meeting')} with {count(passages, 'item')}.")
    return DONE


def nightly(config: Config, options: argparse.Namespace) -> int:
    """Crawl every council, index what is new, and report."""
    options.councils, options.rebuild = [], False
    result = crawl(config, options)
    return index(config, options) or result


def search(config: Config, options: argparse.Namespace) -> int:
    """Search from the command line."""
    with closing(open_index(config.url("INDEX"))) as opened:
        found = answer(opened, Question(words=" ".join(options.words), page=max(1, options.page)))
    if options.json:
        print(json.dumps(as_json(found), ensure_ascii=False, indent=1))
        return DONE
    say(f"{count(found.results.total, 'result')}. {found.understood}")
    if other := found.help.did_you_mean:
        say(f"Did you mean ‘{other.written}’? {count(other.count, 'result')}.")
    for way in found.help.without:
        say(f"Without ‘{way.left_out}’: {count(way.count, 'result')}.")
    for hit in found.results.hits:
        print(f"{hit.passage.date}  {found.place(hit.passage)}  {hit.passage.number} {hit.passage.title}\n            {hit.passage.id}")
        for snippet in hit.snippets:
            print(f"            {' '.join(snippet.text.split())}")
    return DONE


def status(config: Config, options: argparse.Namespace) -> int:
    """What is kept, what the last crawl did, its faults, and whether search keeps up."""
    with closing(open_store(config)) as store, closing(open_index(config.url("INDEX"))) as opened:
        found = status_of(store, opened, registry(config.instance), datetime.now(UTC))
    for name, number in found.counts.items():
        print(f"{name:14} {number}")
    search = found.search
    print(f"search: {search.state}, generation {search.generation or 'none'}, {count(search.passages, 'item')}, revision {search.indexed} of {search.revision}")
    for one in found.sources:
        print(f"{one.name}: last crawled {one.finished_at or 'never'}, last whole {one.whole_at or 'never'}")
        if one.unfinished_since:
            print(f"  a crawl that began {one.unfinished_since} has not ended: it is at work, or was stopped")
        for problem in one.problems:
            print(f"  {': '.join(filter(None, (problem.url, problem.why)))}")
    if found.unplaced:
        print("names that could mean several people, or nobody known; say who is meant under [aliases] in councils/<slug>.toml:")
    for unplaced in found.unplaced:
        print(f"  {unplaced.council}: {unplaced.name!r} in {count(unplaced.items, 'item')}, one of them {unplaced.item}")
    return DONE


def verify(config: Config, options: argparse.Namespace) -> int:
    """Hash every captured page and every file of the index again, and count what should agree."""
    with closing(open_store(config)) as store, closing(open_index(config.url("INDEX"))) as opened:
        damaged = list(store.captures.damaged())
        for digest in damaged:
            say(f"The captured page {digest} is damaged or gone: the next crawl fetches its page again.")
        wrong = opened.damaged()
        for file in wrong:
            say(f"The search index is damaged ({file}): `minutebook index --rebuild` makes a new one.")
        damaged += wrong
        print(json.dumps({**store.captures.counts(), "damaged": len(damaged), "revision": store.revision(), "indexed": opened.revision()}))
    return NOTHING if damaged else DONE


def export(config: Config, options: argparse.Namespace) -> int:
    """Every public record, one JSON object a line."""
    with closing(open_store(config)) as store:
        kept = [council.id for council in store.councils()]
        if options.council and options.council not in kept:
            raise SettingError("council", f"nothing is kept of {options.council!r}; there is {', '.join(kept) or 'no council yet'}")
        lines = map(line, exported(store, options.council, options.since))
        sys.stdout.buffer.writelines(gzipped(lines) if options.gzip else lines)
    return DONE


def annotate_file(config: Config, options: argparse.Namespace) -> int:
    """What the reader of minutes finds in one document."""
    try:
        body = sys.stdin.buffer.read() if options.file == "-" else Path(options.file).read_bytes()
    except OSError as error:
        raise SettingError(options.file, f"cannot be read: {error.strerror}") from error
    print(json.dumps(annotated(body, options.url, options.committee), ensure_ascii=False, indent=1))
    return DONE


def show_config(config: Config, options: argparse.Namespace) -> int:
    """Every setting, its value and where that came from."""
    print(f"instance: {config.instance}")
    for setting in SETTINGS:
        print(f"\n{setting.name} = {config[setting.name]!r}  ({config.origins[setting.name]})\n    {setting.meaning}")
    return DONE


def serve(config: Config, options: argparse.Namespace) -> int:
    """Serve the pages with gunicorn, a production server; put a proxy in front of it on the open net."""
    os.environ["MINUTEBOOK_INSTANCE"] = str(config.instance)
    say(f"Serving on http://{options.host}:{options.port} (stop with Ctrl+C)")
    arguments = ["-m", "gunicorn", "--config", SERVING, "--workers", str(config["WORKERS"]), "--timeout", "10"]
    arguments += ["--bind", f"{options.host}:{options.port}", "archive:create_app()"]
    os.execv(sys.executable, [sys.executable, *arguments])


def takedown(config: Config, options: argparse.Namespace) -> int:
    """Remove an item, a person, a meeting or a document from everything that readers see, for good."""
    with only_writer(config), closing(open_keeper(config)) as keeper:
        [council] = _chosen(config, [options.id.partition("/")[0]])
        entry = take_down(config.instance, council, keeper, options.id, options.reason, options.purge, datetime.now(council.zone).date())
    say(f"The {entry.kind} {entry.id} is taken down{' and its bytes are deleted' if entry.purge else ''}; {config.instance / 'takedowns.toml'} remembers it.")
    return index(config, argparse.Namespace(rebuild=False))


def demo(config: Config, options: argparse.Namespace) -> int:
    """Try it: serve a small fictional council, crawl it, index it and show it. Touches no real archive."""
    folder = config.instance / "demo"
    shutil.rmtree(folder, ignore_errors=True)  # It is made anew each time, from nothing but what ships with the program.
    config = load(folder)
    with DemoSite() as site:
        council = registered(site.base)
        write_council(folder, council)
        for site.state in range(STATES):
            options.councils, options.rebuild = [], False
            say(f"Crawling {council.name}, which is fiction" + (", a week later" if site.state else ""))
            result = crawl(config, options) or index(config, options)
            if result:
                return result
        return _show(folder, options)


def _show(folder: Path, options: argparse.Namespace) -> int:
    """Serve the demonstration until it is stopped; with --check only until a search has answered."""
    port = options.port or _free_port()
    arguments = ["-m", "gunicorn", "--config", SERVING, "--log-level", "warning", "--bind", f"127.0.0.1:{port}", "archive:create_app()"]
    server = subprocess.Popen([sys.executable, *arguments], env={**os.environ, "MINUTEBOOK_INSTANCE": str(folder)})
    address = f"http://127.0.0.1:{port}/"
    try:
        found = _answer(f"{address}search.json?q=school+transport", server)
        if found is None:
            say(f"The pages could not be served on port {port}: choose another with --port.")
            return NOTHING
        say(f"A search for ‘school transport’ finds {found['total']} items. Open {address} (stop with Ctrl+C)")
        return DONE if options.check else server.wait()
    finally:
        server.terminate()
        server.wait()


def _answer(address: str, server: subprocess.Popen[bytes]) -> dict[str, Any] | None:
    """What the server answers as soon as it answers; None when it ends or says nothing for 20 seconds."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=5) as reply:
                return dict(json.load(reply))
        except OSError:
            if server.poll() is not None:
                return None
            time.sleep(0.2)
    return None


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


# ── the command line ────────────────────────────────────────────────────────────────────────────────────────────────


def _port(written: str) -> int:
    if not (written.isdecimal() and int(written) <= LAST_PORT):
        raise argparse.ArgumentTypeError(f"a port is a number from 0 to {LAST_PORT}, not {written!r}")
    return int(written)


def _revision(written: str) -> int:
    if not written.isdecimal():
        raise argparse.ArgumentTypeError(f"a revision is a number from 0 on, not {written!r}")
    return int(written)


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--instance", default=argparse.SUPPRESS, metavar="DIR", help="where everything is kept (default: MINUTEBOOK_INSTANCE, else ./instance)")
    whole = argparse.ArgumentParser("minutebook", description="A searchable archive of council meetings.", parents=[common])
    verbs = whole.add_subparsers(title="verbs", required=True, metavar="VERB")

    def verb(name: str, run: Callable[[Config, argparse.Namespace], int]) -> argparse.ArgumentParser:
        one = verbs.add_parser(name, help=run.__doc__, description=run.__doc__, parents=[common])
        one.set_defaults(run=run)
        return one

    one = verb("demo", demo)
    one.add_argument("--port", type=_port, default=8000, help="where to show it (0: any free one)")
    one.add_argument("--check", action="store_true", help="end as soon as a search has answered")
    one = verb("add", add)
    one.add_argument("address", metavar="ADDRESS", help="any page of the council's committee site")
    one.add_argument("--slug", help="short name in every permanent address; never changes")
    one.add_argument("--name", help="the council's name, if the site does not say it well")
    for name, run in (("crawl", crawl), ("read", read)):
        verb(name, run).add_argument("councils", nargs="*", metavar="COUNCIL", help="slugs; none: all")
    verb("index", index).add_argument("--rebuild", action="store_true", help="begin from nothing")
    one = verb("search", search)
    one.add_argument("words", nargs="+", help='words, "exact phrases", -without, speaker:"Jane Moore", year:2024 …')
    one.add_argument("--json", action="store_true", help="the same JSON as /search.json")
    one.add_argument("--page", type=int, default=1)
    one = verb("serve", serve)
    one.add_argument("--host", default="127.0.0.1")
    one.add_argument("--port", type=_port, default=8000)
    for name, run in (("nightly", nightly), ("status", status), ("verify", verify), ("config", show_config)):
        verb(name, run)
    one = verb("takedown", takedown)
    one.add_argument("id", metavar="ID", help="the end of the address of its page, like marlshire/item/20074")
    one.add_argument("--reason", required=True, help="a public word, shown where it was")
    one.add_argument("--purge", action="store_true", help="delete the captured bytes, too; their hashes stay")
    one = verb("export", export)
    one.add_argument("--council", default="", help="slug; none: all")
    one.add_argument("--since", type=_revision, default=0, metavar="REVISION", help="only what changed after it, and what is gone")
    one.add_argument("--gzip", action="store_true")
    one = verb("annotate", annotate_file)
    one.add_argument("file", metavar="FILE", help="text or HTML; - reads standard input")
    one.add_argument("--url", default="", help="the address of a saved page")
    one.add_argument("--committee", default="")
    return whole


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns its exit code: 0 done, 1 nothing usable, 2 usage, 3 partial, 75 already running."""
    options = parser().parse_args(arguments)
    try:
        config = load(getattr(options, "instance", None))
        return int(options.run(config, options))
    except Busy as error:
        say(str(error))
        return BUSY
    except SettingError as error:
        say(str(error))
        return USAGE
    except (ArchiveError, IndexerError) as error:
        say(str(error))
        return NOTHING
    except BrokenPipeError:
        return DONE
    except KeyboardInterrupt:
        say(f"Stopped at {datetime.now(UTC):%H:%M:%S}; what was kept is kept.")
        return NOTHING


if __name__ == "__main__":
    sys.exit(main())

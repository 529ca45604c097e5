"""The demonstration council's website: a small server on this machine that the ordinary crawler crawls over real HTTP."""

from __future__ import annotations

import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qsl, unquote, urlsplit

from archive.demo.council import site
from archive.demo.pages import page


class DemoSite:
    """The website, as a context manager: it answers from entering to leaving. ``state`` says what it shows, see ``council.STATES``."""

    def __init__(self, state: int = 0) -> None:
        self.state = state
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"demo": self}))
        self._server.daemon_threads = True
        self.base = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> DemoSite:
        Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    demo: DemoSite

    def do_GET(self) -> None:
        split = urlsplit(self.path)
        name = unquote(split.path).strip("/").lower()
        if name == "robots.txt":
            return self._send(200, b"User-agent: *\nDisallow: /ieDocSearch.aspx\n", "text/plain")
        if re.match(r"documents/[sg]\d+/", name):
            return self._send(200, _paper(), "application/pdf")
        arguments = {key.lower(): value for key, value in parse_qsl(split.query)}
        made = page(site(self.demo.state), name or "mglistcommittees.aspx", arguments)
        if made is None:
            return self._send(404, b"<html><body><h1>404 - not found</h1></body></html>", "text/html; charset=utf-8")
        return self._send(200, made.encode(), "text/html; charset=utf-8")

    def _send(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: whoever runs the demonstration reads the crawl's own report."""


def _paper() -> bytes:
    """The smallest PDF with a page, since papers are only linked here."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"]
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%sendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 4\n0000000000 65535 f \n" + table + b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)

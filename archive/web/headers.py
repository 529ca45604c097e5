"""The headers of every answer, whatever its status: nothing may run, be framed, be sniffed or be sent elsewhere; what is for machines may be read from anywhere."""

from __future__ import annotations

from flask import Flask, Response, request

from archive.web.formats import is_for_machines

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
STRICT_TRANSPORT = "max-age=31536000"
OPEN = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag, Minutebook-Revision, Retry-After"}
"""For machines: pages of other sites may read it, as anybody may. There is nothing here that a browser would have to prove who it is for."""
PREFLIGHT = {"Access-Control-Allow-Methods": "GET, HEAD, OPTIONS", "Access-Control-Allow-Headers": "If-None-Match", "Access-Control-Max-Age": "86400"}
"""More of it, where a browser asks beforehand."""


def set_headers(app: Flask, site_url: str) -> None:
    """Give every answer of the application its headers; HTTPS is insisted on only where the site is published over it."""
    headers = HEADERS | ({"Strict-Transport-Security": STRICT_TRANSPORT} if site_url.startswith("https://") else {})

    @app.after_request
    def add_headers(response: Response) -> Response:
        response.headers.update(headers)
        if is_for_machines(request.path):
            response.headers.update(OPEN | (PREFLIGHT if request.method == "OPTIONS" else {}))
        if "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "no-cache"  # What is taken down must be gone at once, from caches too.
        return response

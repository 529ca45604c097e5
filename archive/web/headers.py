"""The headers of every answer, whatever its status: nothing may run, be framed, be sniffed or be sent elsewhere."""

from __future__ import annotations

from flask import Flask, Response

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
STRICT_TRANSPORT = "max-age=31536000"


def set_headers(app: Flask, site_url: str) -> None:
    """Give every answer of the application its headers; HTTPS is insisted on only where the site is published over it."""
    headers = HEADERS | ({"Strict-Transport-Security": STRICT_TRANSPORT} if site_url.startswith("https://") else {})

    @app.after_request
    def add_headers(response: Response) -> Response:
        response.headers.update(headers)
        if "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "no-cache"  # What is taken down must be gone at once, from caches too.
        return response

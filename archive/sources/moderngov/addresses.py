"""Canonical addresses of ModernGov pages: equal pages have equal addresses."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

_SESSION = re.compile(r"/(?:\(|%28)S(?:\(|%28)[^/]*?(?:\)|%29){2}(?=/)", re.IGNORECASE)


def cleaned(href: str, page: str) -> str:
    """An address as it stands in a page, absolute and without line ends, session and fragment."""
    whole = urljoin(page, re.sub(r"[\r\n\t]", "", href).strip())
    return _SESSION.sub("", whole).partition("#")[0]


def parts(url: str, base: str) -> tuple[str, dict[str, str]]:
    """The page (lower case, ``mgai.aspx``) and the arguments (names in lower case) of an address below the base; empty outside it."""
    split, home = urlsplit(url), urlsplit(base)
    path, root = re.sub("/{2,}", "/", split.path), home.path.rstrip("/")
    if split.netloc.lower() != home.netloc.lower() or not path.lower().startswith(f"{root.lower()}/"):
        return "", {}
    return path[len(root) + 1 :].lower(), {name.lower(): value for name, value in parse_qsl(split.query)}


def address(base: str, page: str, **arguments: str | int) -> str:
    """A page's address with these arguments, in this order."""
    query = urlencode(arguments, safe="/")
    return f"{base.rstrip('/')}/{page}" + (f"?{query}" if query else "")

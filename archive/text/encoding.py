"""Which characters the bytes of a page mean."""

from __future__ import annotations

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)""", re.I)
_LATIN = ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii")
"""Names under which the web sends Windows-1252 (WHATWG Encoding Standard)."""


def decoded(body: bytes, charset: str = "") -> str:
    """The text of a page, without its byte order mark; what cannot be decoded becomes U+FFFD.

    What the page itself shows counts before what the header says (``charset``), since servers are often set wrongly: a byte
    order mark, then whether it is valid UTF-8, then what it declares, then the header, then Windows-1252.
    """
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        declared = _DECLARED.search(body[:4096])
    names = [(declared[1] or declared[2]).decode("ascii")] if declared else []
    for name in [*names, charset]:
        try:
            text = body.decode("windows-1252" if name.lower() in _LATIN else name, "replace")
        except LookupError:
            continue
        if text.count("\ufffd") <= sum(sign > "\x7f" for sign in text) / 2:  # More breaks than sense, and it is not this one.
            return text
    return body.decode("windows-1252", "replace")

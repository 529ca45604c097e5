"""Bytes are read by what they show, and only then by what a server says of them."""

from __future__ import annotations

import pytest

from archive.text import decoded

WORDS = "Siân’s – £5"


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        (WORDS.encode(), "iso-8859-1"),
        (WORDS.encode("utf-8-sig"), "windows-1252"),
        (b"\xff\xfe" + WORDS.encode("utf-16-le"), "utf-8"),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), ""),
        (b'<meta charset="windows-1252">' + WORDS.encode("windows-1252"), "utf-8"),
        (b"<meta http-equiv=x content='text/html; charset=iso-8859-1'>" + WORDS.encode("windows-1252"), ""),
        (b"<?xml version='1.0' encoding='windows-1252'?>" + WORDS.encode("windows-1252"), "utf-8"),
        (WORDS.encode("windows-1252"), "windows-1252"),
        (WORDS.encode("windows-1252"), ""),
        (WORDS.encode("windows-1252"), "no-such-charset"),
        (b'<meta charset="hex">' + WORDS.encode("windows-1252"), ""),
    ],
)
def test_the_words_come_out_right(body: bytes, charset: str) -> None:
    assert decoded(body, charset).endswith(WORDS)


def test_a_single_broken_byte_spoils_one_sign_and_not_the_page() -> None:
    body = b'<meta charset="utf-8">' + WORDS.encode() + b" \xff end"
    assert decoded(body, "iso-8859-1").endswith(f"{WORDS} \ufffd end")

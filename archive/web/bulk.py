"""Answers that are too large to be made before they are sent: they stream, one at a time over all processes of the instance."""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from typing import IO

from flask import Response, request

from archive.errors import Busy
from archive.web.site import site


def only_one() -> IO[str] | None:
    """The lock of bulk downloads, held until it is closed; None where nothing is sent or the instance cannot be written to. Raises ``Busy`` while another has it.

    So that however many are asked for, only one process is kept from its readers.
    """
    if request.method == "HEAD":
        return None
    try:
        lock = (site().config.instance / "bulk.lock").open("w")
    except OSError:
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        lock.close()
        raise Busy("Another bulk download is under way: try again in a minute.") from error
    return lock


def streamed(pieces: Iterable[bytes], media_type: str, held: IO[str] | None = None) -> Response:
    """An answer that is sent piece by piece; ``held`` is let go when it is done or the reader has gone."""
    answered = Response(_alive(pieces, site().alive, held), mimetype=media_type)
    if held is not None:
        answered.call_on_close(held.close)
    return answered


def _alive(pieces: Iterable[bytes], alive: Callable[[], None], held: IO[str] | None) -> Iterator[bytes]:
    """The same pieces; the server is told before each that we are at work, and not stuck."""
    with held or nullcontext():
        for piece in pieces:
            alive()
            yield piece

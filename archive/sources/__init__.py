"""Readers of publishers' systems, one package or module each; ``reader_for`` is the list of them."""

from datetime import date

from archive.councils import Source
from archive.errors import SettingError
from archive.sources.source import SourceReader


def reader_for(source: Source, today: date | None = None) -> SourceReader:
    """The reader of a council's source; ``today`` is the council's own day, which decides how far ahead meetings are asked for. Raises ``SettingError`` for a system that nobody has written a reader for."""
    if source.system == "moderngov":
        from archive.sources.moderngov import ModernGov

        return ModernGov(source, today)
    raise SettingError("system", f"{source.system!r} is not a system that can be read; there is: moderngov")

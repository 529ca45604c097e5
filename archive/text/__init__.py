"""From the bytes of a page to plain text."""

from archive.text.html import collapsed, decoded, line_of, main_text, parsed, text_of

__all__ = ["collapsed", "decoded", "line_of", "main_text", "parsed", "text_of"]

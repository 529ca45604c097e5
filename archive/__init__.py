"""The record: keeps what councils publish about their meetings, and shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flask import Flask


def create_app(instance: str | None = None, **settings: Any) -> Flask:
    """The web application of an instance; ``flask --app archive run`` finds it here. Settings given here win over all others."""
    from archive.web import make_app  # Inside, so that `import archive.errors` does not load Flask.

    return make_app(instance, **settings)

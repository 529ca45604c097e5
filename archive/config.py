"""Every setting: its name, default, meaning and unit, and where its value came from.

Four layers, each over the one before: the defaults here, ``instance/config.py``, environment variables ``MINUTEBOOK_*``,
and a mapping from whoever asks (a test, a command). They are read once, at the edge, and passed down as arguments.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.errors import SettingError


@dataclass(frozen=True)
class Setting:
    """One setting; the type of the default is the type of every value."""

    name: str
    default: str | int | float | bool
    meaning: str


SETTINGS = (
    Setting(
        "CONTACT",
        "",
        "Who answers for the crawl: an e-mail address or a web page, sent with every request. A crawl of another machine does not start without it.",
    ),
    Setting("SITE_NAME", "Minutebook", "The name in the header of every page."),
    Setting(
        "SITE_URL", "", "The public address of this archive (https://minutes.example.org); permanent addresses are printed with it. Empty: as the reader asked."
    ),
    Setting("TRUSTED_HOSTS", "", "Host names that the web pages answer to, separated by blanks. Empty: any."),
    Setting("DATABASE", "sqlite:///archive.db", "URL of the database of records; a relative file is inside the instance."),
    Setting("CAPTURES", "sqlite:///captures.db", "URL of the database of captured pages; a relative file is inside the instance."),
    Setting("INDEX", "whoosh:index", "URL of the search index; a relative folder is inside the instance."),
    Setting("GAP", 2.0, "Seconds between the end of one request and the start of the next to the same host; 0 for this machine itself."),
    Setting("GAP_FACTOR", 5.0, "The gap is at least so many times as long as the last answer took."),
    Setting("MAX_GAP", 60.0, "Seconds: the gap never grows beyond this, and a robots.txt that asks for a longer one is obeyed up to it."),
    Setting("CONNECT_TIMEOUT", 5.0, "Seconds to wait for a connection."),
    Setting("READ_TIMEOUT", 20.0, "Seconds to wait for the next piece of an answer."),
    Setting("TOTAL_TIMEOUT", 60.0, "Seconds that one request may take in all."),
    Setting("MAX_BYTES", 10_000_000, "Bytes: the largest page that is taken, unpacked."),
    Setting("TRIES", 3, "How often a page is asked for before it is left for the next night."),
    Setting("MAX_RETRY_AFTER", 120.0, "Seconds: a site that asks for a longer pause (Retry-After) is left for the next night."),
    Setting("MAX_FAILURES", 5, "Failures in a row after which a host is left for the next night."),
    Setting("PROXY", "", "URL of the proxy that requests go through (http://proxy.example:3128). Empty: none; the environment's proxies are not used."),
    Setting(
        "OPEN_DAYS", 100, "Days after its minutes last changed during which a meeting is read again every night; until they are confirmed it is in any case."
    ),
    Setting("GENERATIONS", 3, "How many generations of the index are kept."),
    Setting(
        "SHOW_REMOVED",
        False,
        "Whether pages show the words that a council removed in a correction. Councils correct minutes to remove personal data, so think before you say yes.",
    ),
    Setting("WORKERS", 2, "Processes that `minutebook serve` answers with."),
)
_BY_NAME = {s.name: s for s in SETTINGS}
_TRUE, _FALSE = ("1", "true", "yes", "on"), ("0", "false", "no", "off", "")


@dataclass(frozen=True)
class Config:
    """The settings of one instance."""

    instance: Path
    values: Mapping[str, Any]
    origins: Mapping[str, str]
    """Setting → where its value came from: ``default``, a file, an environment variable, ``argument``."""

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def url(self, name: str) -> str:
        """A URL among the settings, with a relative file or folder put inside the instance."""
        scheme, slashes, place = str(self.values[name]).partition(":///" if "sqlite" in str(self.values[name]) else ":")
        if scheme in ("sqlite", "whoosh") and place and place != ":memory:":
            place = str((self.instance / place).resolve())
        return f"{scheme}{slashes}{place}"


def instance_folder(chosen: str | Path | None = None) -> Path:
    """The instance that is meant: the one chosen, else ``MINUTEBOOK_INSTANCE``, else ``instance`` in the current folder."""
    return Path(chosen or os.environ.get("MINUTEBOOK_INSTANCE") or "instance").expanduser().absolute()


def load(instance: str | Path | None = None, **arguments: Any) -> Config:
    """The settings of an instance. Raises ``SettingError`` for an unknown name or a value of the wrong type."""
    folder = instance_folder(instance)
    values: dict[str, Any] = {s.name: s.default for s in SETTINGS}
    origins = dict.fromkeys(values, "default")
    layers = [(str(folder / "config.py"), _file(folder / "config.py"))]
    layers += [(f"MINUTEBOOK_{n}", {n: os.environ[f"MINUTEBOOK_{n}"]}) for n in values if f"MINUTEBOOK_{n}" in os.environ]
    for origin, layer in [*layers, ("argument", arguments)]:
        for name, value in layer.items():
            values[name], origins[name] = _converted(name, value, origin), origin
    return Config(folder, values, origins)


def _file(path: Path) -> dict[str, Any]:
    """The settings in ``instance/config.py``: its names in capitals."""
    if not path.exists():
        return {}
    names: dict[str, Any] = {}
    try:
        exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), names)  # The operator's own file, as Flask reads it.
    except Exception as error:
        raise SettingError(str(path), f"cannot be read: {error}") from error
    return {name: value for name, value in names.items() if name.isupper()}


def _converted(name: str, value: Any, origin: str) -> Any:
    """The value in the type of the setting's default."""
    if name not in _BY_NAME:
        raise SettingError(origin, f"{name} is not a setting; `minutebook config` lists them")
    wanted = type(_BY_NAME[name].default)
    try:
        if wanted is bool and isinstance(value, str):
            if value.lower() not in _TRUE + _FALSE:
                raise ValueError
            return value.lower() in _TRUE
        if wanted is not str and isinstance(value, bool) is not (wanted is bool):
            raise ValueError
        converted = wanted(value)
        if isinstance(converted, int | float) and converted < 0:
            raise ValueError
        return converted
    except (TypeError, ValueError) as error:
        kind = {int: "a whole number", float: "a number", bool: "true or false", str: "text"}[wanted]
        raise SettingError(origin, f"{name} = {value!r} should be {kind}{', not below 0' if wanted in (int, float) else ''}") from error

"""The limits and manners of a crawl, taken from the settings once."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from urllib.parse import urlsplit

from archive.config import Config
from archive.errors import SettingError

PRODUCT = "Minutebook"
"""The name that the crawler goes by, in its requests and in robots.txt."""


@dataclass(frozen=True)
class FetchRules:
    """How a Fetcher behaves; times are in seconds, see ``archive.config`` for what each one means."""

    version: str
    contact: str
    gap: float
    gap_factor: float
    max_gap: float
    connect_timeout: float
    read_timeout: float
    total_timeout: float
    max_bytes: int
    tries: int
    max_retry_after: float
    max_failures: int
    proxy: str = ""
    certificates: str = ""
    """A file of certificate authorities to trust in place of the usual ones; empty for the usual ones."""

    @property
    def user_agent(self) -> str:
        """Who asks: the program, its version and whom to turn to."""
        return f"{PRODUCT}/{self.version}" + (f" (+{self.contact})" if self.contact else "")


def rules_from(config: Config) -> FetchRules:
    """The rules as an instance's settings give them. Raises ``SettingError`` for a value that no crawl can work with."""
    for name in ("CONNECT_TIMEOUT", "READ_TIMEOUT", "TOTAL_TIMEOUT", "MAX_BYTES", "TRIES", "MAX_FAILURES"):
        if config[name] <= 0:
            raise SettingError(name, f"{config[name]} should be more than 0")
    return FetchRules(
        version=_version(),
        contact=_checked_contact(config["CONTACT"].strip()),
        gap=config["GAP"],
        gap_factor=config["GAP_FACTOR"],
        max_gap=config["MAX_GAP"],
        connect_timeout=config["CONNECT_TIMEOUT"],
        read_timeout=config["READ_TIMEOUT"],
        total_timeout=config["TOTAL_TIMEOUT"],
        max_bytes=config["MAX_BYTES"],
        tries=config["TRIES"],
        max_retry_after=config["MAX_RETRY_AFTER"],
        max_failures=config["MAX_FAILURES"],
        proxy=_checked_proxy(config["PROXY"].strip()),
    )


def _checked_contact(contact: str) -> str:
    """The contact, if it can stand in a request and somebody can be reached by it."""
    reachable = "@" in contact or contact.startswith(("http://", "https://"))
    if contact and not (reachable and contact.isascii() and contact.isprintable() and not set(contact) & set(" ()<>")):
        raise SettingError("CONTACT", f"{contact!r} should be an e-mail address (clerk@example.org) or a web page (https://example.org/minutes)")
    return contact


def _checked_proxy(proxy: str) -> str:
    """The proxy, if it is one that requests can go through."""
    try:
        parts = urlsplit(proxy)
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        usable = False
    if proxy and not usable:
        raise SettingError("PROXY", "should be the address of a proxy with its port, http://proxy.example:3128")
    return proxy


def _version() -> str:
    """The installed version; 0 in a checkout that is not installed."""
    try:
        return version("minutebook")
    except PackageNotFoundError:
        return "0"

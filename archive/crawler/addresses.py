"""Which addresses may be asked: the hosts of the sources that the operator named, and nothing on a private network."""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import dataclass
from urllib.parse import urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from archive.errors import Forbidden

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_COMPATIBLE = ipaddress.ip_network("::/96")
_INTERNAL = (ipaddress.ip_network("192.0.0.0/24"), ipaddress.ip_network("168.63.129.16/32"))
"""Numbers that clouds give to services inside them, and that older Pythons, or the registries themselves, count as public."""
_NEEDLESS = re.compile(r"%(2[DE]|3[0-9]|4[1-9A-F]|5[0-9AF]|6[1-9A-F]|7[0-9AE])", re.IGNORECASE)
"""Escapes of letters, digits and ``-._~``, which requests undoes; undone here, so that ``%2E%2E`` goes up a folder before robots.txt is asked."""
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\]")


@dataclass(frozen=True)
class Address:
    """An address taken apart as the transport takes it apart, ready to be sent: encoded, without fragment or password."""

    scheme: str
    host: str
    """Lower case, without a dot at its end; an IPv6 address stands in brackets."""
    port: int
    target: str
    """Path and query."""

    @property
    def url(self) -> str:
        """The whole address; a usual port is left out."""
        return f"{self.origin}{self.target}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what a robots.txt speaks for."""
        return f"{self.scheme}://{self.host}" + ("" if self.port == PORTS[self.scheme] else f":{self.port}")

    @property
    def server(self) -> str:
        """The host, with its port where that is unusual: http and https of one name are one server, to be asked politely as one."""
        return self.host if self.port in PORTS.values() else f"{self.host}:{self.port}"

    @property
    def is_this_machine(self) -> bool:
        """Whether the host is a loopback address, or a name that always means one."""
        number = _as_number(self.host)
        return number.is_loopback if number else self.host == "localhost" or self.host.endswith(".localhost")

    @property
    def is_private(self) -> bool:
        """Whether the host is written as the number of a machine that is not on the public internet, in whatever notation."""
        number = _as_number(self.host)
        return self.is_this_machine if number is None else not is_public(number)


def read_address(url: str) -> Address:
    """An address from what a page or a server wrote. Raises ``Forbidden`` for what is no web address.

    It is parsed by the transport's own parser and built anew from the parts, so that no way of writing can mean one host to
    our rules and another to the socket. As browsers do, line ends and tabs inside are dropped and odd characters encoded.
    """
    tidy = re.sub(r"[\t\r\n]", "", url).strip().partition("#")[0]
    tidy = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", tidy)
    tidy = _NEEDLESS.sub(lambda escape: chr(int(escape[1], 16)), tidy)
    try:
        parts = parse_url(tidy)
    except (LocationParseError, UnicodeError) as error:
        raise Forbidden(url, "is not an address of the web that can be asked for") from error
    host = (parts.host or "").lower().rstrip(".")
    if parts.scheme not in PORTS or not _HOST.fullmatch(host):
        raise Forbidden(url, "is not an address of the web (http or https) that can be asked for")
    if parts.auth is not None:
        raise Forbidden(url, "holds a user name or password; such addresses are not asked for")
    port = PORTS[parts.scheme] if parts.port is None else parts.port
    return Address(parts.scheme, host, port, (parts.path or "/") + (f"?{parts.query}" if parts.query else ""))


def follow(address: Address, location: str) -> Address:
    """The address that a redirect from ``address`` leads to. Raises ``Forbidden`` when it is no web address."""
    try:
        return read_address(urljoin(address.url, location))
    except (Forbidden, ValueError) as error:
        raise Forbidden(address.url, f"leads to {location[:200]!r}, which is not an address of the web that can be asked for") from error


def is_public(number: IPAddress) -> bool:
    """Whether a machine with this number is on the public internet; numbers wrapped in IPv6 are unwrapped first."""
    if isinstance(number, ipaddress.IPv6Address):
        wrapped = _wrapped(number)
        if wrapped is not None:
            return is_public(wrapped)
        if number.is_site_local:
            return False
    internal = number.is_multicast or number.is_reserved or any(number in network for network in _INTERNAL)
    return number.is_global and not internal


def _wrapped(number: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 number that an IPv6 number leads to by mapping, 6to4, NAT64 or the old compatible form."""
    if number in _NAT64 or (number in _COMPATIBLE and int(number) > 1):
        return ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
    return number.ipv4_mapped or number.sixtofour


def _as_number(host: str) -> IPAddress | None:
    """The number that a host is written as: dotted, decimal, hexadecimal, octal, short, IPv6; None for a name."""
    try:
        return ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        pass
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host))
    except OSError:
        return None


class AllowedHosts:
    """The hosts that may be asked. Filled before the crawl's threads start; only read by them."""

    def __init__(self) -> None:
        self._loopback_at: dict[str, bool] = {}

    def add(self, address: Address, *, loopback: bool) -> None:
        """Allow a host at its scheme and port, and its move from http to https; ``loopback`` allows it to be this machine."""
        foreseen = [f"https://{address.host}"] if address.scheme == "http" and not address.is_this_machine else []
        for origin in (address.origin, *foreseen):
            self._loopback_at[origin] = loopback or self._loopback_at.get(origin, False)

    def permits(self, address: Address, number: IPAddress) -> bool:
        """Whether a machine with this number may be asked for an address: a public one, or this one if the operator said so."""
        return is_public(number) or (number.is_loopback and self._loopback_at.get(address.origin, False))

    def check(self, address: Address, led_from: str = "") -> None:
        """Raise ``Forbidden`` unless the address may be asked; ``led_from`` is the address whose redirect led there, if one did."""
        if address.origin not in self._loopback_at:
            leads = f"leads to {address.url}, which is" if led_from else "is"
            raise Forbidden(
                led_from or address.url,
                f"{leads} not at the address that was named for the council; if the council has moved there, change the base in its file",
            )
        if address.is_private and not (address.is_this_machine and self._loopback_at[address.origin]):
            raise Forbidden(led_from or address.url, private_words(address.host))


def private_words(host: str) -> str:
    """What to say of a host that is on a private network."""
    return (
        f"{host} is an address of a private network or of this machine, which is never asked; "
        "for a test site on this machine, set loopback = true in the source's entry of the council's file"
    )

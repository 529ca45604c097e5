"""No address of a private network, of a cloud's inside or of this machine is ever sent a byte, in whatever way it is written."""

from __future__ import annotations

import socket

import pytest
from raw_site import page, redirect

from archive.councils import Source
from archive.errors import Forbidden, SettingError, Unreachable

FORMS = [
    "127.0.0.1", "localhost", "LOCALHOST.", "sub.localhost", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001", "127.127.127.127",
    "0.0.0.0", "0", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]", "①②⑦.⓪.⓪.①", "127。0。0。1",
    "%31%32%37.0.0.1", "169.254.169.254", "2852039166", "[fd00:ec2::254]", "[fe80::1]", "100.100.100.200", "192.0.0.192", "168.63.129.16", "10.0.0.1", "172.31.255.255",
    "192.168.1.1", "224.0.0.1",
]  # fmt: skip


@pytest.fixture
def listening(serve):
    """A site on every number of this machine, old and new, that would answer."""
    return serve({"/": page(b"secret"), "/robots.txt": page(b"")}, host="::" if socket.has_dualstack_ipv6() else "0.0.0.0")


@pytest.mark.parametrize("form", FORMS)
def test_a_source_at_an_internal_address_is_never_asked(listening, fetcher_for, link, form):
    url = f"http://{form}:{listening.port}/"
    with pytest.raises((Forbidden, SettingError)):
        fetcher_for(url, loopback=False).fetch(link(url))
    assert listening.connections == 0


@pytest.mark.parametrize("form", FORMS)
def test_a_redirect_to_an_internal_address_is_never_followed(serve, listening, fetcher_for, link, form):
    site = serve({"/a": redirect(f"http://{form}:{listening.port}/".encode().decode("latin-1"))})
    fetcher = fetcher_for(site.base)
    with pytest.raises(Forbidden):
        fetcher.fetch(link(f"{site.base}/a"))
    assert listening.connections == 0


@pytest.mark.parametrize(
    "number",
    ["127.0.0.1", "::1", "0.0.0.0", "::ffff:127.0.0.1", "10.0.0.1", "169.254.169.254", "fd00:ec2::254", "fe80::1"],
)
def test_a_name_that_leads_to_an_internal_number_is_never_asked(listening, fetcher_for, link, number):
    looked_up = []

    def resolve(host, port, **_):
        looked_up.append(host)
        return [(socket.AF_INET6 if ":" in number else socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    url = f"http://democracy.council.example:{listening.port}/"
    fetcher = fetcher_for(url, loopback=False, resolve=resolve)
    with pytest.raises(Forbidden, match="private network"):
        fetcher.fetch(link(url))
    assert (listening.connections, fetcher.requests) == (0, 0)
    assert looked_up == ["democracy.council.example"]


def test_a_name_in_this_machines_own_table_of_hosts_is_never_asked(listening, fetcher_for, link):
    url = f"http://{socket.gethostname()}:{listening.port}/"
    with pytest.raises((Forbidden, Unreachable)):
        fetcher_for(url, loopback=False).fetch(link(url))
    assert listening.connections == 0


def test_a_name_is_looked_up_once_a_request_and_only_what_was_checked_is_connected_to(serve, fetcher_for, link):
    site = serve({"/": page()})
    answers = []

    def resolve(host, port, **_):
        """A name that changes its meaning at every look-up, and mixes in numbers that are not allowed."""
        answers.append([(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port)) for number in ("10.255.255.1", "169.254.169.254", "127.0.0.1")])
        return answers[-1]

    url = f"http://council.example:{site.port}/"
    fetcher = fetcher_for(url, resolve=resolve)
    assert fetcher.fetch(link(url)).status == 200
    assert len(answers) == fetcher.requests == 2


def test_permission_for_this_machine_is_for_the_one_source_alone(serve, fetcher_for, link):
    demonstration, other = serve({"/": page()}), serve({"/": page()})
    fetcher = fetcher_for(demonstration.base)
    fetcher.allow(Source(other.base))
    assert fetcher.fetch(link(demonstration.base)).status == 200
    with pytest.raises(Forbidden, match="loopback = true"):
        fetcher.fetch(link(other.base))
    assert other.connections == 0


def test_permission_for_this_machine_does_not_open_the_network_around_it(listening, fetcher_for, link):
    for form in ("10.0.0.1", "169.254.169.254", "192.168.0.1", "0.0.0.0"):
        url = f"http://{form}:{listening.port}/"
        with pytest.raises(Forbidden):
            fetcher_for(url, loopback=True).fetch(link(url))
    assert listening.connections == 0


@pytest.mark.parametrize("form", ["127.0.0.1", "localhost", "[::1]"])
def test_this_machine_answers_where_the_operator_allows_it(listening, fetcher_for, link, form):
    if form == "[::1]" and not socket.has_dualstack_ipv6():
        pytest.skip("this machine has no IPv6")
    url = f"http://{form}:{listening.port}/"
    assert fetcher_for(url).fetch(link(url)).body == b"secret"

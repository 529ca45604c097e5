"""How addresses are read: once, by the transport's own parser, so that nothing means one host to us and another to the socket."""

from __future__ import annotations

import ipaddress

import pytest
import requests
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.crawler.addresses import is_public, read_address
from archive.errors import Forbidden


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("HTTPS://Democracy.Council.Example", "https://democracy.council.example/"),
        ("http://council.example:80/a", "http://council.example/a"),
        ("https://council.example.:443/a?b=1#c", "https://council.example/a?b=1"),
        ("http://council.example:8080/a", "http://council.example:8080/a"),
        ("http://council.example/(S(q1w2))/mg.aspx?ID=1&J=2", "http://council.example/(S(q1w2))/mg.aspx?ID=1&J=2"),
        ("http://council.example/a/../b/./c", "http://council.example/b/c"),
        ("http://council.example/public/%2e%2E/private%5Fa", "http://council.example/private_a"),
        ("http://council.example/public/..%2Fprivate", "http://council.example/public/..%2Fprivate"),
        ("  http://council.example/two\r\n lines\tand 5% ", "http://council.example/two%20linesand%205%25"),
        ("http://council.example/cyngor ŷd?q=tŷ", "http://council.example/cyngor%20%C5%B7d?q=t%C5%B7"),
        ("http://cyngor-tŷ.example/", f"http://{'cyngor-tŷ'.encode('idna').decode()}.example/"),
        ("http://council.example\\@evil.example/", "http://council.example/%5C@evil.example/"),
        ("http://[2001:DB8::1]:8080/a", "http://[2001:db8::1]:8080/a"),
        ("http://council.example?a=1", "http://council.example/?a=1"),
    ],
)
def test_an_address_is_sent_in_one_form(written, sent):
    address = read_address(written)
    assert address.url == sent
    assert address.url.isascii()
    assert read_address(address.url) == address


@pytest.mark.parametrize(
    "written",
    ["", "minutes", "/minutes", "mailto:clerk@council.example", "javascript:alert(1)", "file:///etc/passwd", "ftp://council.example/", "http://", "http:///a",
     "http://user:pw@council.example/", "http://council.example:99999/", "http://council.example:port/", "http://[::1", "http://a b/", "http://-/"],
)  # fmt: skip
def test_what_is_no_web_address_is_refused_in_words(written):
    with pytest.raises(Forbidden, match="address"):
        read_address(written)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_whatever_is_written_is_an_address_or_refused(written):
    for url in (written, f"http://council.example/{written}", f"http://{written}/"):
        try:
            address = read_address(url)
        except Forbidden:
            continue
        assert read_address(address.url) == address


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet="/.%25eE~aF7\\?&=+;:@'()[]é ", max_size=20))
def test_what_robots_txt_is_asked_about_is_what_is_sent(path):
    address = read_address(f"http://council.example/{path}")
    prepared = requests.Request("GET", address.url).prepare()
    assert prepared.url == address.url


@pytest.mark.parametrize(
    "number",
    ["127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "100.100.100.200", "192.0.0.192", "168.63.129.16", "198.18.0.1",
     "203.0.113.5", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1",
     "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:7f00:1::", "2001:0:1::1",
     "2001:db8::1", "100::1"],
)  # fmt: skip
def test_no_number_off_the_public_internet_is_public(number):
    assert not is_public(ipaddress.ip_address(number))


@pytest.mark.parametrize("number", ["8.8.8.8", "51.140.1.1", "2606:4700::1111", "2a00:1450:4009::1", "64:ff9b::8.8.8.8", "::ffff:8.8.8.8", "2002:808:808::1"])
def test_numbers_of_the_public_internet_are_public(number):
    assert is_public(ipaddress.ip_address(number))


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:5000", "http://localhost/a", "http://test.localhost:80", "http://2130706433", "http://0x7f.1", "http://[::1]:80"]
)
def test_this_machine_is_known_by_any_of_its_usual_names(url):
    assert read_address(url).is_this_machine


@pytest.mark.parametrize("url", ["http://council.example", "http://localhost.council.example", "http://10.0.0.1", "http://127.council.example"])
def test_other_machines_are_not_taken_for_this_one(url):
    assert not read_address(url).is_this_machine

"""The address filter: what strangers write must not make Sholu ask a machine of the user's own network."""

import socket
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.errors import Rejected
from sholu.sources.web.address import Policy, canonical_host, forbidden, parse, same_site
from sholu.sources.web.exchange import Exchange
from sholu.sources.web.manners import Manners

PRIVATE_ADDRESSES = [
    "http://127.0.0.1/",
    "http://127.1.2.3/",
    "http://127.1/",
    "http://127.0.1/",
    "http://0/",
    "http://0.0.0.0/",
    "http://2130706433/",
    "http://017700000001/",
    "http://0x7f000001/",
    "http://0x7f.0.0.1/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://127.0.0.01/",
    "http://0127.0.0.1/",
    "http://127.0.0.1./",
    "http://127.0.0.1../",
    "http://4294967297/",
    "http://127.0.0.1.:80/",
    "http://①②⑦.⓪.⓪.①/",
    "http://127。0。0。1/",
    "http://１２７.0.0.1/",
    "http://10.0.0.8/",
    "http://172.16.0.1/",
    "http://172.31.255.255/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://169.254.170.2/v2/credentials",
    "http://2852039166/",
    "http://0xa9fea9fe/",
    "http://100.64.0.1/",
    "http://100.100.100.200/",
    "http://192.0.0.192/",
    "http://168.63.129.16/",
    "http://198.18.0.1/",
    "http://192.0.2.1/",
    "http://192.88.99.1/",
    "http://224.0.0.1/",
    "http://239.255.255.250/",
    "http://240.0.0.1/",
    "http://255.255.255.255/",
    "http://[::1]/",
    "http://[::]/",
    "http://[0:0:0:0:0:0:0:1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::ffff:169.254.169.254]/",
    "http://[::127.0.0.1]/",
    "http://[::ffff:0:127.0.0.1]/",
    "http://[fe80::1]/",
    "http://[fe80::1%25eth0]/",
    "http://[fec0::1]/",
    "http://[fc00::1]/",
    "http://[fd00:ec2::254]/",
    "http://[ff02::1]/",
    "http://[2001::1]/",
    "http://[2001:0:7f00:1::]/",
    "http://[2002:7f00:1::]/",
    "http://[2002:0a00:1::]/",
    "http://[64:ff9b::127.0.0.1]/",
    "http://[64:ff9b::a9fe:a9fe]/",
    "http://[64:ff9b:1::1]/",
    "http://[2001:db8::1]/",
    "http://[2a00::200:5efe:10.0.0.1]/",
    "http://[100::1]/",
    "http://localhost/",
    "http://LOCALHOST/",
    "http://localhost./",
    "http://ｌｏｃａｌｈｏｓｔ/",
    "http://loc\u00adalhost/",
    "http://a.localhost/",
    "http://localhost.localdomain/",
    "http://printer.local/",
    "http://router.lan/",
    "http://metadata.google.internal/",
    "http://nas.home.arpa/",
    "http://intranet/",
    "http://press.onion/",
    "http://example.org:22/",
    "http://example.org:25/",
    "http://example.org:0/",
    "http://user@127.0.0.1/",
    "http://user:word@example.org/",
    "http://example.org@127.0.0.1/",
    "http://127.0.0.1\\@example.org/",
    "http://example.org\\.127.0.0.1/",
    "http:\\\\127.0.0.1/",
    "http://127.0.0.1%00.example.org/",
    "http://%31%32%37.0.0.1/",
    "http://127.0.0.1 .example.org/",
    "http://127.0.\n0.1/",
    "http://exa\tmple.org/",
    "http://example.org:80:80/",
    "http://example.org:８０/",
    "http://[::1/",
    "http://[::1].example.org/",
    "http://[127.0.0.1]/",
    "http://[v1.x]/",
    "http:///etc/passwd",
    "http:127.0.0.1",
    "//127.0.0.1/",
    "http://.example.org/",
    "http://example..org/",
    "http://-.org/",
    "http://" + "a" * 64 + ".org/",
    "http://example.org/" + "a" * 3_000,
    "http://\ud800.org/",
    "file:///etc/passwd",
    "FILE:///etc/passwd",
    "ftp://example.org/",
    "gopher://127.0.0.1:6379/_SET",
    "data:text/html,<p>x",
    "javascript:alert(1)",
    "jar:http://example.org!/",
    "unix:/run/docker.sock",
    "ws://example.org/",
    "",
    "example.org",
]

PRIVATE_NUMBERS = [
    *("127.0.0.1", "10.1.2.3", "169.254.169.254", "100.100.100.200", "0.0.0.0", "168.63.129.16", "255.255.255.255"),
    *("::1", "::", "::ffff:10.0.0.1", "fe80::1%eth0", "fd00:ec2::254", "2002:7f00:1::", "64:ff9b::7f00:1", "ff02::1"),
    *("2001:0:7f00:1::", "::ffff:0:7f00:1", "2a00::5efe:7f00:1", "localhost", "127.1", "0x7f.1", ""),
]


def exchange(numbers: list[str], *allowed: str) -> Exchange:
    return Exchange(Policy.allowing(allowed), lambda host, port: numbers, Manners(seconds=2))


def test_there_are_enough_tricks():
    assert len(set(PRIVATE_ADDRESSES)) == len(PRIVATE_ADDRESSES) >= 60


@pytest.mark.parametrize("url", PRIVATE_ADDRESSES, ids=lambda url: ascii(url)[:50])
def test_no_trick_gets_through(url: str):
    """None passes the filter, so none reaches a resolver that would call it public."""
    with pytest.raises(Rejected) as caught:
        Policy().check(parse(url))
    assert caught.value.code in ("address-wrong", "address-private")


@pytest.mark.parametrize("number", PRIVATE_NUMBERS, ids=ascii)
@pytest.mark.parametrize("beside", [(), ("93.184.215.14",)], ids=["alone", "beside a public one"])
def test_a_public_name_with_a_private_number_is_not_asked(number: str, beside: tuple[str, ...]):
    with pytest.raises(Rejected) as caught:
        exchange([*beside, number]).get(parse("http://example.org/"), {}, 1000)
    assert caught.value.code == "address-private"


@pytest.mark.parametrize("number", ["93.184.215.14", "8.8.8.8", "2606:2800:21f::1", "64:ff9b::808:808"])
def test_public_numbers_are_asked(number: str):
    assert forbidden(number) is None


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("https://Example.ORG:443", "https://example.org/"),
        (" https://example.org./x?y=ж#top\n", "https://example.org/x?y=%D0%B6"),
        ("http://газета.рф/новости", "http://xn--80aahjj1e.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8"),
        ("http://example.org:8080", "http://example.org:8080/"),
        ("http://8.8.8.8/", "http://8.8.8.8/"),
        ("http://[2606:2800:021F::1]:8080/", "http://[2606:2800:21f::1]:8080/"),
        ("http://a_b.example.org/%7Ex", "http://a_b.example.org/%7Ex"),
    ],
)
def test_ordinary_addresses_are_read(written: str, read: str):
    address = parse(written)
    Policy().check(address)
    assert str(address) == read
    assert parse(str(address)) == address


def test_a_relative_address_is_checked_after_it_was_joined():
    assert str(parse("../b", base="https://example.org/a/c/")) == "https://example.org/a/b"
    with pytest.raises(Rejected):
        Policy().check(parse("//127.0.0.1/", base="https://example.org/"))


def test_what_the_user_allows_is_asked_and_nothing_else():
    policy = Policy.allowing(["Press.LAN.", "127.0.0.1", "::1"])
    policy.check(parse("http://press.lan:81/"))
    policy.check_number("press.lan", "10.0.0.1")
    policy.check(parse("http://[0:0::1]/"))
    for url in ("http://other.lan/", "http://x.press.lan/", "http://127.0.0.2/"):
        with pytest.raises(Rejected):
            policy.check(parse(url))
    with pytest.raises(Rejected):
        policy.check_number("example.org", "127.0.0.1")


class Listening:
    """A port of this machine that answers everything, and counts who came."""

    def __init__(self) -> None:
        self.came = 0
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self._answer, daemon=True).start()

    def _answer(self) -> None:
        while True:
            try:
                caller, _ = self.socket.accept()
            except OSError:
                return
            self.came += 1
            caller.recv(10_000)
            caller.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")
            caller.close()


def test_an_answer_that_changes_between_check_and_use_changes_nothing(monkeypatch: pytest.MonkeyPatch):
    """The name is looked up once: the second, private answer is never asked for, let alone used."""
    server = Listening()
    answers = iter([["93.184.215.14"], ["127.0.0.1"], ["127.0.0.1"]])
    asked: list[str] = []
    connected: list[tuple[str, int]] = []

    def resolver(host: str, port: int) -> list[str]:
        asked.append(host)
        return next(answers)

    def connect(address: tuple[str, int], *_: object, **__: object) -> socket.socket:
        connected.append(address)
        raise ConnectionRefusedError("nobody there")

    monkeypatch.setattr(socket, "create_connection", connect)
    guarded = Exchange(Policy(), resolver, Manners(seconds=2))
    with pytest.raises(Rejected) as caught:
        guarded.get(parse(f"http://turncoat.example:{server.port}/"), {}, 1000)
    assert caught.value.code == "connect-failed"
    assert asked == ["turncoat.example"]
    assert connected == [("93.184.215.14", server.port)]
    with pytest.raises(Rejected) as caught:
        guarded.get(parse(f"http://turncoat.example:{server.port}/"), {}, 1000)
    assert caught.value.code == "address-private", "each connection looks the name up and checks it anew"
    assert server.came == 0
    server.socket.close()


def test_the_name_stays_what_the_host_header_says():
    server = Listening()
    reply = exchange(["127.0.0.1"], "press.example").get(parse(f"http://press.example:{server.port}/"), {}, 1000)
    assert (reply.status, reply.body) == (200, b"hi")
    server.socket.close()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("example.org", "www.example.org", True),
        ("www.example.org", "ru.example.org", True),
        ("example.org", "badexample.org", False),
        ("example.org", "example.net", False),
    ],
)
def test_what_is_one_site(one: str, other: str, same: bool):
    assert same_site(one, other) is same_site(other, one) is same


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_is_rejected(text: str):
    for url in (text, "http://" + text, "http://example.org" + text):
        try:
            address = parse(url)
        except Rejected:
            continue
        assert parse(str(address)) == address
        assert canonical_host(address.host) == address.host if ":" not in address.host else True
        assert "\r" not in str(address)
        assert str(address).isascii()

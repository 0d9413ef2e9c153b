"""Which addresses are asked at all: http(s) on the public internet, and what the user allows besides.

What a page, a feed or a redirect names is written by strangers. Nothing they write may make Sholu ask a machine of the
user's own network. So every address is parsed once, strictly, into its parts; the parts, and nothing else, are used to
connect; and the numbers that a name stands for are judged after the name was looked up, each time.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urljoin, urlsplit

import idna

from sholu.errors import Rejected

LONGEST = 2_000
"""Characters in the longest address that is asked."""

_PORTS = {"http": 80, "https": 443}
_FIRST_FREE_PORT = 1024  # below it stand mail, shells and databases' old homes, which do not speak HTTP
_BROKEN = re.compile(r"[\x00-\x20\x7f\\\ud800-\udfff]")
_NAME = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)")
_LOCAL_NAMES = (
    *("localhost", "localdomain", "local", "internal", "intranet", "private", "corp", "home", "lan", "arpa"),
    *("onion", "i2p", "alt"),
)

_PRIVATE_4 = tuple(
    map(
        IPv4Network,
        (
            *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
            *("192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24"),
            *("192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24"),
            *("224.0.0.0/4", "240.0.0.0/4"),
            "168.63.129.16/32",  # public by its number, but it answers only machines inside one cloud
        ),
    )
)
_PUBLIC_6 = IPv6Network("2000::/3")
_PRIVATE_6 = tuple(
    map(
        IPv6Network,
        (
            "2001::/23",  # Teredo, ORCHID and other protocols' own
            *("2001:db8::/32", "3fff::/20"),  # documentation
            "2002::/16",  # 6to4: any IPv4 address inside
            *("2620:4f:8000::/48", "2001:4:112::/48"),
        ),
    )
)
_NAT64 = IPv6Network("64:ff9b::/96")
_ISATAP = (0x0000_5EFE, 0x0200_5EFE)


@dataclass(frozen=True, slots=True)
class Address:
    """An address in its parts: `host` is ASCII, in lower case, without a trailing dot; IPv6 without brackets.

    `target` is path and query as they go over the wire. There are no credentials and no fragment.
    """

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and, where it is not the usual one, port: what the Host header says."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port, as an address."""
        return f"{self.scheme}://{self.authority}"

    def __str__(self) -> str:
        return self.origin + self.target


def parse(url: str, *, base: str | None = None) -> Address:
    """The parts of an address, or of one that is relative to `base`. Rejected `address-wrong`."""
    written = url.strip(" \t\r\n")
    if len(written) > LONGEST or _BROKEN.search(written):
        raise _wrong(written, "it is too long, or holds spaces, control characters or backslashes")
    try:
        parts = urlsplit(urljoin(base, written) if base else written)
        port = parts.port
    except ValueError as error:
        raise _wrong(written, str(error)) from error
    if parts.scheme not in _PORTS:
        raise _wrong(written, f"its scheme is {parts.scheme or 'missing'!r}")
    if "@" in parts.netloc:
        raise _wrong(written, "it holds a user name")
    host = _host(parts.netloc, written)
    port = _PORTS[parts.scheme] if port is None else port
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    if parts.query:
        target += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]|")
    return Address(parts.scheme, host, port, target)


def _host(authority: str, written: str) -> str:
    if authority.startswith("["):
        inside, bracket, rest = authority[1:].partition("]")
        if not bracket or (rest and not re.fullmatch(r":[0-9]*", rest)) or "%" in inside:
            raise _wrong(written, "its host is broken")
        try:
            return str(IPv6Address(inside))
        except ValueError as error:
            raise _wrong(written, str(error)) from error
    name, colon, port = authority.partition(":")
    if colon and not re.fullmatch("[0-9]*", port):
        raise _wrong(written, "its port is no number")
    return canonical_host(name, written)


def canonical_host(name: str, written: str | None = None) -> str:
    """A host's name or IPv4 number as it is compared and looked up. Rejected `address-wrong`."""
    written = written or name
    host = name.lower()
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True, std3_rules=True).decode("ascii")
        except (idna.IDNAError, UnicodeError) as error:
            raise _wrong(written, f"its host is no name ({error})") from error
    host = host.removesuffix(".")
    if len(host) > 253 or not _NAME.fullmatch(host):
        raise _wrong(written, "its host is no name")
    if _NUMBER.fullmatch(host.rpartition(".")[2]):
        try:
            return str(IPv4Address(host))
        except ValueError as error:
            raise _wrong(written, "its host is a number written in an odd way") from error
    return host


def _wrong(written: str, why: str) -> Rejected:
    return Rejected(
        f"{written!r:.200} is no address that is asked: {why}.",
        code="address-wrong",
        hint="Give an address like https://example.org/news/.",
    )


def same_site(one: str, other: str) -> bool:
    """Whether two hosts are one site: the same, one under the other, or both under one `www`-less name."""
    first, second = one.removeprefix("www."), other.removeprefix("www.")
    return first == second or first.endswith("." + second) or second.endswith("." + first)


def forbidden(number: str) -> str | None:
    """Why an IP address is not to be asked, or None when it is an ordinary one of the public internet."""
    try:
        address = ip_address(number)
    except ValueError:
        return "it is no IP address"
    return _forbidden_4(address) if isinstance(address, IPv4Address) else _forbidden_6(address)


def _forbidden_4(address: IPv4Address) -> str | None:
    for network in _PRIVATE_4:
        if address in network:
            return f"it stands in {network}, which is not the public internet"
    return None if address.is_global else "it is not global"


def _forbidden_6(address: IPv6Address) -> str | None:
    if address.scope_id:
        return "it names a network card"
    if address.ipv4_mapped is not None:
        return _forbidden_4(address.ipv4_mapped)
    if address in _NAT64:
        return _forbidden_4(IPv4Address(int(address) & 0xFFFF_FFFF))
    if address not in _PUBLIC_6:
        return "it stands outside 2000::/3, the public internet"
    for network in _PRIVATE_6:
        if address in network:
            return f"it stands in {network}, which is not the public internet"
    if (int(address) >> 32) & 0xFFFF_FFFF in _ISATAP:
        return _forbidden_4(IPv4Address(int(address) & 0xFFFF_FFFF))
    return None if address.is_global else "it is not global"


@dataclass(frozen=True, slots=True)
class Policy:
    """Whom Sholu asks. `allowed` are hosts, as the user named them, that are asked wherever they stand."""

    allowed: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def allowing(cls, hosts: Iterable[str]) -> "Policy":
        """A policy with these hosts allowed; each is a name or an IP number. Rejected `address-wrong`."""
        return cls(frozenset(_host(f"[{host}]" if ":" in host else host, host) for host in hosts))

    def check(self, address: Address) -> None:
        """Refuse what can be refused before the name is looked up. Rejected `address-private`."""
        if address.host in self.allowed:
            return
        if address.port not in _PORTS.values() and address.port < _FIRST_FREE_PORT:
            raise _private(address.host, f"port {address.port} is not one for web pages")
        if ":" in address.host or _NUMBER.fullmatch(address.host.rpartition(".")[2]):
            self.check_number(address.host, address.host)
        elif "." not in address.host or address.host.rpartition(".")[2] in _LOCAL_NAMES:
            raise _private(address.host, "it is a name of a local network")

    def check_number(self, host: str, number: str) -> None:
        """Refuse the IP address that `host` turned out to have. Rejected `address-private`."""
        why = forbidden(number)
        if why and host not in self.allowed:
            raise _private(host, f"{number}: {why}")


def _private(host: str, why: str) -> Rejected:
    return Rejected(
        f"{host} is not asked: {why}.",
        code="address-private",
        hint="If this machine is your own and you mean it, allow it with --allow-host.",
    )

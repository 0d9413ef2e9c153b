"""One request and its answer over a guarded connection: no manners, no memory, every failure with its own code."""

import ssl
from dataclasses import dataclass
from functools import cache

import httpcore

from sholu.errors import Rejected
from sholu.sources.web.address import Address, Policy
from sholu.sources.web.decoding import ACCEPTED, Decoder
from sholu.sources.web.manners import Manners
from sholu.sources.web.network import GuardedBackend, Meter, Resolver

_HEADERS_BYTES = 200_000
_CONNECT_S = 10.0


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered: header names in lower case; the body opened; `size` counts the body's bytes on the wire.

    Only a 200 has its body read.
    """

    status: int
    headers: dict[str, str]
    body: bytes
    size: int


@cache
def system_tls() -> ssl.SSLContext:
    """The TLS that the system trusts, loaded once."""
    return ssl.create_default_context()


@dataclass(frozen=True, slots=True)
class Exchange:
    """All that a request needs to know of its surroundings."""

    policy: Policy
    resolver: Resolver
    manners: Manners
    tls: ssl.SSLContext | None = None

    def get(self, address: Address, more: dict[str, str], most: int) -> Reply:
        """Ask for an address; `most` bounds the opened body in bytes, `more` are further headers.

        Rejected: `dns-failed`, `address-private`, `connect-failed`, `tls-failed`, `connection-lost`, `time-out`,
        `protocol-broken`, `body-short`, `too-large`, `compression-unknown`, `compression-broken`.
        """
        meter = Meter(self.manners.seconds, most + _HEADERS_BYTES)
        headers = {
            "Host": address.authority,
            "User-Agent": self.manners.user_agent,
            "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, application/json;q=0.9, */*;q=0.5",
            "Accept-Encoding": ACCEPTED,
            "Connection": "close",
            **more,
        }
        try:
            return self._get(address, headers, most, meter)
        except httpcore.TimeoutException as error:
            raise Rejected(
                f"{address.host} took too long ({str(error) or 'no byte came'}).",
                code="time-out",
                hint="It is tried again later.",
            ) from error
        except httpcore.ConnectError as error:
            raise _unconnected(address, error) from error
        except httpcore.NetworkError as error:
            raise Rejected(
                f"{address.host} hung up: {error}.", code="connection-lost", hint="It is tried again later."
            ) from error
        except (httpcore.ProtocolError, ValueError) as error:
            raise _garbled(address, error) from error

    def _get(self, address: Address, headers: dict[str, str], most: int, meter: Meter) -> Reply:
        backend = GuardedBackend(self.policy, self.resolver, meter)
        origin = httpcore.Origin(address.scheme.encode(), address.host.encode(), address.port)
        timeout = {"connect": _CONNECT_S, "read": self.manners.silence, "write": self.manners.silence}
        url = httpcore.URL(
            scheme=address.scheme.encode(),
            host=address.host.encode(),
            port=address.port,
            target=address.target.encode(),
        )
        tls = self.tls or system_tls() if address.scheme == "https" else None
        with (
            httpcore.HTTPConnection(origin, ssl_context=tls, network_backend=backend) as connection,
            connection.stream(
                "GET", url, headers=list(headers.items()), extensions={"timeout": timeout, "sni_hostname": address.host}
            ) as response,
        ):
            told = _headers(response.headers)
            if response.status != 200:
                return Reply(response.status, told, b"", 0)
            body, size = _body(response, told, most)
            return Reply(response.status, told, body, size)


def _headers(raw: list[tuple[bytes, bytes]]) -> dict[str, str]:
    """Headers by their names in lower case; of one that comes twice the first holds, as for Location it must."""
    told: dict[str, str] = {}
    for name, value in raw:
        told.setdefault(name.decode("latin-1").lower(), value.decode("latin-1"))
    return told


def _body(response: httpcore.Response, headers: dict[str, str], most: int) -> tuple[bytes, int]:
    length = headers.get("content-length", "")
    if length.isdigit() and int(length[:18]) > most:
        raise Rejected(
            f"The page announces {int(length[:18]):,} bytes; {most:,} are read at most.",
            code="too-large",
            hint="Nothing; it was not read.",
        )
    decoder = Decoder(headers.get("content-encoding", ""), most)
    parts: list[bytes] = []
    size = 0
    for chunk in response.iter_stream():
        size += len(chunk)
        parts.append(decoder.feed(chunk))
    decoder.finish()
    return b"".join(parts), size


def _unconnected(address: Address, error: httpcore.ConnectError) -> Rejected:
    cause = error.__cause__
    if isinstance(cause, ssl.SSLError):
        reason = getattr(cause, "verify_message", None) or cause.reason or "no TLS is spoken"
        return Rejected(
            f"{address.host} could not prove who it is: {reason}.",
            code="tls-failed",
            hint="Look at the site in a browser; nothing is read without a valid certificate.",
        )
    return Rejected(
        f"{address.host} cannot be reached: {error}.", code="connect-failed", hint="It is tried again later."
    )


def _garbled(address: Address, error: Exception) -> Rejected:
    if "without sending complete message body" in str(error):
        return Rejected(
            f"{address.host} sent less than it announced.", code="body-short", hint="It is tried again later."
        )
    return Rejected(
        f"{address.host} does not speak HTTP as it should: {error!s:.200}.",
        code="protocol-broken",
        hint="Look at the address in a browser; it may be no web page.",
    )

"""Connections to exactly the addresses that were checked, bounded in time and bytes from the first byte on.

A name is looked up once for each connection. All numbers that it stands for are checked, and the connection is made to
one of these numbers: the name is not looked up again, so an answer that changes in between changes nothing. The name
stays what TLS and the Host header say.
"""

import socket
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpcore

from sholu.errors import Rejected
from sholu.sources.web.address import Policy

Resolver = Callable[[str, int], Sequence[str]]
"""From a host's name and a port to the IP addresses that the name stands for."""

_TRIED = 3  # numbers of one host that are tried, when the first do not answer
_LOOK_UP_S = 10.0
_SEND_S = 10.0


def system_resolver(host: str, port: int) -> list[str]:
    """The numbers that the system's own resolver gives. OSError when it gives none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(row[4][0]) for row in found))


def look_up(resolver: Resolver, host: str, port: int, seconds: float) -> Sequence[str]:
    """What the resolver says within `seconds`. Rejected `dns-failed`."""
    answer: list[Sequence[str]] = []
    failure: list[Exception] = []

    def ask() -> None:
        try:
            answer.append(resolver(host, port))
        except (OSError, UnicodeError) as error:
            failure.append(error)

    # The system's look-up cannot be interrupted; left alone in a thread of its own, it ends when it ends.
    thread = threading.Thread(target=ask, daemon=True, name=f"look up {host}")
    thread.start()
    thread.join(seconds)
    if not answer or not answer[0]:
        why = failure[0] if failure else ("it has no address" if answer else "nobody answered in time")
        raise Rejected(
            f"The host {host} was not found: {why}.", code="dns-failed", hint="Check the name, and the network."
        )
    return answer[0]


class Meter:
    """The bounds of one request: a deadline on the monotonic clock, and how many bytes may still come."""

    def __init__(self, seconds: float, most: int) -> None:
        self.deadline = time.monotonic() + seconds
        self.left = most

    def remaining(self, limit: float | None) -> float:
        """Seconds that the next step may take; httpcore.ReadTimeout when none are left."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for this request is over")
        return left if limit is None else min(left, limit)

    def count(self, size: int) -> None:
        """Count bytes that came. Rejected `too-large`."""
        self.left -= size
        if self.left < 0:
            raise Rejected(
                "The server sends more than one page may have.",
                code="too-large",
                hint="Nothing; the rest was not read.",
            )


class GuardedStream(httpcore.NetworkStream):
    """A connection that ends at the meter's deadline however slowly bytes drip, and after its bytes."""

    def __init__(self, inner: httpcore.NetworkStream, meter: Meter) -> None:
        self._inner = inner
        self._meter = meter

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Bytes, or none at the end."""
        data = self._inner.read(max_bytes, self._meter.remaining(timeout))
        self._meter.count(len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send the request."""
        self._inner.write(buffer, self._meter.remaining(timeout or _SEND_S))

    def close(self) -> None:
        """Hang up."""
        self._inner.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted; the certificate must be the name's."""
        inner = self._inner.start_tls(ssl_context, server_hostname, self._meter.remaining(timeout))
        return GuardedStream(inner, self._meter)

    def get_extra_info(self, info: str) -> Any:
        """What the connection knows of itself."""
        return self._inner.get_extra_info(info)


class GuardedBackend(httpcore.NetworkBackend):
    """Connects to checked numbers only."""

    def __init__(self, policy: Policy, resolver: Resolver, meter: Meter) -> None:
        self._policy = policy
        self._resolver = resolver
        self._meter = meter
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to one of the numbers that `host` stands for, all of which must be allowed.

        One that is not spoils the others: an honest site has no private address. Rejected `dns-failed`,
        `address-private`; httpcore.ConnectError, ConnectTimeout.
        """
        numbers = look_up(self._resolver, host, port, self._meter.remaining(_LOOK_UP_S))
        for number in numbers:
            self._policy.check_number(host, number)
        for last, number in enumerate(numbers[:_TRIED], 1 - len(numbers[:_TRIED])):
            try:
                stream = self._inner.connect_tcp(number, port, self._meter.remaining(timeout), None, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if not last:
                    raise
            else:
                return GuardedStream(stream, self._meter)
        raise httpcore.ConnectError(f"{host} cannot be reached")

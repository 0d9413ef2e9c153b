"""The polite fetcher: from an address to what stands there, asking as a good guest does, and leaving a record."""

import random
import ssl
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from sholu.errors import Rejected
from sholu.sources.web import robots
from sholu.sources.web.address import Address, Policy, parse
from sholu.sources.web.exchange import Exchange, Reply
from sholu.sources.web.journal import Change, Journal
from sholu.sources.web.manners import PAGE_BYTES, Manners
from sholu.sources.web.network import Resolver, system_resolver
from sholu.sources.web.retry import back_off, retry_after
from sholu.sources.web.robots import Rules
from sholu.sources.web.turns import Turn, Turns

Keep = Callable[[str, Reply], Change]
"""Says how to write a page down, from where it stood in the end and what came."""

_REDIRECTS = (301, 302, 303, 307, 308)
_BUSY = (429, 503)
_FAILED_HOST = ("time-out", "connect-failed", "tls-failed", "connection-lost", "dns-failed", "protocol-broken")
_NOT_THERE = ("connect-failed", "tls-failed", "dns-failed", "address-private")
_AFTER_FAILURE = 3  # times the usual pause; one lost connection says little, the second says more

TRANSIENT = frozenset((*_FAILED_HOST, "body-short", "compression-broken", "server-failed", "robots-unreachable"))
"""Codes of failures that may be over when the address is asked another day."""

LATER = frozenset(("host-waits", "budget-spent", "stopped"))
"""Codes that say nothing of the address: it was not asked, and is to be asked by a later run."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What stands at an address. `url` is where it was found in the end; `asked` are all addresses on the way there.

    `unchanged` says that the server has nothing new since last time; then the body is empty.
    """

    url: str
    body: bytes
    headers: dict[str, str]
    asked: tuple[str, ...]
    unchanged: bool = False

    @property
    def content_type(self) -> str:
        """The kind of content that the server names, in lower case, without parameters; "" when it names none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding that the server names, if it does."""
        for part in self.headers.get("content-type", "").split(";")[1:]:
            name, _, value = part.partition("=")
            if name.strip().lower() == "charset":
                return value.strip(" \"'")[:40] or None
        return None


class Fetcher:
    """Fetches for one run; any thread may use it. `stop`, once set, ends every wait and lets no new request begin."""

    def __init__(
        self,
        journal: Journal,
        policy: Policy | None = None,
        manners: Manners | None = None,
        *,
        resolver: Resolver = system_resolver,
        stop: threading.Event | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.journal = journal
        self.manners = manners or Manners()
        self.policy = policy or Policy()
        self.stop = stop or threading.Event()
        self._exchange = Exchange(self.policy, resolver, self.manners, tls)
        self._turns = Turns(journal, self.manners, self.stop)
        self._rules: dict[str, Rules] = {}
        self._origins: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._lock = threading.Lock()

    def fetch(
        self, url: str, *, most: int = PAGE_BYTES, conditional: bool = False, keep: Keep | None = None
    ) -> Fetched:
        """What stands at `url`, at most `most` bytes of it; `conditional` asks only for what is new since last time.

        `keep` writes what came into the journal, in the transaction that ends the request: then no stop, however
        sudden, makes the same page be asked for twice.

        Every address on the way is checked, and asked only as its site's robots.txt allows. Rejected with a code: see
        `exchange`, `address`, `turns`, and `robots-disallowed`, `robots-unreachable`, `redirect-loop`,
        `redirect-broken`, `page-gone`, `page-forbidden`, `page-failed`, `server-failed`, `host-busy`.
        """
        address = parse(url)
        asked: list[str] = []
        while True:
            if str(address) in asked or len(asked) > self.manners.redirects:
                raise Rejected(
                    f"{url:.200} leads on and on: {len(asked)} redirects, the last to {address}.",
                    code="redirect-loop",
                    hint="Open it in a browser, and give the address that it ends at.",
                )
            asked.append(str(address))
            self.policy.check(address)
            self._permit(address)
            validators = self.journal.validators(str(address)) if conditional else {}
            reply = self._ask(address, validators, most, keep)
            if reply.status in _REDIRECTS:
                address = onward(address, reply)
            elif reply.status == 304 and validators:
                return Fetched(str(address), b"", reply.headers, tuple(asked), unchanged=True)
            elif reply.status == 200:
                return Fetched(str(address), reply.body, reply.headers, tuple(asked))
            else:
                raise _refusal(address, reply.status)

    def refusal(self, url: str) -> Rejected | None:
        """Why an address would not even be asked, if so: what it is, where it stands, or its site's robots.txt."""
        try:
            address = parse(url)
            self.policy.check(address)
            self._permit(address)
        except Rejected as error:
            return error
        return None

    def rules(self, address: Address) -> Rules:
        """The rules for robots of an address's origin, from memory, from the journal or from the site."""
        origin = address.origin
        with self._lock:
            lock = self._origins[origin]
        with lock:
            known = self._rules.get(origin) or self.journal.rules(origin)
            if known is None or known.until < time.time():
                known = self._ask_rules(address, known)
                self.journal.keep_rules(origin, known)
            self._rules[origin] = known
            return known

    def _permit(self, address: Address) -> None:
        rules = self.rules(address)
        if rules.kind == "closed":
            raise Rejected(
                f"{address.host} does not answer when asked for its robots.txt, so nothing else is asked.",
                code="robots-unreachable",
                hint="It is tried again in an hour.",
            )
        if not rules.allow(address):
            raise Rejected(
                f"{address.host} asks robots not to read {address.target:.100}.",
                code="robots-disallowed",
                hint="Ask the site's owner, or save the page in a browser and add the file.",
            )

    def _ask_rules(self, address: Address, before: Rules | None) -> Rules:
        """robots.txt, through at most five redirects."""
        place = replace(address, target="/robots.txt")
        status: int | None = None
        body = b""
        try:
            for _ in range(6):
                self.policy.check(place)
                reply = self._ask(place, {}, robots.LARGEST)
                status, body = reply.status, reply.body
                if status not in _REDIRECTS:
                    break
                place = onward(place, reply)
        except Rejected as error:
            if error.code in LATER or (error.code in _NOT_THERE and place.host == address.host):
                raise  # the page itself would end in the same way
            # Rules that are too long or lead nowhere are none; those of a server that fails may be there.
            status = None if error.code in TRANSIENT or error.code == "too-large" else 404
        return robots.from_reply(status, body, time.time(), before)

    def _ask(self, address: Address, more: dict[str, str], most: int, keep: Keep | None = None) -> Reply:
        """One request in its host's turn, written down before and after."""
        known = self._rules.get(address.origin)
        pause = max(self.manners.delay, known.delay if known else 0.0)
        # With and without www. it is mostly the same machine, and it shall not have us twice.
        with self._turns.of(address.host.removeprefix("www.")) as turn:
            now = time.time()
            number = self.journal.begin(str(address), turn.host, now, now + pause)
            try:
                reply = self._exchange.get(address, more, most)
            except Rejected as error:
                self._end(turn, number, pause, error.code, failed=error.code in _FAILED_HOST)
                raise
            busy = reply.status in _BUSY
            outcome = "ok" if reply.status in (200, 304, *_REDIRECTS) else _refusal(address, reply.status).code
            asked_for = retry_after(reply.headers.get("retry-after"), time.time()) if busy else None
            also = keep(str(address), reply) if keep and reply.status == 200 else None
            self._end(turn, number, pause, outcome, failed=busy, wait=asked_for, reply=reply, also=also)
            return reply

    def _end(
        self,
        turn: Turn,
        number: int,
        pause: float,
        outcome: str,
        *,
        failed: bool,
        wait: float | None = None,
        reply: Reply | None = None,
        also: Change | None = None,
    ) -> None:
        now = time.time()
        turn.failures = turn.failures + 1 if failed else 0
        if wait is not None:
            pause = max(pause, wait)
        elif failed and outcome != "host-busy" and turn.failures == 1:
            pause *= _AFTER_FAILURE
        elif failed:
            pause = max(pause, back_off(turn.failures, random.random))
        turn.next_allowed = now + pause
        self.journal.end(
            number,
            now,
            turn.next_allowed,
            outcome,
            failures=turn.failures,
            status=reply.status if reply else None,
            size=reply.size if reply else None,
            headers=reply.headers if reply else None,
            also=also,
        )


def onward(address: Address, reply: Reply) -> Address:
    """Where a redirect leads. Rejected `redirect-broken`, `address-wrong`."""
    location = reply.headers.get("location", "")
    if not location:
        raise Rejected(
            f"{address} leads on, but does not say where.", code="redirect-broken", hint="Open it in a browser."
        )
    with suppress(UnicodeError):  # header bytes that are no ASCII are mostly UTF-8, though nobody says so
        location = location.encode("latin-1").decode("utf-8")
    return parse(location, base=str(address))


def _refusal(address: Address, status: int) -> Rejected:
    if status in (404, 410):
        return Rejected(f"There is nothing at {address} ({status}).", code="page-gone", hint="Check the address.")
    if status in (401, 402, 403, 407, 451):
        return Rejected(
            f"{address.host} does not show this page to us ({status}).",
            code="page-forbidden",
            hint="Save the page in a browser and add the file, if you may read it.",
        )
    if status in _BUSY:
        return Rejected(
            f"{address.host} asks to be left alone for a while ({status}).",
            code="host-busy",
            hint="It is asked again later, as it says.",
        )
    if status >= 500:
        return Rejected(f"{address.host} failed ({status}).", code="server-failed", hint="It is tried again later.")
    return Rejected(f"{address.host} answered {status}.", code="page-failed", hint="Open the address in a browser.")

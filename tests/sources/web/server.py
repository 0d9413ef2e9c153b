"""A server on loopback that misbehaves: each path in its own way, byte by byte as the test wants it."""

import gzip
import socket
import struct
import threading
import time
import zlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import brotli

from tests.sources.packing import zstd

PAGE = b"<html><head><title>Bridge</title></head><body><p>The mayor opened a bridge.</p></body></html>"
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"


@dataclass
class Caller:
    """One request, and the connection to answer on."""

    socket: socket.socket
    host: str
    path: str
    headers: dict[str, str]
    server: "Server"

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def page(self, body: bytes = PAGE, *, status: str = "200 OK", type: str = "text/html", **headers: str) -> None:
        lines = [f"HTTP/1.1 {status}", f"Content-Type: {type}", f"Content-Length: {len(body)}"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        self.send("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body)

    def to(self, location: bytes | str, status: str = "302 Found") -> None:
        place = location.encode() if isinstance(location, str) else location
        self.send(f"HTTP/1.1 {status}\r\nContent-Length: 0\r\nLocation: ".encode() + place + b"\r\n\r\n")

    def drip(self, data: bytes, seconds: float = 0.05) -> None:
        while True:
            for byte in data:
                self.send(bytes([byte]))
                time.sleep(seconds)

    def flood(self, data: bytes) -> None:
        block = data * (65_536 // len(data) + 1)
        while True:
            self.send(block)

    def reset(self) -> None:
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()


Answer = Callable[[Caller], None]


@dataclass
class Seen:
    """A request as the server saw it; `at` is on the monotonic clock."""

    host: str
    path: str
    headers: dict[str, str]
    at: float
    ended: float = 0.0


@dataclass
class Server:
    """Answers `answers[path]`, `answers["*"]` for paths that it does not know, else 404; robots.txt is a path too."""

    answers: dict[str, Answer] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)
    busiest: Counter[str] = field(default_factory=Counter)
    _now: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.port: int = self.socket.getsockname()[1]
        self._lock = threading.Lock()
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        self.socket.close()

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [seen.path for seen in self.seen]

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        connection.settimeout(10)
        host = ""
        try:
            raw = b""
            while b"\r\n\r\n" not in raw:
                data = connection.recv(65_536)
                if not data:
                    return
                raw += data
            first, *lines = raw.split(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            host, path = headers.get("host", "").partition(":")[0], first.split(" ")[1]
            seen = Seen(host, path, headers, time.monotonic())
            with self._lock:
                self.seen.append(seen)
                self._now[host] += 1
                self.busiest[host] = max(self.busiest[host], self._now[host])
            try:
                answer = self.answers.get(path) or self.answers.get("*") or not_found
                answer(Caller(connection, host, path, headers, self))
            finally:
                with self._lock:
                    seen.ended = time.monotonic()
                    self._now[host] -= 1
        except OSError:
            pass  # the client had enough
        finally:
            connection.close()


def not_found(caller: Caller) -> None:
    caller.page(b"nothing", status="404 Not Found")


def gone_after(seconds: int) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


def bomb(size: int = 60_000_000) -> bytes:
    return gzip.compress(bytes(size), 9)


def wide_window() -> bytes:
    """A small page that makes its reader hold 128 MB."""
    options = {zstd.CompressionParameter.window_log: 27, zstd.CompressionParameter.content_size_flag: 0}
    packer = zstd.ZstdCompressor(options=options)
    return packer.compress(PAGE, packer.FLUSH_BLOCK) + packer.flush()


def raw_deflate(data: bytes) -> bytes:
    engine = zlib.compressobj(9, zlib.DEFLATED, -15)
    return engine.compress(data) + engine.flush()


def compressed(body: bytes, name: str) -> Answer:
    return lambda caller: caller.page(body, Content_Encoding=name)


def bytes_of(*parts: bytes) -> Answer:
    return lambda caller: caller.send(b"".join(parts))


def then(answer: bytes, action: Callable[[Caller], None]) -> Answer:
    def both(caller: Caller) -> None:
        caller.send(answer)
        action(caller)

    return both


def status(line: str, **headers: str) -> Answer:
    return lambda caller: caller.page(b"no", status=line, **headers)


def to(location: bytes | str, line: str = "302 Found") -> Answer:
    return lambda caller: caller.to(location, line)


def onward(caller: Caller) -> None:
    number = int(caller.path.rpartition("/")[2] or 0)
    caller.to(f"/on/{number + 1}")


def onward_from(number: int) -> Answer:
    return lambda caller: caller.to(f"/on/{number}")


FINE = "ok"

BEHAVIOURS: dict[str, tuple[Answer, str]] = {
    # path: how it is answered, and the code that the fetcher must end with
    "/plain": (lambda caller: caller.page(), FINE),
    "/chunked": (
        bytes_of(OK, b"Transfer-Encoding: chunked\r\n\r\n", b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE)),
        FINE,
    ),
    "/until-closed": (bytes_of(OK, b"\r\n", PAGE), FINE),
    "/http-1.0": (bytes_of(b"HTTP/1.0 200 OK\r\n\r\n", PAGE), FINE),
    "/gzip": (compressed(gzip.compress(PAGE), "gzip"), FINE),
    "/gzip-in-parts": (compressed(gzip.compress(PAGE[:20]) + gzip.compress(PAGE[20:]), "gzip"), FINE),
    "/gzip-with-padding": (compressed(gzip.compress(PAGE) + bytes(50), "gzip"), FINE),
    "/gzip-twice": (compressed(gzip.compress(gzip.compress(PAGE)), "gzip, gzip"), FINE),
    "/brotli": (compressed(brotli.compress(PAGE), "br"), FINE),
    "/brotli-in-gzip": (compressed(gzip.compress(brotli.compress(PAGE)), "br, gzip"), FINE),
    "/zstd": (compressed(zstd.compress(PAGE), "zstd"), FINE),
    "/zstd-in-parts": (compressed(zstd.compress(PAGE[:20]) + zstd.compress(PAGE[20:]), "zstd"), FINE),
    "/zstd-with-padding": (compressed(zstd.compress(PAGE) + bytes(50), "zstd"), FINE),
    "/deflate": (compressed(zlib.compress(PAGE), "deflate"), FINE),
    "/deflate-bare": (compressed(raw_deflate(PAGE), "deflate"), FINE),
    "/longer-than-announced": (bytes_of(OK, b"Content-Length: %d\r\n\r\n" % len(PAGE), PAGE, b"HTTP/1.1 200 OK"), FINE),
    "/cookies": (bytes_of(OK, b"Set-Cookie: a=b\r\n" * 500, b"Content-Length: %d\r\n\r\n" % len(PAGE), PAGE), FINE),
    "/hints-first": (bytes_of(b"HTTP/1.1 103 Early Hints\r\n\r\n", OK, b"\r\n", PAGE), FINE),
    "/moved-nearby": (to("plain?"), FINE),
    "/moved-for-good": (to("/plain", "308 Permanent Redirect"), FINE),
    "/moved-to-letters": (to("/новости".encode()), FINE),
    "/shorter-than-announced": (bytes_of(OK, b"Content-Length: 5000\r\n\r\n", PAGE), "body-short"),
    "/chunks-end-early": (bytes_of(OK, b"Transfer-Encoding: chunked\r\n\r\n", b"ffff\r\n", PAGE), "body-short"),
    "/chunk-size-wrong": (bytes_of(OK, b"Transfer-Encoding: chunked\r\n\r\n", b"much\r\n", PAGE), "protocol-broken"),
    "/length-negative": (bytes_of(OK, b"Content-Length: -5\r\n\r\n", PAGE), "protocol-broken"),
    "/two-lengths": (bytes_of(OK, b"Content-Length: 5\r\nContent-Length: 9\r\n\r\n", PAGE), "protocol-broken"),
    "/huge-announced": (bytes_of(OK, b"Content-Length: 99999999999\r\n\r\n", PAGE), "too-large"),
    "/endless": (then(OK + b"\r\n", lambda caller: caller.flood(b"news ")), "too-large"),
    "/endless-chunks": (
        then(
            OK + b"Transfer-Encoding: chunked\r\n\r\n",
            lambda caller: caller.flood(b"1000\r\n" + b"news" * 1024 + b"\r\n"),
        ),
        "too-large",
    ),
    "/gzip-bomb": (compressed(bomb(), "gzip"), "too-large"),
    "/gzip-bomb-in-bomb": (compressed(gzip.compress(bomb()), "gzip, gzip"), "too-large"),
    "/gzip-bomb-in-parts": (compressed(gzip.compress(bytes(900_000)) * 50, "gzip"), "too-large"),
    "/deflate-bomb": (compressed(zlib.compress(bytes(60_000_000), 9), "deflate"), "too-large"),
    "/gzip-cut": (compressed(gzip.compress(PAGE)[:-12], "gzip"), "compression-broken"),
    "/gzip-garbage": (compressed(b"\x1f\x8b\x08\x00" + b"garbage " * 20, "gzip"), "compression-broken"),
    "/no-gzip-at-all": (compressed(PAGE, "gzip"), "compression-broken"),
    "/brotli-bomb": (compressed(brotli.compress(bytes(60_000_000), quality=5), "br"), "too-large"),
    "/brotli-bomb-in-gzip": (
        compressed(gzip.compress(brotli.compress(bytes(60_000_000), quality=5)), "br, gzip"),
        "too-large",
    ),
    "/brotli-cut": (compressed(brotli.compress(PAGE)[:-9], "br"), "compression-broken"),
    "/brotli-garbage": (compressed(b"garbage " * 20, "br"), "compression-broken"),
    "/zstd-bomb": (compressed(zstd.compress(bytes(60_000_000)), "zstd"), "too-large"),
    "/zstd-bomb-in-parts": (compressed(zstd.compress(bytes(900_000)) * 50, "zstd"), "too-large"),
    "/zstd-cut": (compressed(zstd.compress(PAGE)[:-9], "zstd"), "compression-broken"),
    "/zstd-garbage": (compressed(b"garbage " * 20, "zstd"), "compression-broken"),
    "/zstd-window-wide": (compressed(wide_window(), "zstd"), "compression-broken"),
    "/compress-unasked": (compressed(b"\x1f\x9d\x90hello", "compress"), "compression-unknown"),
    "/gzip-five-times": (compressed(PAGE, "gzip, gzip, gzip, gzip, gzip"), "compression-unknown"),
    "/drip-body": (then(OK + b"\r\n", lambda caller: caller.drip(PAGE)), "time-out"),
    "/drip-headers": (then(OK, lambda caller: caller.drip(b"X-A: b\r\n")), "time-out"),
    "/drip-status": (lambda caller: caller.drip(b"H"), "time-out"),
    "/silence": (lambda caller: time.sleep(3), "time-out"),
    "/silence-after-headers": (then(OK + b"\r\n", lambda caller: time.sleep(3)), "time-out"),
    "/always-continue": (lambda caller: caller.flood(b"HTTP/1.1 100 Continue\r\n\r\n"), "too-large or time-out"),
    "/drip-continue": (lambda caller: caller.drip(b"HTTP/1.1 100 Continue\r\n\r\n", 0.001), "time-out"),
    "/hang-up": (lambda caller: None, "protocol-broken"),
    "/reset": (lambda caller: caller.reset(), "connection-lost"),
    "/reset-in-body": (
        then(OK + b"Content-Length: 5000\r\n\r\n" + PAGE, lambda caller: (time.sleep(0.05), caller.reset())),
        "connection-lost",
    ),
    "/endless-headers": (then(OK, lambda caller: caller.flood(b"X-Long: header\r\n")), "protocol-broken"),
    "/endless-header": (then(OK + b"X-Long: ", lambda caller: caller.flood(b"header")), "protocol-broken"),
    "/no-http": (bytes_of(b"220 mail.example ESMTP ready\r\n"), "protocol-broken"),
    "/body-only": (bytes_of(PAGE), "protocol-broken"),
    "/zero-in-header": (bytes_of(OK, b"X-A: a\x00b\r\n\r\n", PAGE), "protocol-broken"),
    "/other-protocol": (
        bytes_of(b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"),
        "protocol-broken",
    ),
    "/status-999": (status("999 No"), "server-failed"),
    "/partial-unasked": (status("206 Partial Content", Content_Range="bytes 0-1/9"), "page-failed"),
    "/no-content": (bytes_of(b"HTTP/1.1 204 No Content\r\n\r\n"), "page-failed"),
    "/unchanged-unasked": (bytes_of(b"HTTP/1.1 304 Not Modified\r\n\r\n"), "page-failed"),
    "/missing": (status("404 Not Found"), "page-gone"),
    "/gone": (status("410 Gone"), "page-gone"),
    "/forbidden": (status("403 Forbidden"), "page-forbidden"),
    "/for-legal-reasons": (status("451 Unavailable"), "page-forbidden"),
    "/error": (status("500 Oops"), "server-failed"),
    "/busy": (status("429 Too Many", Retry_After="120"), "host-busy"),
    "/closed-for-today": (status("503 Closed", Retry_After="Wed, 21 Oct 2099 07:28:00 GMT"), "host-busy"),
    "/busy-for-ever": (status("503 Closed", Retry_After="9" * 400), "host-busy"),
    "/busy-oddly": (status("429 Too Many", Retry_After="soon"), "host-busy"),
    "/busy-in-the-past": (status("429 Too Many", Retry_After="Wed, 21 Oct 2015 07:28:00 GMT"), "host-busy"),
    "/to-itself": (to("/to-itself"), "redirect-loop"),
    "/to-itself-marked": (to("/to-itself-marked#again"), "redirect-loop"),
    "/ping": (to("/pong"), "redirect-loop"),
    "/on-and-on": (onward_from(0), "redirect-loop"),
    "/to-nowhere": (bytes_of(b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n"), "redirect-broken"),
    "/to-private": (to("http://10.0.0.1/admin"), "address-private"),
    "/to-metadata": (to("http://169.254.169.254/latest/"), "address-private"),
    "/to-localhost": (to("http://localhost/"), "address-private"),
    "/to-name-of-private": (to("http://turncoat.example/"), "address-private"),
    "/to-file": (to("file:///etc/passwd"), "address-wrong"),
    "/to-credentials": (to("http://user@127.0.0.1/"), "address-wrong"),
    "/to-odd-number": (to("http://0x7f.1/"), "address-wrong"),
    "/to-broken": (to("http://exa mple.org/"), "address-wrong"),
    "/to-unknown-host": (to("http://nowhere.example/"), "dns-failed"),
    "/to-closed-port": (to("http://shut.example:9/"), "address-private"),
}

HELPERS: dict[str, Answer] = {
    "/pong": to("/ping"),
    "/plain?": lambda caller: caller.page(),
    "/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8": lambda caller: caller.page(),
    **{f"/on/{number}": onward for number in range(50)},
}


def misbehaving() -> Server:
    return Server({path: answer for path, (answer, _) in BEHAVIOURS.items()} | HELPERS)

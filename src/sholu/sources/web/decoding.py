"""Compressed bodies opened chunk by chunk, never further than their bound."""

import sys
import zlib
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any, Protocol

from sholu.errors import Rejected

ACCEPTED = "gzip, deflate, br, zstd"
"""What requests say they understand."""

_DEEPEST = 2  # compressions around one body; some old servers compress what was compressed already
_ZLIB_OR_GZIP = 47
_RAW = -15
_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_WIDEST = 23  # 8 MB, the window that RFC 9659 allows a body packed with Zstandard; memory of its decoder goes by it


class Decoder:
    """Undoes a body's Content-Encoding; `feed` gives what became readable, `finish` checks that nothing is missing.

    Rejected: `compression-unknown`, `compression-broken`, `too-large` (more than `most` bytes come out).
    """

    def __init__(self, encoding: str, most: int) -> None:
        names = [name for part in encoding.lower().split(",") if (name := part.strip()) not in ("", "identity")]
        if len(names) > _DEEPEST or any(name not in _LAYERS for name in names):
            raise Rejected(
                f"The body is compressed as {encoding!r:.80}, which was not asked for.",
                code="compression-unknown",
                hint="Nothing; the server does not keep to what it was asked.",
            )
        self._layers = [_LAYERS[name](most) for name in reversed(names)]  # the last that was put on comes off first
        self._left = most

    def feed(self, data: bytes) -> bytes:
        """The next readable bytes."""
        for layer in self._layers:
            data = layer.feed(data)
        self._left -= len(data)
        if self._left < 0:
            raise _too_large()
        return data

    def finish(self) -> None:
        """Say that the body is over."""
        if any(layer.unfinished for layer in self._layers):
            raise Rejected(
                "The compressed body ends in the middle.", code="compression-broken", hint="It is tried again later."
            )


class _Layer(Protocol):
    @property
    def unfinished(self) -> bool: ...

    def feed(self, data: bytes) -> bytes: ...


class _Zlib:
    """gzip and deflate."""

    def __init__(self, most: int) -> None:
        self._left = most
        self._start = b""
        self._engine: zlib._Decompress | None = None

    @property
    def unfinished(self) -> bool:
        return not self._engine.eof if self._engine else bool(self._start)

    def feed(self, data: bytes) -> bytes:
        if self._engine is None:
            self._start += data
            if len(self._start) < 2:
                return b""
            data, self._start = self._start, b""
            self._engine = zlib.decompressobj(_ZLIB_OR_GZIP if _has_header(data) else _RAW)
        out: list[bytes] = []
        while data:
            if self._engine.eof:  # files joined end to end are one file; anything else behind the end is padding
                if not data.startswith(_GZIP):
                    break
                self._engine = zlib.decompressobj(_ZLIB_OR_GZIP)
            out.append(self._open(self._engine, data))
            data = self._engine.unused_data
        return b"".join(out)

    def _open(self, engine: "zlib._Decompress", data: bytes) -> bytes:
        try:
            out = engine.decompress(data, self._left + 1)
        except zlib.error as error:
            raise _damaged(error) from error
        self._left -= len(out)
        if self._left < 0 or engine.unconsumed_tail:
            raise _too_large()
        return out


class _Brotli:
    def __init__(self, most: int) -> None:
        brotli: Any = import_module("brotli")
        self._error: type[Exception] = brotli.error
        self._engine: Any = brotli.Decompressor()
        self._left = most
        self._begun = False

    @property
    def unfinished(self) -> bool:
        return self._begun and not self._engine.is_finished()

    def feed(self, data: bytes) -> bytes:
        self._begun = self._begun or bool(data)
        if not data or self._engine.is_finished():  # behind the end stands padding
            return b""
        out: list[bytes] = []
        try:
            while True:
                out.append(self._engine.process(data, output_buffer_limit=self._left + 1))
                self._left -= len(out[-1])
                if self._left < 0:
                    raise _too_large()
                if self._engine.can_accept_more_data():
                    return b"".join(out)
                data = b""
        except self._error as error:
            raise _damaged(error) from error


class _Zstandard:
    def __init__(self, most: int) -> None:
        zstd: Any = import_module("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")
        self._error: type[Exception] = zstd.ZstdError
        self._new: Callable[[], Any] = partial(
            zstd.ZstdDecompressor, options={zstd.DecompressionParameter.window_log_max: _WIDEST}
        )
        self._engine: Any = self._new()
        self._left = most
        self._begun = False

    @property
    def unfinished(self) -> bool:
        return self._begun and not self._engine.eof

    def feed(self, data: bytes) -> bytes:
        self._begun = self._begun or bool(data)
        out: list[bytes] = []
        try:
            while data or not (self._engine.eof or self._engine.needs_input):
                if self._engine.eof:
                    if not data.startswith(_ZSTD):
                        break
                    self._engine = self._new()
                out.append(self._engine.decompress(data, self._left + 1))
                self._left -= len(out[-1])
                if self._left < 0:
                    raise _too_large()
                data = self._engine.unused_data if self._engine.eof else b""
        except self._error as error:
            raise _damaged(error) from error
        return b"".join(out)


_LAYERS: dict[str, Callable[[int], _Layer]] = {
    "gzip": _Zlib,
    "x-gzip": _Zlib,
    "deflate": _Zlib,
    "br": _Brotli,
    "zstd": _Zstandard,
}


def _has_header(data: bytes) -> bool:
    """Whether data starts as gzip or zlib do: "deflate" should be zlib, but some servers send it bare."""
    return data.startswith(_GZIP) or (data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0)


def unpacked(data: bytes, most: int) -> bytes:
    """The contents of a gzip file, or `data` itself when it is none; as with a body, at most `most` bytes."""
    if not data.startswith(_GZIP):
        return data
    decoder = Decoder("gzip", most)
    out = decoder.feed(data)
    decoder.finish()
    return out


def _damaged(error: Exception) -> Rejected:
    return Rejected(
        f"The compressed body cannot be opened: {error}.", code="compression-broken", hint="It is tried again later."
    )


def _too_large() -> Rejected:
    return Rejected(
        "The server sends more than one page may have.", code="too-large", hint="Nothing; the rest was not read."
    )

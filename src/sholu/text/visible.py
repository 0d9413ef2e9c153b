"""Control characters made visible: what an article holds must not steer the terminal or the page that shows it."""

_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"}
_TABLE = _PICTURES | {0x7F: 0x2421} | dict.fromkeys(range(0x80, 0xA0), 0xFFFD)


def visible(text: str) -> str:
    """The same text with a sign in place of every control character but tab and line feed; the length stays."""
    return text.translate(_TABLE) if not text.isprintable() else text

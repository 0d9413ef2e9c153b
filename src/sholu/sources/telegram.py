"""What Telegram Desktop exports of channels and chats: result.json, or messages.html. Every post is a document."""

from collections.abc import Iterator, Mapping
from typing import Any

from sholu.errors import Rejected
from sholu.model.document import Document
from sholu.sources.given import Given
from sholu.sources.item import Found, Refusal
from sholu.text.written_dates import written_day


def is_export(data: object) -> bool:
    """Whether JSON is an export: of one chat, or of all chats of an account."""
    return isinstance(data, dict) and (_is_chat(data) or _chats(data) is not None)


def posts(data: Mapping[str, Any], where: str, given: Given) -> Iterator[Found]:
    """Every message with text, dated by its own day; service messages and pictures without words are left out.

    Refused: `message-broken` for a message that has not the shape of one, `no-posts` when no message has text.
    """
    count = 0
    for chat in [data] if _is_chat(data) else _chats(data) or []:
        for number, message in enumerate(chat["messages"], 1):
            try:
                document = _post(chat, message, given)
            except (TypeError, ValueError, KeyError, AttributeError):
                broken = Rejected("This is no message of Telegram.", code="message-broken", hint="Export it again.")
                yield Refusal(f"{where}, message {number}", broken)
                continue
            if document is not None:
                count += 1
                yield document
    if not count:
        raise Rejected(
            "No message in this export has text.", code="no-posts", hint="Export the channel with its messages."
        )


def html_posts(markup: str, where: str, given: Given) -> Iterator[Found]:
    """The same from a page of an HTML export, messages.html."""
    from lxml import html

    tree = html.document_fromstring(markup)
    channel = _text_of(tree.xpath("(//div[contains(@class,'page_header')]//div[contains(@class,'text')])[1]"))
    count = 0
    for message in tree.xpath("//div[contains(concat(' ',@class,' '),' message ')][contains(@class,'default')]"):
        text = _text_of(message.xpath("(.//div[@class='text'])[1]"))
        moment = message.xpath("string((.//div[contains(@class,'date')]/@title)[1])")
        if text:
            count += 1
            yield _document(text, channel, f"telegram-{message.get('id', '')}-{channel}", written_day(moment), given)
    if not count:
        raise Rejected(
            "No message in this export has text.", code="no-posts", hint="Export the channel with its messages."
        )


def is_html_export(markup: str) -> bool:
    """Whether a page is one of an HTML export."""
    head = markup[:200_000]
    return 'class="page_wrap"' in head and 'class="message ' in head and "js/script.js" in head


def _is_chat(data: Mapping[str, Any]) -> bool:
    messages = data.get("messages")
    return isinstance(messages, list) and "type" in data and "id" in data


def _chats(data: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    chats = data.get("chats")
    listed = chats.get("list") if isinstance(chats, dict) else None
    return [chat for chat in listed if isinstance(chat, dict) and _is_chat(chat)] if isinstance(listed, list) else None


def _post(chat: Mapping[str, Any], message: Mapping[str, Any], given: Given) -> Document | None:
    if message.get("type") != "message":
        return None
    text = _plain(message.get("text", "")).strip()
    if not text:
        return None
    day = written_day(str(message.get("date", "")))
    name = chat.get("name") or message.get("from")
    return _document(text, str(name) if name else "", f"telegram-{chat['id']}-{message['id']}", day, given)


def _document(text: str, channel: str, id: str, day: str | None, given: Given) -> Document:
    text.encode("utf-8")  # a lone surrogate is no text: ValueError
    channel = channel.encode("utf-8", "replace").decode("utf-8")
    document = Document(text, id=id, outlet=channel or None, published=day, published_basis="metadata" if day else None)
    return given.applied(document)


def _plain(text: object) -> str:
    """Text as one string: an export writes it as a string, or as a list of strings and of formatted stretches."""
    if isinstance(text, str):
        return text
    if isinstance(text, list):
        return "".join(part if isinstance(part, str) else str(part["text"]) for part in text)
    raise TypeError("neither a string nor a list")


def _text_of(elements: list[Any]) -> str:
    if not elements:
        return ""
    for line in elements[0].iter("br"):
        line.tail = "\n" + (line.tail or "")
    return "\n".join(part.strip() for part in elements[0].text_content().split("\n")).strip()

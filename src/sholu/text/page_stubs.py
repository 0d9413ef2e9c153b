"""Pages that stand where an article should be: walls for subscribers, questions about cookies, tests for robots."""

from typing import Any

from sholu.errors import Rejected
from sholu.text.page_data import Head
from sholu.text.page_furniture import page_words

_STUB = 120  # words: a page with more running text has an article, whatever stands around it


def refuse_stub(root: Any, head: Head, text: str) -> None:
    """Rejected `paywall`, `consent` or `challenge` when what was found is no article but one of these."""
    if text.count(" ") >= _STUB:
        return
    seen = " ".join(root.text_content()[:20_000].split()).lower()
    if _has("challenge", seen) and len(seen) < 3000:
        raise Rejected(
            "The page asks whether a person is reading; the article is not in it.",
            code="challenge",
            hint="Open it in a browser and save the page.",
        )
    if _has("paywall", seen) or _closed(head):
        raise Rejected(
            f"The page shows {text.count(' ') + 1 if text else 0} words and asks for a subscription.",
            code="paywall",
            hint="Save the page while logged in as a subscriber.",
        )
    if _has("consent", seen):
        raise Rejected(
            "The page asks for consent to cookies; the article is not in it.",
            code="consent",
            hint="Answer it in a browser and save the page.",
        )


def _has(kind: str, seen: str) -> bool:
    return any(phrase in seen for phrase in page_words(kind))


def _closed(head: Head) -> bool:
    return any(str(one.get("isAccessibleForFree")).lower() in ("false", "no") for one in head.objects)

"""Legal instruments: constitutions, laws, treaties and codes that are named as such."""

from sholu.reading.names.finds import RANK, Find
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.sheet import Sheet


def find_instruments(sheet: Sheet) -> list[Find]:
    """Capitalised instruments ("Criminal Code", "Treaty of X") and quoted titles behind such a noun (закон «О ...»)."""
    found: list[Find] = []
    for index in range(len(sheet.tokens)):
        if not sheet.marks(index) & Mark.LEGAL_HEAD:
            continue
        find = _quoted(sheet, index) or (_large(sheet, index) if sheet.capitalised(index) else None)
        if find is not None and (not found or find.first > found[-1].last):
            found.append(find)
    return found


def _quoted(sheet: Sheet, head: int) -> Find | None:
    """закон «О ...» or «... туралы» заңы: the noun and its title in quotation marks."""
    tokens = sheet.tokens
    if head + 1 < len(tokens) and tokens[head + 1].text in '«“"„':
        start = tokens[head + 1].start
        quote = next((quote for quote in sheet.page.quotes if quote.outer.start == start), None)
        if quote is not None and quote.outer.end - start < 200:
            return Find(
                head,
                sheet.page.token_range(quote.outer)[1] - 1,
                "legal_instrument",
                RANK["quoted"],
                head=tokens[head].lower,
            )
    if head and sheet.lexicon.tag == "kk" and tokens[head - 1].text in '»”"':
        end = tokens[head - 1].end
        quote = next((quote for quote in sheet.page.quotes if quote.outer.end == end), None)
        if quote is not None and end - quote.outer.start < 200:
            first = sheet.page.token_range(quote.outer)[0]
            return Find(first, head, "legal_instrument", RANK["quoted"], head=tokens[head].lower)
    return None


def _large(sheet: Sheet, head: int) -> Find | None:
    """The run of capitals that ends with the noun, and its "of X" or "on X"."""
    tokens = sheet.tokens
    sentence = sheet.sentence_of[head]
    first = head
    while first > sentence.first and sheet.capitalised(first - 1) and not sheet.marks(first - 1) & Mark.OPENER:
        first -= 1
    last = head
    if head + 1 < sentence.stop and tokens[head + 1].lower in sheet.lexicon.grammar["of"]:
        step = head + 2
        if step < sentence.stop and tokens[step].lower in sheet.lexicon.grammar["articles"]:
            step += 1
        while step < sentence.stop and sheet.capitalised(step):
            last = step
            step += 1
    if (first == last and head in sheet.opens) or sentence.i in sheet.titled:
        return None
    if last + 1 < sentence.stop and sheet.capitalised(last + 1) and sheet.marks(last + 1) & Mark.HEAD:
        return None  # "National Company Law Tribunal"
    if first == head and last == head and sheet.lexicon.tag != "en":
        return None
    return Find(first, last, "legal_instrument", RANK["organisation"] + 1, head=tokens[head].lower)

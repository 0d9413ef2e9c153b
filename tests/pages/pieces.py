# ruff: noqa: E501 (markup is clearer in whole lines)
"""What the lots 5 and 6 are made of: the articles of articles.toml as blocks, and the furniture around them."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from html import escape
from pathlib import Path

from tests.pages.press import MONTHS, NAMES, REMARKS, WORDS, Made

SIGNS = {"##": "h", "-": "li", ">": "quote", "?": "q", "!": "caption", "|": "row", "@": "time"}
MARKUP = {
    "p": "<p>{}</p>", "h": "<h2>{}</h2>", "li": "<li>{}</li>", "quote": "<blockquote><p>{}</p></blockquote>",
    "q": "<p><strong>{}</strong></p>", "caption": "<figure><img src='/p.jpg' alt=''><figcaption>{}</figcaption></figure>",
    "row": "<tr><td>{}</td></tr>", "time": "<h3>{}</h3>",
}  # fmt: skip
DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),  # noqa: SIM905
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье".split(),  # noqa: SIM905
    "kk": "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі".split(),  # noqa: SIM905
}
HEADLINES = {
    "en": (
        "Bakers ask for cheaper flour before winter", "A bridge in Orlovka opens two years late",
        "Rector of the mining institute steps down", "Wolves seen near the ring road again",
        "Bank lowers its rate by a quarter of a point", "Hundreds queue for the new metro cards",
        "Court frees the singer accused of hooliganism", "Snow closes three passes in the east",
        "Parliament returns the budget to committee", "Old cinema to become a library",
        "Bus drivers end their strike after eight days", "A museum buys back its own carpet",
    ),
    "ru": (
        "Пекари просят удешевить муку до зимы", "Мост в Орловке открыли с опозданием на два года",
        "Ректор горного института уходит в отставку", "У объездной дороги снова видели волков",
        "Банк снизил ставку на четверть пункта", "Сотни людей стоят за новыми картами метро",
        "Суд отпустил певца, обвинённого в хулиганстве", "Снег закрыл три перевала на востоке",
        "Парламент вернул бюджет в комитет", "Старый кинотеатр станет библиотекой",
        "Водители автобусов прекратили забастовку", "Музей выкупил собственный ковёр",
    ),
    "kk": (
        "Наубайшылар ұнды қысқа дейін арзандатуды сұрайды", "Орловкадағы көпір екі жыл кешігіп ашылды",
        "Тау-кен институтының ректоры қызметінен кетті", "Айналма жол маңында тағы қасқыр көрінді",
        "Банк мөлшерлемені ширек пайызға түсірді", "Жүздеген адам жаңа метро картасына кезекте тұр",
        "Сот бұзақылық жасады деген әншіні босатты", "Қар шығыстағы үш асуды жапты",
        "Парламент бюджетті комитетке қайтарды", "Ескі кинотеатр кітапхана болады",
        "Автобус жүргізушілері ереуілді тоқтатты", "Мұражай өз кілемін қайта сатып алды",
    ),
}  # fmt: skip
TEASERS = {
    "en": (
        "The union says that a sack has become a fifth dearer since summer and that small bakeries will close first.",
        "Nobody has been fined for the delay, the mayor's office admits, because the contract did not provide for it.",
        "He gave no reasons, but auditors had been at work in the building for more than three weeks before that.",
    ),
    "ru": (
        "В союзе говорят, что мешок с лета подорожал на пятую часть и что первыми закроются маленькие пекарни.",
        "За опоздание никого не оштрафовали, признают в мэрии, потому что договор этого не предусматривал.",
        "Причин он не назвал, но перед этим в здании больше трёх недель работали аудиторы.",
    ),
    "kk": (
        "Одақтағылар қаптың жаздан бері бестен бірге қымбаттағанын, алдымен шағын наубайханалар жабылатынын айтады.",
        "Кешіккені үшін ешкімге айыппұл салынбады, себебі келісімшартта бұл көзделмеген, деп мойындайды әкімдік.",
        "Ол себебін айтпады, бірақ оған дейін ғимаратта аудиторлар үш аптадан астам жұмыс істеген еді.",
    ),
}
TOPICS = {
    "en": ("Water", "Courts", "Roads", "Prices", "Schools", "Elections", "Weather", "Sport", "Culture", "Border"),
    "ru": ("Вода", "Суды", "Дороги", "Цены", "Школы", "Выборы", "Погода", "Спорт", "Культура", "Граница"),
    "kk": ("Су", "Сот", "Жол", "Баға", "Мектеп", "Сайлау", "Ауа райы", "Спорт", "Мәдениет", "Шекара"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """An article as a layout sets it: where and when it came out, its blocks, its neighbours."""

    language: str
    title: str
    author: str
    lead: str
    blocks: tuple[tuple[str, str], ...]
    outlet: str
    host: str
    day: date
    clock: str
    number: int

    @property
    def word(self) -> dict[str, str]:
        return WORDS[self.language]

    @property
    def month(self) -> str:
        return MONTHS[self.language][self.day.month - 1]

    @property
    def weekday(self) -> str:
        return DAYS[self.language][self.day.weekday()]

    @property
    def worded(self) -> str:
        """The day in words as a page of this language has it."""
        d = self.day
        return f"{d.year} жылғы {d.day} {self.month}" if self.language == "kk" else f"{d.day} {self.month} {d.year}"

    @property
    def stamp(self) -> str:
        """The moment for machines."""
        return f"{self.day}T{self.clock}:00+05:00"

    @property
    def site(self) -> str:
        return f"https://{self.host}"

    def pick(self, en: str, ru: str, kk: str) -> str:
        """What this language says."""
        return {"en": en, "ru": ru, "kk": kk}[self.language]

    def headline(self, number: int) -> str:
        return HEADLINES[self.language][(number + self.number) % 12]

    def teaser(self, number: int) -> str:
        return TEASERS[self.language][number % 3]

    def topic(self, number: int) -> str:
        return TOPICS[self.language][number % 10]

    def remark(self, number: int) -> str:
        return REMARKS[self.language][(number + self.number) % 6]

    def reader(self, number: int) -> str:
        return NAMES[self.language][number % 4]

    def later(self, days: int) -> date:
        return self.day + timedelta(days=days)

    def set(self, **markup: str) -> list[str]:
        """The blocks as markup, one string a block; lists and tables are wrapped at their ends."""
        out = []
        for place, (kind, text) in enumerate(self.blocks):
            block = {**MARKUP, **markup}[kind].format(escape(text, quote=False).replace(" | ", "</td><td>"))
            for inner, outer in (("li", "ul"), ("row", "table")):
                if kind == inner and inner not in markup:
                    block = f"<{outer}>" * (self.blocks[place - 1][0] != inner) + block
                    block += f"</{outer}>" * (place + 1 == len(self.blocks) or self.blocks[place + 1][0] != inner)
            out.append(block)
        return out

    def made(self, layout: str, markup: str, path: str, *, regional: bool = True, lead: bool = False,
             published: str | None = "day", clock: bool = False, author: bool = True, canonical: str | None = None,
             outlet: bool = True, updated: str | None = None, encoding: str = "utf-8") -> Made:  # fmt: skip
        """The page with its gold: `lead` says that the lead is set above the text, `clock` that the time is shown."""
        parts = [self.lead] * lead + [text.replace(" | ", " ") for kind, text in self.blocks if kind != "caption"]
        return Made(
            layout, regional, markup.encode(encoding, "xmlcharrefreplace"), self.site + path, self.language,
            "\n\n".join(parts), self.title, self.day.isoformat() if published == "day" else published,
            updated=updated, author=self.author if author else None, outlet=self.outlet if outlet else None,
            canonical=self.site + (canonical or path), clock=self.clock if clock else None,
        )  # fmt: skip


@cache
def articles() -> dict[tuple[str, str], dict[str, str]]:
    """The articles by language and kind."""
    found = tomllib.loads((Path(__file__).parent / "articles.toml").read_text(encoding="utf-8"))["article"]
    return {(one["language"], one["kind"]): one for one in found}


def piece(language: str, kind: str, number: int, outlet: str, host: str) -> Piece:
    """An article of a kind for the layout of this number."""
    one = articles()[language, kind]
    blocks = []
    for block in one["body"].strip().split("\n\n"):
        sign, _, rest = block.partition(" ")
        blocks.append((SIGNS[sign], rest) if sign in SIGNS else ("p", block))
    day = date(2026, 1, 13) + timedelta(days=(number * 17) % 290)
    return Piece(
        language, one["title"], one["author"], one["lead"], tuple(blocks), outlet, host,
        day, f"{9 + number % 12}:{(number * 7) % 60:02}".zfill(5), number,
    )  # fmt: skip

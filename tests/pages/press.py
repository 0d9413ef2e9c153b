# ruff: noqa: E501 (markup is clearer in whole lines)
"""What the pages are made of: the sample press, the furniture of pages in three languages, and dates as outlets write them."""

from dataclasses import dataclass
from datetime import date
from html import escape

from sholu.model.document import Document
from sholu.samples import documents

TODAY = date(2026, 11, 21)
"""The day on which the pages pretend to be looked at; outlets print it above everything."""

MONTHS = {
    "en": "January February March April May June July August September October November December".split(),  # noqa: SIM905
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),  # noqa: SIM905
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(),  # noqa: SIM905
}
WORDS = {
    "en": {
        "home": "Home", "news": "News", "politics": "Politics", "economy": "Economy", "contact": "Contacts",
        "about": "About us", "today": "Today is", "read_also": "Read also", "latest": "Latest news",
        "related": "Related stories", "comments": "Comments", "reply": "Reply", "published": "Published",
        "updated": "Updated", "author": "Author", "share": "Share", "tags": "Tags", "photo": "Photo",
        "subscribe": "Subscribe to our Telegram channel and be the first to know the news of the day!",
        "rights": "All rights reserved. When using materials of the site a hyperlink to the source is required.",
        "more": "Read more", "print": "Print version", "views": "Views", "popular": "Most read",
        "error": "Found a mistake? Select it and press Ctrl+Enter.",
        "address": "The press service of the ministry. Address: 12 Left Bank Street, house 3, entrance 4. "
                   "Helpline: 8 (7172) 00-00-00. The office works from Monday to Friday from 9:00 to 18:30.",
        "cookies": "We use cookies to make our site more convenient for you. By continuing to browse you agree to it.",
    },
    "ru": {
        "home": "Главная", "news": "Новости", "politics": "Политика", "economy": "Экономика", "contact": "Контакты",
        "about": "О нас", "today": "Сегодня", "read_also": "Читайте также", "latest": "Последние новости",
        "related": "Новости по теме", "comments": "Комментарии", "reply": "Ответить", "published": "Опубликовано",
        "updated": "Обновлено", "author": "Автор", "share": "Поделиться", "tags": "Теги", "photo": "Фото",
        "subscribe": "Подпишитесь на наш канал в Telegram и узнавайте новости первыми!",
        "rights": "Все права защищены. При использовании материалов гиперссылка на сайт обязательна.",
        "more": "Подробнее", "print": "Версия для печати", "views": "Просмотров", "popular": "Самое читаемое",
        "error": "Нашли ошибку? Выделите её мышью и нажмите Ctrl+Enter.",
        "address": "Пресс-служба министерства. Адрес: улица Левый берег, 12, дом 3, подъезд 4. "
                   "Телефон доверия: 8 (7172) 00-00-00. Режим работы: с понедельника по пятницу с 9:00 до 18:30.",
        "cookies": "Мы используем файлы cookie, чтобы сайт был удобнее. Оставаясь на сайте, вы соглашаетесь с этим.",
    },
    "kk": {
        "home": "Басты бет", "news": "Жаңалықтар", "politics": "Саясат", "economy": "Экономика",
        "contact": "Байланыс", "about": "Біз туралы", "today": "Бүгін", "read_also": "Оқи отырыңыз",
        "latest": "Соңғы жаңалықтар", "related": "Тақырып бойынша", "comments": "Пікірлер", "reply": "Жауап беру",
        "published": "Жарияланды", "updated": "Жаңартылды", "author": "Авторы", "share": "Бөлісу", "tags": "Тегтер",
        "photo": "Сурет", "subscribe": "Telegram арнамызға жазылып, жаңалықтарды бірінші болып біліңіз!",
        "rights": "Барлық құқықтар қорғалған. Материалдарды пайдаланғанда сайтқа сілтеме жасау міндетті.",
        "more": "Толығырақ", "print": "Басып шығару", "views": "Қаралды", "popular": "Ең көп оқылған",
        "error": "Қате таптыңыз ба? Оны белгілеп, Ctrl+Enter басыңыз.",
        "address": "Министрліктің баспасөз қызметі. Мекенжайы: Сол жағалау көшесі, 12, 3-үй, 4-кіреберіс. "
                   "Сенім телефоны: 8 (7172) 00-00-00. Жұмыс уақыты: дүйсенбіден жұмаға дейін 9:00-ден 18:30-ға дейін.",
        "cookies": "Сайтты ыңғайлы ету үшін cookie файлдарын қолданамыз. Сайтта қала отырып, оған келісесіз.",
    },
}  # fmt: skip
REMARKS = {
    "en": (
        "And who will pay for all this in the end? We will, as always, out of our own pockets and without being asked.",
        "My brother works there and says that nothing of the sort happened, everybody was at home that evening already.",
        "Well done to the journalists for writing about it. Others have kept silent for the third week running.",
        "In our district the same thing has been going on for two years and nobody has come to look at it even once!",
        "I do not believe a single word of it. Show us the documents first, and then we will talk about responsibility.",
        "Prices went up again in the bazaar today. Has anybody asked the ministry why that is so, I wonder?",
    ),
    "ru": (
        "И кто за всё это в итоге заплатит? Мы, как всегда, из своего кармана и без всякого спроса.",
        "Мой брат там работает и говорит, что ничего такого не было, все в тот вечер были уже дома.",
        "Молодцы журналисты, что написали об этом. Остальные молчат уже третью неделю подряд.",
        "У нас в районе то же самое продолжается второй год, и никто ни разу не приехал посмотреть!",
        "Не верю ни одному слову. Покажите сначала документы, а потом поговорим об ответственности.",
        "На базаре сегодня опять подняли цены. Кто-нибудь спросил у министерства, почему так, интересно?",
    ),
    "kk": (
        "Мұның бәрін ақырында кім төлейді? Әдеттегідей біз, өз қалтамыздан және ешкім сұрамай-ақ төлейміз.",
        "Менің ағам сонда жұмыс істейді, ондай ештеңе болған жоқ дейді, сол кеште бәрі үйде болыпты.",
        "Бұл туралы жазған журналистерге рақмет. Басқалары үшінші апта қатарынан үндемей отыр.",
        "Біздің ауданда да екі жылдан бері осындай жағдай, бірде-бір рет ешкім келіп көрген жоқ!",
        "Бір сөзіне де сенбеймін. Алдымен құжаттарды көрсетіңіздер, жауапкершілік туралы содан кейін сөйлесеміз.",
        "Бүгін базарда баға тағы көтерілді. Министрліктен мұның себебін біреу сұрады ма екен?",
    ),
}
NAMES = {
    "en": ("Ann Perkins", "steppe_fox", "Observer77", "Timur K."),
    "ru": ("Ольга Ремизова", "степной_волк", "Наблюдатель77", "Тимур К."),
    "kk": ("Айгүл Сапарқызы", "дала_қасқыры", "Бақылаушы77", "Тимур К."),
}


@dataclass(frozen=True, slots=True)
class Made:
    """A page as bytes, and what should come out of it; `regional` says which half of the table it counts in.

    `clock` is the hour of publication where readers see it; Sholu keeps days.
    """

    layout: str
    regional: bool
    markup: bytes
    url: str
    language: str
    text: str
    title: str
    published: str | None
    updated: str | None = None
    author: str | None = None
    outlet: str | None = None
    canonical: str | None = None
    clock: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """An article and its neighbours in the same language, for a layout to set."""

    article: Document
    number: int
    others: tuple[Document, ...]

    @property
    def language(self) -> str:
        assert self.article.language
        return self.article.language

    @property
    def word(self) -> dict[str, str]:
        return WORDS[self.language]

    @property
    def title(self) -> str:
        return escape(self.article.title or "")

    @property
    def outlet(self) -> str:
        return escape(self.article.outlet or "")

    @property
    def site(self) -> str:
        return "https://" + (self.article.url or "").split("/")[2]

    @property
    def day(self) -> date:
        return date.fromisoformat(self.article.published or "")

    @property
    def author(self) -> str:
        return NAMES[self.language][0]

    @property
    def paragraphs(self) -> list[str]:
        return [escape(part) for part in self.article.text.split("\n\n")]

    def lead(self, number: int) -> str:
        """The first paragraph of another article, as teasers print it."""
        return escape(self.others[number % len(self.others)].text.split("\n\n")[0])

    def headline(self, number: int) -> str:
        """The headline of another article."""
        return escape(self.others[number % len(self.others)].title or "")

    def remark(self, number: int) -> str:
        """What a reader wrote under the article."""
        return REMARKS[self.language][(number + self.number) % len(REMARKS[self.language])]

    def name(self, number: int) -> str:
        """A reader."""
        return NAMES[self.language][(number + 1) % 4]


def worded(day: date, language: str) -> str:
    """ "3 March 2026" in a language."""
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year}"


def stories(count: int, offset: int) -> list[Story]:
    """`count` stories, the same number in each language, of articles that others do not begin with."""
    out = []
    for language in ("en", "ru", "kk"):
        own = [one for one in documents() if one.language == language]
        for number in range(count // 3):
            at = (offset + number) % len(own)
            others = tuple(own[(at + step) % len(own)] for step in range(1, len(own)))
            out.append(Story(own[at], number, others))
    return out

"""Several words that name one deed, beside sentences in which the same words name another, or none."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Event
from sholu.reading.entities import EntityIndex
from sholu.reading.events import find_events
from sholu.reading.page import Page


def _events(tag: str, text: str) -> list[Event]:
    return find_events(Page(Document(text, published="2024-03-05"), tag), EntityIndex(), [])


def _types(tag: str, text: str) -> set[tuple[str, str | None]]:
    return {(event.type, event.mode) for event in _events(tag, text)}


@pytest.mark.parametrize(
    ("tag", "text", "type", "mode"),
    [
        ("en", "Officers bundled two students into a van near Malmo.", "COERCE", "arrest"),
        ("en", "Dockers in Split have downed tools.", "PROTEST", "strike"),
        ("en", "The rebels laid down their rifles in Gulu.", "RETREAT", "disarm"),
        ("en", "Prosecutors put out a warrant for the banker.", "THREATEN", "arrest"),
        ("en", "The chief engineer was taken off his duties.", "LEAVE_OFFICE", "dismiss"),
        ("en", "Ana Orlan is confirmed as head of the harbour office.", "TAKE_OFFICE", None),
        ("en", "The clerk went before a magistrate in Cork.", "TRY", None),
        ("en", "The bank laid off 300 workers.", "SANCTION", "discontinue"),
        ("en", "The ministers put their names to a memorandum.", "SUPPORT", None),
        ("en", "Norland gave the Sudmark consul 48 hours to leave.", "SANCTION", "expel"),
        ("en", "Fans pelted the referee with bottles.", "ASSAULT", "primitive"),
        ("en", "The envoy threw out the request for a subsidy.", "REJECT", "assist"),
        ("en", "Auditors fault the director of the mine.", "ACCUSE", "allege"),
        ("en", "Norland cancelled the visit.", "REJECT", "meet"),
        ("en", "Two nurses were kidnapped near Gulu.", "ASSAULT", "abduct"),
        ("en", "The talks broke down after an hour.", "REJECT", None),
        ("en", "Riot police were flown in from Split.", "MOBILIZE", "police"),
        ("en", "Police picked up four students near the station.", "COERCE", "arrest"),
        ("en", "Eighteen fans were given fines of 300 crowns.", "SANCTION", None),
        ("en", "Three of the clerks were later given jail time.", "SENTENCE", None),
        ("en", "The dockers went back to work.", "RETREAT", None),
        ("en", "Hackers knocked out the website of the railway.", "COERCE", "cyber"),
        ("en", "The ministry doctored the figures.", "COERCE", "misinformation"),
        ("en", "The refinery was struck by a drone.", "ASSAULT", "drone"),
        ("en", "A deputy flung a stapler at the minister.", "ASSAULT", None),
        ("en", "Youths smashed the windows of the office.", "PROTEST", "vandalize"),
        ("en", "The opposition stayed away from the vote.", "PROTEST", "boycott"),
        ("en", "The mill made 300 workers redundant.", "SANCTION", "discontinue"),
        ("en", "The trader was given four years in prison.", "SENTENCE", "prison"),
        ("en", "The charges against the trader were dropped.", "ACQUIT", None),
        ("en", "The council voted through the bill.", "LEGISLATE", None),
        ("en", "Ana Orlan steps in as acting director.", "TAKE_OFFICE", None),
        ("en", "The chief engineer was pushed out in May.", "LEAVE_OFFICE", "dismiss"),
        ("en", "The council chose Ana Orlan as its chairwoman.", "ELECT", None),
        ("en", "The guns fell silent.", "RETREAT", "ceasefire"),
        ("en", "The airline refunded the passengers.", "CONCEDE", None),
        ("en", "The fund compensated the herders.", "AID", None),
        ("en", "The company acquired a stake in the mill.", "COOPERATE", None),
        ("en", "The minister inspected the dormitories.", "CONSULT", "visit"),
        ("en", "The court issued a warrant for the banker.", "THREATEN", "arrest"),
        ("ru", "Один из налётчиков пойман у вокзала.", "COERCE", "arrest"),
        ("ru", "В Пловдиве ввели комендантский час.", "COERCE", "curfew"),
        ("ru", "Докеры Гданьска бросили работу.", "PROTEST", "strike"),
        ("ru", "Бухгалтер объявлен в розыск.", "THREATEN", "arrest"),
        ("ru", "Начальника порта отстранили от работы.", "LEAVE_OFFICE", "dismiss"),
        ("ru", "Мария Орлан стала директором завода.", "TAKE_OFFICE", None),
        ("ru", "Рабочие Гданьска держат голодовку.", "PROTEST", "hunger"),
        ("ru", "Повстанцы сложили оружие.", "RETREAT", "disarm"),
        ("ru", "Полиция пустила в ход дубинки.", "ASSAULT", "crowd-control"),
        ("ru", "Норландия отзывает своего посла.", "SANCTION", "withdraw"),
        ("ru", "Двум кассирам вменяют растрату.", "CHARGE", None),
        ("kk", "Жүргізушілер жолды жауып тастады.", "PROTEST", "obstruct"),
        ("kk", "Полиция үш жігітті бөлімге жеткізді.", "COERCE", "arrest"),
        ("kk", "Көтерілісшілер қару тастады.", "RETREAT", "disarm"),
        ("kk", "Министрлік компанияны лицензиясынан айырды.", "SANCTION", None),
        ("kk", "Марат Орлан зейнетке шықты.", "LEAVE_OFFICE", None),
        ("kk", "Норландия елшісін кері шақырды.", "SANCTION", "withdraw"),
        ("kk", "Мәжіліс түзетуді екінші оқылымда қабылдады.", "LEGISLATE", None),
        ("kk", "Полиция тұрғындарды газбен таратты.", "ASSAULT", "crowd-control"),
        ("kk", "Тұрғындар теміржолды жауып тастап, тарауға көнбеді.", "PROTEST", "obstruct"),
        ("kk", "Үш күдікті тергеу изоляторына қамалды.", "COERCE", "arrest"),
        ("kk", "Кеденшілер екі фураны ұстап қалды.", "COERCE", "seize"),
        ("kk", "Сот орындаушысы фирманың есепшоттарын бұғаттап тастады.", "COERCE", "seize"),
        ("kk", "Норландия жанармай әкелуге мораторий жариялады.", "COERCE", "restrict"),
        ("kk", "Алматыда коменданттық сағат енгізілді.", "COERCE", "curfew"),
        ("kk", "Үш ауданда төтенше жағдай режимі енгізілді.", "COERCE", "martial-law"),
        ("kk", "Реттеуші мессенджерге қолжетімділікті шектеп отыр.", "COERCE", "censor"),
        ("kk", "Он мигрант еліне күштеп қайтарылды.", "COERCE", "deport"),
        ("kk", "Көршілер арнаға су бермей қойды.", "COERCE", "withhold"),
        ("kk", "Арна әкім туралы жалған хабар таратты.", "COERCE", "misinformation"),
        ("kk", "Хакерлер министрлік сайтына шабуыл жасады.", "COERCE", "cyber"),
        ("kk", "Партия Асан Орланды қатарынан шығарды.", "SANCTION", "expel"),
        ("kk", "Норландия Париждегі елшісін кеңесу үшін шақыртып алды.", "SANCTION", "withdraw"),
        ("kk", "Банк қызметкерлерін қысқарта бастады.", "SANCTION", "discontinue"),
        ("kk", "Сот оны сегіз жылға бас бостандығынан айырып, мүлкін алды.", "SENTENCE", "prison"),
        ("kk", "Облыстық сот дәрігерді кінәсіз деп тапты.", "ACQUIT", None),
        ("kk", "Полиция тергеп-тексеруді бастады.", "ACCUSE", "investigate"),
        ("kk", "Норландия Судмаркқа нота тапсырды.", "ACCUSE", "disapprove"),
        ("kk", "Премьер Норландияға сапарын кейінге қалдырды.", "REJECT", "meet"),
        ("kk", "Норландия Судмаркты келіссөзге шақырды.", "REQUEST", "meet"),
        ("kk", "Полиция банкирге халықаралық іздеу жариялады.", "THREATEN", "arrest"),
        ("kk", "Депутаттар отырысқа қатысудан бас тартты.", "PROTEST", "boycott"),
        ("kk", "Жастар ескерткішті құлатты.", "PROTEST", "vandalize"),
        ("kk", "Әскер позициясын тастап шықты.", "RETREAT", "withdraw"),
        ("kk", "Жетекші кепілақыға шығарылды.", "RETREAT", "release"),
        ("kk", "Кеншілер ереуілін тоқтатты.", "RETREAT", None),
        ("kk", "Норландия санкцияларды жұмсартты.", "CONCEDE", None),
        ("kk", "Норландия шекараға қосымша күш жіберді.", "MOBILIZE", "troops"),
        ("kk", "Норландия баллистикалық зымыран ұшырды.", "MOBILIZE", "weapons"),
        ("kk", "Армия қаланы минометпен атқылап жатыр.", "ASSAULT", "heavy-weapons"),
        ("kk", "Судмарк зауытқа дрондармен соққы берді.", "ASSAULT", "drone"),
        ("kk", "Жанкешті өзін бекет алдында жарып жіберді.", "ASSAULT", "suicide-attack"),
        ("kk", "Содырлар үш сарбазды тұтқынға алды.", "ASSAULT", "abduct"),
        ("kk", "Армия химиялық қару қолданды.", "ASSAULT", "unconventional"),
        ("kk", "Асан Орлан жұмыстан қуылды.", "LEAVE_OFFICE", "dismiss"),
        ("kk", "Асан Орлан төраға лауазымына бекітілді.", "TAKE_OFFICE", None),
        ("kk", "Норландия газеті сот шешімімен жабылды.", "COERCE", "censor"),
    ],
)
def test_words_together_name_one_deed(tag: str, text: str, type: str, mode: str | None) -> None:
    assert (type, mode) in _types(tag, text), _events(tag, text)


@pytest.mark.parametrize(
    ("tag", "text", "type"),
    [
        ("en", "The company laid down new rules for its drivers.", "RETREAT"),
        ("en", "The architect put out a book about bridges.", "THREATEN"),
        ("en", "The pilot was taken off the island by helicopter.", "LEAVE_OFFICE"),
        ("en", "Villagers came home from the market late.", "COERCE"),
        ("en", "The clerk picked up the phone near the station.", "COERCE"),
        ("en", "The bakery cancelled its newsletter.", "REJECT"),
        ("en", "The storm knocked out the street lamps.", "COERCE"),
        ("en", "The nurse made two beds.", "SANCTION"),
        ("en", "The cook flung open the door.", "ASSAULT"),
        ("en", "The barrier was lifted at noon.", "ASSAULT"),
        ("en", "The dockers are going to work on the new pier.", "RETREAT"),
        ("en", "The ministry declined to comment.", "REJECT"),
        ("en", "You would not understand.", "REJECT"),
        ("en", "Ogden's shares closed yesterday at $26.", "COERCE"),
        ("en", "Doubts surrounding the plan remain.", "MOBILIZE"),
        ("en", "More gas will meet the winter shortfall.", "CONSULT"),
        ("ru", "Мария Орлан стала победительницей конкурса.", "TAKE_OFFICE"),
        ("ru", "Студенты бросили монеты в фонтан.", "PROTEST"),
        ("ru", "Завод пустил новую линию.", "ASSAULT"),
        ("kk", "Балалар мектептен үйге келді.", "TAKE_OFFICE"),
        ("kk", "Диқандар егінін суарып тастады.", "RETREAT"),
        ("kk", "Дүкен қызметкері есікті жапты.", "COERCE"),
        ("kk", "Зауыт жаңа өнім шығарды.", "SANCTION"),
        ("kk", "Полиция әкімге есеп берді.", "COERCE"),
        ("kk", "Балалар жұмысқа барды.", "CONSULT"),
        ("kk", "Оқушылар ағаш отырғызды.", "COERCE"),
        ("kk", "Асан Орлан телефон соқты.", "ASSAULT"),
        ("kk", "Жүлде Асан Орланға бұйырды.", "REQUEST"),
        ("kk", "Үкімет жаңа бағдарлама қабылдады.", "CONSULT"),
        ("kk", "Асан Орлан атысты көрді.", "ASSAULT"),
    ],
)
def test_the_same_words_apart_name_another_deed_or_none(tag: str, text: str, type: str) -> None:
    assert type not in {event.type for event in _events(tag, text)}, _events(tag, text)


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Two brokers were found not guilty by a court.", "Two brokers"),
        ("The editor was set free on Monday.", "The editor"),
        ("Anna Orlan was returned as mayor of Cork.", "Anna Orlan"),
    ],
)
def test_who_stands_before_a_passive_idiom_suffers_it(text: str, recipient: str) -> None:
    (event,) = _events("en", text)
    assert [role.text for role in event.recipients] == [recipient]

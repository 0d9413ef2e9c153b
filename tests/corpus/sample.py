"""A small annotated article that uses every kind of record."""

FRONT = """+++
id = "001-osh-market"
outlet = "Steppe Wire"
language = "en"
published = "2026-03-05"
title = "Market reopens in Osh"
topic = "economy"
event = "osh-market-2026"
note = "Invented."
+++
"""

BODY = (
    "[e1=[traders~Some forty traders] [e1!blocked] the gate of the [market:Kara-Suu market] "
    "in [osh:Osh] on [2026-03-03@Tuesday]].\n"
    '"[a1>We open [2026-03-06@tomorrow]]," [a1!said] [a1<[o1=market director [lee:Ann Lee]]]. '
    "[a2<[lee^She]] [a2!added] that "
    "[a2>[j1=the closure [j1!may] have cost traders [q1=more than $20,000]]].\n"
)

RECORDS = """traders group KG BUS
market facility KG
osh place KG
lee person KG BUS
a1 direct lee via=market on=2026-03-03
a2 indirect lee
e1 PROTEST.obstruct by=traders to="the gate" at=market on=2026-03-03 +economic
o1 lee "director" of=market current
q1 >20000 USD "cost" of=traders
j1 cause possible cause="the closure" effect="cost traders ... $20,000" -
"""

ARTICLE = f"{FRONT}{BODY}===\n{RECORDS}"

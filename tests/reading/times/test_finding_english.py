"""Golden expressions of time in English, all told on 20 January 2006, a Friday."""

import pytest

from tests.reading.times.reading import times_in

GOLDEN = [
    # calendar dates
    ("He resigned on January 11.", "January 11", "date", "2006-01-11"),
    ("The bulletin (Channel Nine, December 28) said so.", "December 28", "date", "2005-12-28"),
    ("The court met on January 19, 2004, and adjourned.", "January 19, 2004", "date", "2004-01-19"),
    ("The court met on 19 January 2004.", "19 January 2004", "date", "2004-01-19"),
    ("It opened on Friday, Jan. 13.", "Friday, Jan. 13", "date", "2006-01-13"),
    ("It happened on the 3rd of March 1999.", "the 3rd of March 1999", "date", "1999-03-03"),
    ("It will open on February 10.", "February 10", "date", "2006-02-10"),
    ("The forum sat on January 12-14.", "January 12-14", "date", "2006-01-12/2006-01-14"),
    ("The forum sat on Dec. 30-Jan. 2.", "Dec. 30-Jan. 2", "date", "2005-12-30/2006-01-02"),
    ("It was signed on 2005-11-03.", "2005-11-03", "date", "2005-11-03"),
    ("It was signed on 11/3/2005.", "11/3/2005", "date", "2005-11-03"),
    ("It was shot down last Oct. 23.", "last Oct. 23", "date", "2005-10-23"),
    ("She headed it from April 1999 to March 2005.", "April 1999", "date", "1999-04"),
    ("She headed it from April 1999 to March 2005.", "March 2005", "date", "2005-03"),
    ("In early March 2005 the roads closed.", "early March 2005", "date", "2005-03"),
    ("They won in October last year.", "October last year", "date", "2005-10"),
    ("They met in November.", "November", "date", "2005-11"),
    ("They will meet in May.", "May", "date", "2006-05"),
    ("They met last April.", "last April", "date", "2005-04"),
    ("They shall meet next June.", "next June", "date", "2006-06"),
    ("It was adopted in 2003.", "2003", "date", "2003"),
    ("It is planned for late 2007.", "late 2007", "date", "2007"),
    ("A 1996 law forbids it.", "1996", "date", "1996"),
    ("Output fell in 2004-2006.", "2004-2006", "date", "2004/2006"),
    ("Output fell in 2004-05.", "2004-05", "date", "2004/2005"),
    ("It was in the year two thousand.", "the year two thousand", "date", "2000"),
    ("It was in nineteen ninety-six.", "nineteen ninety-six", "date", "1996"),
    ("He wrote it circa 1950.", "circa 1950", "date", "1950~"),
    ("In fiscal 2005 it earned little.", "fiscal 2005", "date", "2005"),
    ("Trade grew in the 1990s.", "the 1990s", "date", "199X"),
    ("Trade grew in the mid-1970s.", "the mid-1970s", "date", "197X"),
    ("Trade grew in the nineties.", "the nineties", "date", "199X"),
    ("It was the 20th century.", "the 20th century", "date", "19XX"),
    # parts of a year
    ("Profit rose in the third quarter of 2004.", "the third quarter of 2004", "date", "2004-07/2004-09"),
    ("Third-quarter profit rose.", "Third-quarter", "date", "2005-07/2005-09"),
    ("Profit rose in Q3 2004.", "Q3 2004", "date", "2004-07/2004-09"),
    ("Profit rose in the first half of 2005.", "the first half of 2005", "date", "2005-01/2005-06"),
    ("They left in the summer of 2004.", "the summer of 2004", "date", "2004-22"),
    ("They left last fall.", "last fall", "date", "2005-23"),
    # from the day of publication
    ("Last year 30 clashes took place.", "Last year", "date", "2005"),
    ("Early last year it balked.", "Early last year", "date", "2005"),
    ("This year the budget will grow.", "This year", "date", "2006"),
    ("It is due next month.", "next month", "date", "2006-02"),
    ("It broke down last week.", "last week", "date", "2006-01-09/2006-01-15"),
    ("It opened at the end of the year.", "the end of the year", "date", "2006"),
    ("Today the house voted.", "Today", "date", "2006-01-20"),
    ("It voted the day before yesterday.", "the day before yesterday", "date", "2006-01-18"),
    ("He died two years ago.", "two years ago", "date", "2004"),
    ("He died three days ago.", "three days ago", "date", "2006-01-17"),
    ("He died six weeks ago.", "six weeks ago", "date", "2005-12-05/2005-12-11"),
    ("He died a month ago.", "a month ago", "date", "2005-12"),
    ("The minister said Wednesday it is over.", "Wednesday", "date", "2006-01-18"),
    ("The minister said Friday it is over.", "Friday", "date", "2006-01-20"),
    ("The minister will travel on Monday.", "Monday", "date", "2006-01-23"),
    ("The minister travelled last Friday.", "last Friday", "date", "2006-01-13"),
    ("They found it Tuesday night.", "Tuesday night", "time", "2006-01-17"),
    ("They found it last night.", "last night", "time", "2006-01-19"),
    ("They found it at 10 p.m. Wednesday.", "10 p.m. Wednesday", "time", "2006-01-18T22:00:00"),
    ("They found it at 7:15 p.m. on Thursday.", "7:15 p.m. on Thursday", "time", "2006-01-19T19:15:00"),
    ("They found it at noon.", "noon", "time", "2006-01-20T12:00:00"),
    ("They met on New Year's Day.", "New Year's Day", "date", "2006-01-01"),
    ("Shops closed for Christmas.", "Christmas", "date", "2005-12-25"),
    # from dates told before
    ("They met on March 3, 2004. The next day they left.", "The next day", "date", "2004-03-04"),
    ("They met on March 3, 2004. Two days later they left.", "Two days later", "date", "2004-03-05"),
    ("They met on March 3, 2004. They left that day.", "that day", "date", "2004-03-03"),
    ("They met in 1998. The following year they left.", "The following year", "date", "1999"),
    ("In the third quarter it lost less than a year earlier.", "a year earlier", "date", "2004-07/2004-09"),
    ("They met in 1998. Days later they left.", "Days later", "date", None),
    # lengths and repetitions
    ("He was given six years in prison.", "six years", "duration", "P6Y"),
    ("It took more than a year.", "a year", "duration", "P1Y"),
    ("We got it two months after the events.", "two months", "duration", "P2M"),
    ("It lasted two and a half years.", "two and a half years", "duration", "P2Y6M"),
    ("It lasted 2 1/2 years.", "2 1/2 years", "duration", "P2Y6M"),
    ("It took a minute and a half.", "a minute and a half", "duration", "PT1M30S"),
    ("It fell over the past three months.", "the past three months", "duration", "P3M"),
    ("A two-year deal was struck.", "two-year", "duration", "P2Y"),
    ("It lasted a couple of weeks.", "a couple of weeks", "duration", "P2W"),
    ("It rose in recent years.", "recent years", "duration", None),
    ("It lasted several months.", "several months", "duration", None),
    ("They meet every month.", "every month", "set", "P1M"),
    ("They meet twice a week.", "twice a week", "set", "P1W"),
    ("The daily delivery stopped.", "daily", "set", "P1D"),
    ("He is now at home.", "now", "date", None),
]


@pytest.mark.parametrize(("text", "words", "kind", "value"), GOLDEN, ids=[f"{t[1]} | {t[0][:24]}" for t in GOLDEN])
def test_reads(text: str, words: str, kind: str, value: str | None) -> None:
    assert (words, kind, value) in times_in(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "It may rain and troops march on.",
        "May we ask? March on!",
        "The second man sat in the sun.",
        "April Stone and August Reed smiled.",
        "The firm has 2000 people and 1,999 cars.",
        "It costs $2004 and 1998 km.",
        "The 27-year-old driver is 6 years old.",
        "He paid $20 million a year.",
        "The Hill Daily News sold well.",
        "She began to fall apart.",
        "It holds a quarter of the stock.",
    ],
)
def test_leaves_out_what_is_no_time(text: str) -> None:
    assert times_in(text, "en") == []

"""Kazakh titles that stand right before a name and are not its holder's: "Президент Асан Серіковті қабылдады"."""

from sholu.reading.languages.kazakh_data import kazakh_small_words
from sholu.reading.languages.morphology import features
from sholu.reading.offices.posts import Post, Posts

_OBLIQUE = frozenset({"acc", "dat", "ins", "abl"})
_FAR = 40
"""Tokens behind a name among which another subject stands."""
_STOPS = frozenset(';:«»“”"')


def does_it_itself(posts: Posts, post: Post, person_last: int) -> bool:
    """Whether a title that opens its sentence, of nothing, is the subject of what is done to who is named behind.

    "Президент Асан Серіковті әкім етіп тағайындады": the president is somebody else. Where another subject follows,
    the title is that of the name: "Министр Асан Серіковті полиция ұстады".
    """
    tokens, sentence = posts.tokens, posts.page.sentence_at(posts.tokens[post.first].start)
    if posts.tag != "kk" or post.organisation or post.body or post.country or post.status:
        return False
    if any(j not in posts.timed and tokens[j].is_word for j in range(sentence.first, post.first)):
        return False
    if features("kk", tokens[person_last].text).case not in _OBLIQUE or post.first != post.head_first:
        return False
    for j in range(person_last + 1, min(sentence.stop, person_last + _FAR)):
        if tokens[j].text in _STOPS:
            break
        named = j in posts.people_ends or j in posts.body_ends or tokens[j].lower in kazakh_small_words("bodies")
        if named and features("kk", tokens[j].text).case in ("", "nom"):
            return False
    return True


def is_owned_title(posts: Posts, post: Post, person_first: int) -> bool:
    """Whether a title in the genitive before a name says but whose something is: "президенттің Асан Серіковті"."""
    return (
        posts.tag == "kk"
        and person_first > post.head_last
        and features("kk", posts.tokens[post.head_last].lower).case == "gen"
    )


def is_put_forward(posts: Posts, person_last: int) -> bool:
    """Whether somebody is only put forward for an office: "төраға лауазымына Асан Серіковтің кандидатурасын ұсынды"."""
    after = person_last + 1
    if posts.tag != "kk" or after >= len(posts.tokens):
        return False
    return posts.tokens[after].lower.startswith(kazakh_small_words("candidacy"))

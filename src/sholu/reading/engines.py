"""The names of the engines that read."""

from typing import Literal, get_args

Engine = Literal["joined", "learned", "exact"]
"""`exact` reads by grammar and data alone, `learned` by the encoder's marks, `joined` by both."""

ENGINES: tuple[Engine, ...] = get_args(Engine)

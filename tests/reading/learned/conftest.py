"""The weights that come with Sholu."""

import pytest

from sholu.reading.learned import Weights, load_weights


@pytest.fixture(scope="session")
def weights() -> Weights:
    return load_weights()

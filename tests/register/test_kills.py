import os

import pytest

from tests.register.conftest import size
from tests.register.kills import run_kills


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is a matter of signals")
def test_two_writers_killed_at_random_moments_lose_nothing_acknowledged(tmp_path):
    tally = run_kills(tmp_path, size(80, 10_000), seed=int.from_bytes(os.urandom(4), "big"))

    assert (tally.lost, tally.torn, tally.unopenable) == ([], [], [])
    assert tally.acknowledged > 50
    assert tally.cut_short > 5, "no save was ever cut short: the kills came at the wrong moments"

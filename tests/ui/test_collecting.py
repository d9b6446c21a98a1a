"""The collector of Python: off while the desk starts, on again once it stands."""

import gc

from ui.app import collect_again


def test_the_collector_is_on_again_after_the_start():
    gc.disable()

    collect_again()

    assert gc.isenabled()
    assert gc.get_freeze_count()
    gc.unfreeze()

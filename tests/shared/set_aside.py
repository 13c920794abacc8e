"""What the collector of cycles leaves alone: ten thousand tests and what they import stay to the end, and no collection
has to go through them."""

from __future__ import annotations

import gc

_aside = False


def set_aside() -> None:
    """What there is now, unless it was set aside before and stayed so. How much that is is not asked: it is counted,
    one by one."""
    global _aside
    if not _aside:
        gc.collect()
        gc.freeze()
        _aside = True


def bring_back() -> None:
    """Somebody looks at everything; with the end of the test it is set aside again."""
    global _aside
    gc.unfreeze()
    _aside = False

"""A process that writes over what it frees, so that nothing of a customer lies in its memory when they have gone.

On Linux the C library does it when asked to (mallopt(3), M_PERTURB): Qt's strings and pictures, and all of Python's
objects where Python takes its memory from the C library, too. What a thread keeps aside for itself (its tcache) is not
written over: it is told to keep none. Both have to be there before the program starts (`environment`). Windows' heap
has no such switch.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Mapping

_M_PERTURB = -6
_BYTE = 0x5A
_TUNABLES = (f"glibc.malloc.perturb={_BYTE}", "glibc.malloc.tcache_count=0")


def write_over_what_is_freed() -> bool:
    """From now on in this process. False where the system cannot. A crash leaves no image of the memory either."""
    if sys.platform != "linux":
        return False
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    return mallopt is not None and bool(mallopt(_M_PERTURB, _BYTE))


def environment(around: Mapping[str, str]) -> dict[str, str]:
    """The environment for a process that is to do so: `around`, and where Python takes its memory from."""
    if sys.platform != "linux":
        return dict(around)
    tunables = [one for one in (around.get("GLIBC_TUNABLES", ""), *_TUNABLES) if one]
    return {"PYTHONMALLOC": "malloc", **around, "GLIBC_TUNABLES": ":".join(tunables)}

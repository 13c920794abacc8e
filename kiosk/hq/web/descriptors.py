"""How many files and connections the system lets this process open."""

from __future__ import annotations

import sys

_OTHERS = 256
"""Descriptors that HQ needs for its database, logs, snapshots and threads."""


def raise_limit() -> int | None:
    """Take as many descriptors as the system gives without asking anybody (the hard limit). How many connections there
    is room for then; None where the system has no such limit (Windows)."""
    if sys.platform == "win32":
        return None
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = hard
    if sys.platform == "darwin" and hard == resource.RLIM_INFINITY:
        wanted = 10_240  # OPEN_MAX: macOS gives no more, whatever its hard limit says
    if soft != resource.RLIM_INFINITY and (wanted == resource.RLIM_INFINITY or soft < wanted):
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            soft = wanted
        except (OSError, ValueError):  # a container may forbid it; then there is room for fewer
            soft = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    return None if soft == resource.RLIM_INFINITY else max(16, soft - _OTHERS)

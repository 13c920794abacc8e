"""A child ends with its parent, whatever ends that: the station with its watchdog, since two of them would want one
ledger; who reads a list with who asked.

Linux: the kernel kills a child whose parent has died, when the child has asked for it. Windows: a job object whose
last handle goes takes its processes along. Elsewhere the end of their connection has to do, which a hung station does
not see.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from typing import Any

_PR_SET_PDEATHSIG = 1
_KILL = 9
_KILL_ON_CLOSE = 0x2000
_PROCESS_MEMORY = 0x100
_EXTENDED_LIMITS = 9

_jobs: list[int] = []
"""Handles that live as long as this process: the system closes them at its end."""


def end_with_parent(parent: int) -> None:
    """In the station: die when the process `parent` does. Ends at once where that has died already."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, _KILL, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)


def hold_memory(memory: int, processor_s: int) -> None:
    """In a process that may be led astray: no more than `memory` bytes, and so many seconds of the processor. On
    Windows its parent says so (`end_with_me`)."""
    if sys.platform != "win32":
        import resource

        for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, processor_s)):
            hard = resource.getrlimit(what)[1]
            resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def end_with_me(child: subprocess.Popen[bytes], memory: int = 0) -> bool:
    """In the parent: `child` dies when this process does, and on Windows gets no more than `memory` bytes (0: as many
    as it wants). False where that is the child's own matter, or the system refuses."""
    if sys.platform == "win32":
        kernel: Any = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
        job = kernel.CreateJobObjectW(None, None)
        if not job:
            return False
        limits = _Limits()
        limits.basic.flags = _KILL_ON_CLOSE | (_PROCESS_MEMORY if memory else 0)
        limits.process_memory = memory
        handle = ctypes.c_void_p(job)
        done = kernel.SetInformationJobObject(handle, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
        done = done and kernel.AssignProcessToJobObject(handle, ctypes.c_void_p(int(child._handle)))
        _jobs.append(job)
        return bool(done)
    else:  # noqa: RET505  (so that the type checker passes over what is not of its platform)
        return False


class _Basic(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_set", ctypes.c_size_t),
        ("most_set", ctypes.c_size_t),
        ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class _Limits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("basic", _Basic),
        ("counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )

"""Spoken words, by what the system has: speech-dispatcher on Linux, its own voices on Windows. Another program speaks
in both; none is part of this one."""

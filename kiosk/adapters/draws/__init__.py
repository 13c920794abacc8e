"""Draws: keys that sign, beacons that are checked."""

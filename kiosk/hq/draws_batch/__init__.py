"""Batch draws at HQ: what is journalled of them, and when. Tables and what is read of them lie in `hq/draws`."""

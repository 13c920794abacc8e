"""Signed tokens in QR codes: how claims become a short text and how a scanned text is judged.

`classify` says what a scanned text is, `parser` reads and judges a token, `codec` signs one, `key_ring` holds
the keys that are believed. The form is described in `docs/tokens.md`.
"""

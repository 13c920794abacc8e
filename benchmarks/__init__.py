"""Measurements. Numbers are reckoned as the product reckons them, on one thread (`kiosk/__init__.py`)."""

import kiosk  # noqa: F401

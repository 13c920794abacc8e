"""For all tests."""

from __future__ import annotations

from hypothesis import settings

# Laws are about right and wrong; how long an example takes on a busy machine is not their matter.
settings.register_profile("kiosk", deadline=None, print_blob=True)
settings.load_profile("kiosk")

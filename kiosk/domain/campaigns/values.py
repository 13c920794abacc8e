"""How values are written in a campaign file: marks on the types of its fields, read by `protocol.campaigns.shape`.

`Money` in whole units with decimals ("59.90" is 5990 minor units), `Percent` as percent (basis points here), `Factor`
as a number ("1.5" is 15000 basis points), `Id` in small letters and digits, `Line` as one line of text.
"""

from __future__ import annotations

from typing import Annotated

Money = Annotated[int, "money"]
Percent = Annotated[int, "percent"]
Factor = Annotated[int, "factor"]
Id = Annotated[str, "id"]
Line = Annotated[str, "line"]

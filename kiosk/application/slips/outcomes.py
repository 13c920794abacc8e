"""What the use cases of paper slips are asked, and answer. Frozen; the screen shows it and knows nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.application.sales.outcomes import SaleView
from kiosk.domain.documents.brand import Brand
from kiosk.domain.scan.events import Symbology
from kiosk.domain.slips.model import BookState, SlipBook
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class SlipText:
    """What names a slip: its code as scanned, or its number as keyed in. `book`: of the slip before, which a number
    alone is taken to be of."""

    text: str
    book: str = ""
    symbology: Symbology = Symbology.UNKNOWN


@dataclass(frozen=True, slots=True)
class Written:
    """A slip as it was written. `at`: the minute; `amount`: minor units of the goods it is good for, before it took
    anything off; `by`: staff id of who wrote it; `member`: a card number, a whole phone number or a member's id, ""
    for nobody; `coupon`: the customer's own, which the slip stood for, by its number or code."""

    slip: SlipText
    at: datetime
    amount: int
    by: str
    member: str = ""
    coupon: str = ""


@dataclass(frozen=True, slots=True)
class SlipNamed:
    """A slip that can be keyed in. `name`: of what it is good for; `off`: minor units, where that does not depend on
    what was bought."""

    book: str
    number: int
    code: str
    name: LocalText
    off: int | None
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class SlipBooked:
    """Durable: the slip is a sale. `left`: how many of its book are open still."""

    sale: SaleView
    book: str
    code: str
    left: int


@dataclass(frozen=True, slots=True)
class Said:
    """Numbers of which something was declared here, when and by whom (a name)."""

    first: int
    last: int
    what: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class BookView:
    """A book as a manager sees it. `open_numbers`: ranges of what is out and of which nothing is known. `here`: this
    terminal made it; `printable`: its codes are here, or can be signed here."""

    state: BookState
    name: LocalText
    open_numbers: tuple[tuple[int, int], ...]
    said: tuple[Said, ...]
    here: bool
    printable: bool

    @property
    def book(self) -> SlipBook:
        """The book itself."""
        return self.state.book


@dataclass(frozen=True, slots=True)
class RuleView:
    """What a book may be made of here: `left` uses of this terminal's share; `most`: minor units a slip takes off at
    most; `days`: how long the book would be good."""

    id: str
    name: LocalText
    left: int
    most: int
    days: int


@dataclass(frozen=True, slots=True)
class SlipBooks:
    """All books of the store that are known here, the newest first, and what new ones may be made of."""

    books: tuple[BookView, ...]
    rules: tuple[RuleView, ...]
    currency: str

    @property
    def worst(self) -> int:
        """Minor units that all that are out can still take off."""
        return sum(view.state.worst for view in self.books)


@dataclass(frozen=True, slots=True)
class SlipSheet:
    """What is printed of a book. `codes`: of each slip, from the first number on; `brand`: the chain's."""

    book: SlipBook
    name: LocalText
    store: LocalText
    currency: str
    zone: str
    codes: tuple[str, ...]
    brand: Brand | None = None


@dataclass(frozen=True, slots=True)
class Writer:
    """Somebody who may have written a slip."""

    id: str
    name: str

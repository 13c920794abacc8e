"""What the console of a draw before a room may ask for. Each step is durable when it is answered.

Called on the database's thread; `publish_draw`, `take_hq_draw`, `send_published` may ask HQ, and `freeze_draw` may
take half a minute: these are called on the thread that waits for nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kiosk.application.draws.stage_outcomes import DrawLine, DrawPlan, Entrant, SealedEnvelope, StageView
from kiosk.application.staff.outcomes import Approval
from kiosk.domain.draws.facts import PassReason, VoidReason
from kiosk.domain.progress import Progress
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Staff


class StageApi(Protocol):
    """Use cases of the stage."""

    def stage_draws(self) -> tuple[DrawLine, ...]:
        """Draws of this stage, the newest first, then those that HQ has ready."""

    def stage_draw(self, draw: str, seq: int) -> StageView | Refusal:
        """One as it stands: what was journalled of it, and nothing that a screen remembers."""

    def freeze_draw(
        self,
        plan: DrawPlan,
        people: Sequence[Entrant],
        actor: Staff,
        progress: Progress | None = None,
        corrects: tuple[str, int] | None = None,
    ) -> StageView | Refusal:
        """Fix a list of one's own. `corrects`: a void draw and seq, whose place it takes as seq + 1. Raises Cancelled,
        and then nothing is left of it. DRAW_LIST_EMPTY, DRAW_LIST_LONG, DRAW_PRIZES_MISSING, ENVELOPE_UNREADABLE,
        ENVELOPE_KNOWN, DRAW_NOT_NOW."""

    def take_hq_draw(self, draw: str, seq: int, actor: Staff, progress: Progress | None = None) -> StageView | Refusal:
        """Bring a draw that HQ froze onto this stage, with its list. Raises Cancelled. DRAW_NOT_FROM_HQ,
        DRAW_LIST_OTHER."""

    def publish_draw(self, draw: str, seq: int, actor: Staff, witness: str = "") -> StageView | Refusal:
        """Publish list and manifest, signed by this terminal, by HQ where it can be asked, and, if a `witness` is
        named, by a key that is used this once. Again: nothing changes. DRAW_LATE after the time the manifest says."""

    def throw_dice(self, draw: str, seq: int, throws: str, actor: Staff) -> StageView | Refusal:
        """All dice so far, as digits: the last one may be taken back until the first envelope is opened."""

    def seal_envelope(self) -> SealedEnvelope:
        """A new envelope's content by this machine's chance. Nothing is kept of it."""

    def open_envelope(self, draw: str, seq: int, name: str, value: str, actor: Staff) -> StageView | Refusal:
        """What was in an envelope, as typed or scanned."""

    def take_beacon(self, draw: str, seq: int, text: str, actor: Staff) -> StageView | Refusal:
        """The round's signature as HQ told (`text` empty), as a phone's code says, or typed; then the draw is drawn."""

    def draw_winners(self, draw: str, seq: int, actor: Staff) -> StageView | Refusal:
        """Draw, once everything that makes the seed is there. Again: the same result."""

    def reveal_winners(self, draw: str, seq: int, upto: int, actor: Staff) -> StageView | Refusal:
        """The room is shown so many winners from now on; never fewer than before."""

    def pass_prize_on(
        self, draw: str, seq: int, place: int, reason: PassReason, first: Approval, second: Approval
    ) -> StageView | Refusal:
        """A winner that the room has seen does not get the prize: the next alternate does. SAME_PERSON."""

    def void_draw(
        self, draw: str, seq: int, reason: VoidReason, first: Approval, second: Approval
    ) -> StageView | Refusal:
        """Abandon a draw, as long as nobody can know its result. It stays listed."""

    def close_draw(self, draw: str, seq: int, actor: Staff) -> StageView | Refusal:
        """All winners have been shown and the evening is over."""

    def published_draw(self, draw: str, seq: int) -> bytes | Refusal:
        """The file that anybody can check, as it can be published now. DRAW_NOT_NOW for a draw of HQ's, which HQ
        publishes."""

    def send_published(self, draw: str, seq: int) -> bool:
        """Bring HQ the file of a draw of this stage's own, by the network; whether HQ has it now."""

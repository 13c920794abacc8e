"""What a customer says beside a survey's score: from the terminal to HQ, and nothing of it stays here."""

from __future__ import annotations

from kiosk.adapters.db.verify import rebuild, verify
from kiosk.application.campaigns.outcomes import ActionKind, MemberAction
from kiosk.application.registration.outcomes import Agreed, NewMember, Registered
from kiosk.application.sales.outcomes import Acted, MemberFound, Visit
from kiosk.domain.registration.policy import SERVICE
from kiosk.domain.staff.actors import Customer, Staff
from kiosk.domain.staff.roles import Role
from kiosk.hq.campaigns.commands import CampaignPublished
from tests.integration.terminal.local_hq import LocalHq
from tests.integration.terminal.visits import scan
from tests.shared.campaign_text import NAME, head
from tests.shared.file_bytes import decrypted
from tests.simulation.world import SimTerminal, World

CLERK = Staff("s-1", "林怡君", Role.CLERK)
WORDS = "店員很親切，我是住三樓的陳太太"
FILE = f"""{head("talk")}
surveys:
  - {{id: visit, name: {NAME}}}
rules:
  - {{id: told, name: {NAME}, when: {{event: survey_answered, ref: visit}}, give: [{{points: 5}}]}}
"""


def survey(till: SimTerminal) -> tuple[Visit, MemberAction]:
    new = NewMember("陳美麗", "+886912345678", (Agreed(SERVICE, "1", given=True),))
    made = till.service.register(new, CLERK)
    assert isinstance(made, Registered)
    found = scan(till, till.service.new_visit(), made.pass_token, CLERK)
    assert isinstance(found, MemberFound)
    (action,) = (one for one in till.service.actions(found.visit) if one.kind is ActionKind.SURVEY)
    return found.visit, action


def test_words_wait_for_hq_and_are_forgotten_here(world: World, hq: LocalHq, till: SimTerminal) -> None:
    done = world.hq.publish_campaign(FILE)
    assert isinstance(done, CampaignPublished), done
    till.engine.round()
    visit, action = survey(till)
    assert isinstance(till.service.act(visit, action, Customer(), 4, f" {WORDS}\n"), Acted)
    assert len(till.ledger.run(lambda tx: tx.remarks_untold(9))) == 1
    till.engine.round()
    (kept,) = world.hq.remarks("visit")
    assert (kept.text, kept.score, kept.member) == (WORDS, 4, visit.member.id if visit.member else "")
    assert till.ledger.run(lambda tx: tx.remarks_untold(9)) == []
    assert WORDS.encode() not in decrypted(till.path, till.key)
    till.stop()
    assert verify(till.path, till.key).sound
    assert rebuild(till.path, till.key).differences == {}


def test_a_score_alone_says_nothing(world: World, hq: LocalHq, till: SimTerminal) -> None:
    world.hq.publish_campaign(FILE)
    till.engine.round()
    visit, action = survey(till)
    assert isinstance(till.service.act(visit, action, Customer(), 4, " \u200b "), Acted)
    till.engine.round()
    assert world.hq.remarks() == []
    assert ("POST", "/v1/remarks", 200) not in hq.seen

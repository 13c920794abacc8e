"""Somebody registers while HQ is out of reach; when it is back, a letter lies in their mail box."""

from __future__ import annotations

from kiosk.application.registration.outcomes import Agreed, NewMember, Registered
from kiosk.domain.registration.policy import MARKETING, SERVICE
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Role
from kiosk.hq.messages.gateways import Channel
from tests.integration.terminal.local_hq import LocalHq
from tests.shared.post.mail_server import mail_server
from tests.shared.post.sms_server import Fault, sms_server
from tests.simulation.world import SimTerminal, World

CLERK = Staff("s-1", "林怡君", Role.CLERK)
NAME, PHONE, MAIL = "歐陽美麗", "+886912345678", "ouyang@example.com"


def test_the_welcome_of_somebody_registered_offline_arrives(world: World, hq: LocalHq, till: SimTerminal) -> None:
    del hq
    with mail_server() as box, sms_server() as texts:
        mail = {"host": "127.0.0.1", "port": box.port, "sender": "shop@example.tw", "tls": "none"}
        world.hq.messages.set_gateway(Channel.MAIL, mail, None, "ann")
        sms = {"url": texts.url, "json": {"to": "{to}", "text": "{text}"}, "quiet": None}
        world.hq.messages.set_gateway(Channel.SMS, sms, None, "ann")
        box.recipients, texts.faults = ["450 greylisted"], [Fault(503)]
        agreed = (Agreed(SERVICE, "1", given=True), Agreed(MARKETING, "1", given=False))
        made = till.service.register(NewMember(NAME, PHONE, agreed, email=MAIL, language="zh_CN"), CLERK)
        assert isinstance(made, Registered), made
        for _ in range(2):
            till.engine.round()
        postmen = world.hq.messages.postmen()
        for _ in range(8):
            for one in postmen:
                one.once()
            world.pass_time(200_000)
        (letter,) = box.letters
        assert box.to == [MAIL]
        assert letter["subject"].startswith("欢迎加入")
        said = letter.get_content()
        assert "欧*丽" not in said, "the name is theirs, not ours to rewrite"
        assert "歐**麗" in said
        assert made.card_no in said
        (text,) = texts.taken.values()
        assert text["to"] == PHONE
        assert made.card_no in text["text"]
        assert world.hq.messages.counts() == {"sent": 2}

"""The bridge over HTTP on loopback: its own server, spoken to by a client and by hand."""

from __future__ import annotations

import hashlib
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
import requests
import sqlcipher3.dbapi2 as sqlcipher

from kiosk.adapters.clock import SystemRandomness
from kiosk.adapters.till.actions import NO
from kiosk.adapters.till.http import ROUTES, TillServer
from kiosk.adapters.till.openapi import document, text
from kiosk.adapters.till.token import FILE, till_token
from kiosk.domain.sales.facts import SALE_COMPLETED
from kiosk.listening import PortTaken
from kiosk.protocol import till as m
from tests.integration.till.rig import TillRig
from tests.shared.rights import others_may_read
from tests.simulation.surroundings import quiet_logs
from tests.simulation.world import World

ROOT = Path(__file__).resolve().parents[3]
TOKEN = "t0ken-t0ken-t0ken-t0ken-t0ken-t0ken"
SCHEMAS = document()["components"]["schemas"]
BASKET = {"currency": "TWD", "items": [{"sku": "tea-1", "pieces": 2, "price": 20_000, "category": "tea"}]}


@dataclass
class Http:
    """Speaks to the server; every answer has to be what the OpenAPI document says."""

    rig: TillRig
    port: int
    session: requests.Session

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> requests.Response:
        raw = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        sent = {"Authorization": f"Bearer {TOKEN}", **({"Content-Type": "application/json"} if raw else {}), **headers}
        answer = self.session.request(method, f"http://127.0.0.1:{self.port}{path}", data=raw, headers=sent, timeout=60)
        said = answer.headers["Content-Type"]
        assert said == ("application/json" if answer.status_code == 200 else "application/problem+json")
        valid(answer.json(), "Transaction" if answer.status_code == 200 else "Problem")
        assert not [name for name in answer.headers if name.lower().startswith("access-control")]
        return answer

    def problem(self, status: int, method: str, path: str, body: Any = None, **headers: str) -> str:
        answer = self.ask(method, path, body, **headers)
        assert answer.status_code == answer.json()["status"] == status, answer.text
        return str(answer.json()["type"])

    def by_hand(self, request: bytes) -> bytes:
        """What comes back for these very bytes."""
        with socket.create_connection(("127.0.0.1", self.port)) as line:
            line.sendall(request)
            line.shutdown(socket.SHUT_WR)
            parts = []
            while part := line.recv(65_536):
                parts.append(part)
        return b"".join(parts)


def valid(body: Any, name: str) -> None:
    schema = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": SCHEMAS}}
    jsonschema.validate(body, schema, cls=jsonschema.Draft202012Validator)


@contextmanager
def serving(world: World) -> Iterator[Http]:
    rig = TillRig(world, threaded=True)
    server = TillServer(rig.bridge, TOKEN, 0)
    server.start()
    with requests.Session() as session:
        yield Http(rig, server.port, session)
    server.close()


@pytest.fixture(scope="module")
def http(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Http]:
    """For what leaves no trace, or only one under an id of its own."""
    with quiet_logs():
        world = World(tmp_path_factory.mktemp("world"), 1)
        with serving(world) as made:
            yield made
        world.close()


@pytest.fixture
def shop_http(world: World) -> Iterator[Http]:
    """In a shop of its own."""
    with serving(world) as made:
        yield made


@pytest.fixture
def at(request: pytest.FixtureRequest) -> str:
    """A place for a transaction that no other test has."""
    return "/v1/transactions/" + hashlib.sha256(request.node.nodeid.encode()).hexdigest()[:20]


# --- what it is for ----------------------------------------------------------------------------------


def test_a_sale_from_basket_to_cancellation(shop_http: Http) -> None:
    row = shop_http.rig.coupon()
    basket = BASKET | {"member": shop_http.rig.member.card_no, "coupons": ["rubbish"]}
    open_ = shop_http.ask("PUT", "/v1/transactions/T-1", basket).json()
    assert (open_["state"], open_["quote"]["total"]) == ("open", 35_000)
    assert open_["quote"]["lines"] == [
        {
            "sku": "tea-1",
            "pieces": 2,
            "amount": 40_000,
            "off": 5_000,
            "net": 35_000,
            "shares": [{"id": row.coupon.id, "off": 5_000}],
            "untouched": None,
        }
    ]
    (applied,) = open_["quote"]["applied"]
    assert (applied["id"], applied["kind"], applied["name"]["en"]) == (row.coupon.id, "coupon", "own")
    (left,) = open_["quote"]["not_taken"]
    assert (left["code"], left["reason"]["code"]) == ("rubbish", "not_ours")
    assert "*" in open_["quote"]["member"]["name"]
    assert shop_http.ask("GET", "/v1/transactions/T-1").json() == open_
    assert shop_http.ask("PUT", "/v1/transactions/T-1", basket).json() == open_
    paid = shop_http.ask("POST", "/v1/transactions/T-1/paid", {"total": 35_000}).json()
    assert (paid["state"], paid["sale"]["receipt"], paid["sale"]["total"]) == ("paid", "XY01-000001", 35_000)
    assert paid["sale"]["lines"] == open_["quote"]["lines"]
    assert shop_http.ask("POST", "/v1/transactions/T-1/paid", {"total": 35_000}).json() == paid
    cancelled = shop_http.ask("POST", "/v1/transactions/T-1/cancelled").json()
    assert cancelled["state"] == "cancelled"
    assert cancelled["sale"]["cancelled_at"].endswith("Z")
    assert shop_http.ask("POST", "/v1/transactions/T-1/cancelled", {}).json() == cancelled
    assert shop_http.problem(409, "PUT", "/v1/transactions/T-1", basket) == "already_cancelled"
    assert shop_http.ask("GET", "/v1/transactions/T-2").json()["state"] == "unknown"


def test_goods_of_a_sale_come_back_in_parts_each_once(shop_http: Http) -> None:
    row = shop_http.rig.coupon()
    shop_http.ask("PUT", "/v1/transactions/T-1", BASKET | {"member": shop_http.rig.member.card_no})
    place, one = "/v1/transactions/T-1/returned", {"id": "R-1", "items": [{"sku": "tea-1", "pieces": 1}]}
    assert shop_http.problem(404, "POST", place, one) == "not_paid"
    shop_http.ask("POST", "/v1/transactions/T-1/paid", {"total": 35_000})
    asked = shop_http.ask("POST", place, one | {"ask": True}).json()
    assert asked["refund"] == {"amount": 20_000, "price": 20_000, "less": [], "vouchers": {}}
    assert asked["sale"]["returned"] == 0
    assert shop_http.problem(409, "POST", place, one | {"refund": 17_500}) == "price_changed"
    done = shop_http.ask("POST", place, one | {"refund": 20_000}).json()
    assert (done["refund"], done["sale"]["returned"]) == (asked["refund"], 20_000)
    assert done["sale"]["left"] == [{"sku": "tea-1", "category": "tea", "pieces": 1, "amount": 20_000}]
    assert shop_http.ask("POST", place, one).json() == done
    answer = shop_http.ask("POST", place, one | {"id": "R-2"}).json()
    (less,) = answer["refund"]["less"]
    assert (answer["refund"]["amount"], less["id"], less["off"]) == (15_000, row.coupon.id, 5_000)
    assert shop_http.problem(409, "POST", place, one | {"id": "R-3"}) == "not_possible"
    shop_http.ask("POST", "/v1/transactions/T-1/cancelled")
    assert shop_http.problem(409, "POST", place, one | {"id": "R-4"}) == "already_cancelled"


@pytest.mark.parametrize(
    "body",
    [{}, {"id": "R"}, {"id": "R", "items": [], "amount": 0}, {"id": "R", "amount": 1, "by_category": {"tea": 1}},
     {"id": "R", "items": [{"sku": "tea-1", "pieces": 0}]}, {"id": "R", "amount": 1, "refund": 2}],
)  # fmt: skip
def test_returns_that_cannot_be(http: Http, at: str, body: dict[str, Any]) -> None:
    assert http.problem(422, "POST", f"{at}/returned", body) == "invalid"


def test_why_not_comes_with_how_things_stand(http: Http, at: str) -> None:
    http.ask("PUT", at, BASKET)
    answer = http.ask("POST", f"{at}/paid", {"total": 1})
    assert (answer.status_code, answer.json()["type"]) == (409, "price_changed")
    assert answer.json()["transaction"]["quote"]["total"] == 40_000
    assert http.problem(404, "POST", "/v1/transactions/T-9/paid", {"total": 1}) == "put_again"


def test_many_payments_at_once_sell_once(shop_http: Http, allowed_warnings: list[str]) -> None:
    allowed_warnings.append("Task queue depth")
    shop_http.rig.coupon()
    shop_http.ask("PUT", "/v1/transactions/T-1", BASKET | {"member": shop_http.rig.member.card_no})
    answers: list[str] = []

    def pay() -> None:
        with requests.Session() as session:
            answer = Http(shop_http.rig, shop_http.port, session).ask(
                "POST", "/v1/transactions/T-1/paid", {"total": 35_000}
            )
            answers.append(answer.text)

    threads = [threading.Thread(target=pay) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 12
    assert len(set(answers)) == 1
    assert len(shop_http.rig.facts(SALE_COMPLETED)) == 1


def test_a_full_disk_is_said_and_sells_nothing(shop_http: Http, monkeypatch: pytest.MonkeyPatch) -> None:
    shop_http.ask("PUT", "/v1/transactions/T-1", BASKET)

    def full(*, after: bool) -> None:
        error = sqlcipher.OperationalError("full")
        error.sqlite_errorcode, error.sqlite_errorname = 13, "SQLITE_FULL"
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(shop_http.rig.shop.till.disk, "blow", full)
        answer = shop_http.ask("POST", "/v1/transactions/T-1/paid", {"total": 40_000})
    assert (answer.status_code, answer.json()["type"], answer.headers["Retry-After"]) == (503, "disk_full", "1")
    assert shop_http.ask("POST", "/v1/transactions/T-1/paid", {"total": 40_000}).json()["state"] == "paid"
    assert len(shop_http.rig.facts(SALE_COMPLETED)) == 1


# --- who may -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", f"Bearer {TOKEN[:-1]}", f"Bearer {TOKEN}x", f"Basic {TOKEN}", TOKEN, "Bearer ÿ"]
)
def test_without_the_token_nothing_is_said_or_done(http: Http, at: str, header: str) -> None:
    answer = http.ask("PUT", at, BASKET, Authorization=header)
    assert (answer.status_code, answer.json()["type"]) == (401, "unauthorized")
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert http.ask("GET", at).json()["state"] == "unknown"


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8787", "127.0.0.1.evil.example", "[::2]", "localhost."])
def test_another_host_name_is_refused_whatever_the_token(http: Http, at: str, host: str) -> None:
    """A page of evil.example may reach 127.0.0.1 under its own name (DNS rebinding)."""
    assert http.problem(421, "GET", at, Host=host) == "wrong_host"


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:8787", "[::1]", "[::1]:8787"])
def test_this_machines_names_are_taken(http: Http, at: str, host: str) -> None:
    assert http.ask("GET", at, Host=host).status_code == 200


def test_no_host_name_at_all_is_refused(http: Http) -> None:
    request = f"GET /v1/transactions/T-1 HTTP/1.0\r\nAuthorization: Bearer {TOKEN}\r\n\r\n".encode()
    assert b"421" in http.by_hand(request).partition(b"\r\n")[0]


def test_a_browser_is_told_nothing_before_it_asks_across_origins(http: Http, at: str) -> None:
    asked = {"Origin": "http://evil.example", "Access-Control-Request-Method": "PUT", "Authorization": ""}
    assert http.problem(401, "OPTIONS", at, **asked) == "unauthorized"


def test_it_listens_on_loopback_only(http: Http) -> None:
    with pytest.raises(ConnectionRefusedError), socket.create_connection(("127.0.0.2", http.port)):
        raise AssertionError("somebody answers there")


def test_the_token_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    made = till_token(tmp_path, SystemRandomness())
    assert len(made) == 43
    assert not others_may_read(tmp_path / FILE)
    assert till_token(tmp_path, SystemRandomness()) == made
    (tmp_path / FILE).write_text("short\n", "ascii")
    assert len(till_token(tmp_path, SystemRandomness())) == 43
    (tmp_path / FILE).write_text("one-that-somebody-else-thought-of-000\n", "ascii")
    assert till_token(tmp_path, SystemRandomness()) == "one-that-somebody-else-thought-of-000"


# --- bad input ---------------------------------------------------------------------------------------

ITEM: dict[str, Any] = BASKET["items"][0]  # type: ignore[assignment]


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"{", 400, "malformed"),
        (b"\xff\xfe", 400, "malformed"),
        (b"[" * 100_000, 422, "invalid"),
        (b'{"currency": NaN}', 400, "malformed"),
        (b"null", 422, "invalid"),
        (b"[]", 422, "invalid"),
        (b'"basket"', 422, "invalid"),
        (b"{}", 422, "invalid"),
        (b"", 400, "malformed"),
        ({"currency": "TWD"}, 422, "invalid"),
        ({"currency": "twd", "amount": 1}, 422, "invalid"),
        ({"currency": "EUR", "amount": 1}, 422, "currency_mismatch"),
        ({"currency": "TWD", "amount": 0}, 422, "amount_missing"),
        ({"currency": "TWD", "amount": -1}, 422, "invalid"),
        ({"currency": "TWD", "amount": 10**12}, 422, "amount_too_large"),
        ({"currency": "TWD", "amount": 10**40}, 422, "invalid"),
        ({"currency": "TWD", "amount": 1.5}, 422, "invalid"),
        ({"currency": "TWD", "amount": "100"}, 422, "invalid"),
        ({"currency": "TWD", "amount": True}, 422, "invalid"),
        ({"currency": "TWD", "amount": 100, "by_category": {"tea": 101}}, 422, "categories_exceed_amount"),
        ({"currency": "TWD", "amount": 100, "by_category": {"tea": -1}}, 422, "invalid"),
        (BASKET | {"amount": 40_000}, 422, "invalid"),
        (BASKET | {"by_category": {"tea": 1}}, 422, "invalid"),
        (BASKET | {"memebr": "880000001"}, 422, "invalid"),
        (BASKET | {"member": "x" * 3_000}, 422, "invalid"),
        (BASKET | {"coupons": ["x"] * 51}, 422, "invalid"),
        (BASKET | {"use_points": "yes"}, 422, "invalid"),
        (BASKET | {"items": []}, 422, "invalid"),
        (BASKET | {"items": [ITEM | {"pieces": 0}]}, 422, "invalid"),
        (BASKET | {"items": [ITEM | {"pieces": 10**6}]}, 422, "invalid"),
        (BASKET | {"items": [ITEM | {"price": -1}]}, 422, "invalid"),
        (BASKET | {"items": [ITEM | {"price": 0}]}, 422, "amount_missing"),
        (BASKET | {"items": [ITEM | {"price": 10**12}]}, 422, "amount_too_large"),
        (BASKET | {"items": [ITEM | {"sku": ""}]}, 422, "invalid"),
        (BASKET | {"items": [ITEM | {"colour": "green"}]}, 422, "invalid"),
        (BASKET | {"items": [ITEM] * 1_001}, 422, "invalid"),
    ],
)
def test_a_basket_that_cannot_be_is_refused_and_forgotten(
    http: Http, at: str, body: Any, status: int, code: str
) -> None:
    headers = {} if body else {"Content-Type": "application/json"}
    assert http.problem(status, "PUT", at, body, **headers) == code
    assert http.ask("GET", at).json()["state"] == "unknown"


def test_what_was_wrong_is_said_with_its_place(http: Http, at: str) -> None:
    body = BASKET | {"items": [ITEM, ITEM | {"pieces": "two"}]}
    answer = http.ask("PUT", at, body).json()
    assert answer["detail"] == "Expected `int`, got `str` - at `$.items[1].pieces`"


def test_strange_but_possible_baskets_are_priced(http: Http, at: str) -> None:
    body = {
        "currency": "TWD",
        "items": [ITEM | {"category": "類別 \u0000 nobody knows 🫖"}, ITEM | {"price": 0, "name": "gift wrap"}],
        "coupons": ["\u0000", "\u202e🫖", "KC1:" + "A" * 1_500],
        "member": "9" * 500,
    }
    quote = http.ask("PUT", at, body).json()["quote"]
    assert (quote["total"], len(quote["lines"]), len(quote["not_taken"])) == (40_000, 2, 4)


@pytest.mark.parametrize("body", [b"", b"{}", b'{"total": "-1"}', b'{"total": 1e400}', b'{"total": 1, "tip": 1}', b"7"])
def test_payments_that_cannot_be(http: Http, at: str, body: bytes) -> None:
    http.ask("PUT", at, BASKET)
    answer = http.ask("POST", f"{at}/paid", body)
    assert answer.status_code in (400, 422)
    assert http.ask("GET", at).json()["state"] == "open"


def test_huge_bodies_are_not_read(http: Http, at: str) -> None:
    assert http.problem(413, "PUT", at, b" " * (m.MAX_BODY + 1)) == "body_too_large"
    # larger ones are refused before they are sent; the connection is of no use then
    head = f"PUT /v1/transactions/T-1 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {TOKEN}\r\n"
    assert b" 413 " in http.by_hand(f"{head}Content-Length: 1000000000000\r\n\r\n".encode()).partition(b"\r\n")[0]
    chunks = b"10000\r\n" + b" " * 65_536 + b"\r\n"
    reply = http.by_hand(f"{head}Transfer-Encoding: chunked\r\n\r\n".encode() + chunks * 5 + b"0\r\n\r\n")
    assert b" 413 " in reply.partition(b"\r\n")[0]
    assert http.ask("GET", at).json()["state"] == "unknown"


@pytest.mark.parametrize("request_line", [b"\x00\x01\x02\r\n\r\n", b"GET\r\n\r\n", b"PUT / HTTP/1.1\r\nHost\r\n\r\n"])
def test_what_is_no_http_is_answered_and_over(http: Http, at: str, request_line: bytes) -> None:
    assert http.by_hand(request_line).partition(b"\r\n")[0].startswith(b"HTTP/1.") or not http.by_hand(request_line)
    assert http.ask("GET", at).status_code == 200


def test_a_form_of_a_web_page_is_no_basket(http: Http, at: str) -> None:
    kind = {"Content-Type": "text/plain"}
    assert http.problem(415, "PUT", at, BASKET, **kind) == "wrong_content_type"


@pytest.mark.parametrize("till", ["x" * 65, "-x", "a b", "a%00b", "%E8%8C%B6", "..", "%2e%2e", "a%0d%0aSet-Cookie:x"])
def test_ids_that_are_none(http: Http, till: str) -> None:
    line = f"GET /v1/transactions/{till} HTTP/1.0\r\nHost: localhost\r\nAuthorization: Bearer {TOKEN}\r\n\r\n"
    head, _, body = http.by_hand(line.encode()).partition(b"\r\n\r\n")
    assert head.split()[1] in (b"400", b"422")
    if b"json" in head:
        assert json.loads(body)["type"] == "invalid_id"


def test_other_places_and_methods(http: Http, at: str) -> None:
    for path in ("/", "/v2/transactions/T-1", "/v1/transactions", "/v1/transactions/", "/v1/transactions/a/b/c"):
        assert http.problem(404, "GET", path) == "not_found"
    answer = http.ask("DELETE", at)
    assert (answer.status_code, answer.json()["type"], answer.headers["Allow"]) == (405, "wrong_method", "PUT, GET")
    assert http.problem(405, "GET", f"{at}/paid") == "wrong_method"


def test_a_fault_is_said_as_such_and_logged(
    http: Http, at: str, monkeypatch: pytest.MonkeyPatch, allowed_warnings: list[str]
) -> None:
    allowed_warnings.append("the till bridge failed")

    def broken(*_args: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(http.rig.bridge, "state", broken)
        assert http.problem(500, "GET", at) == "fault"
    assert http.ask("GET", at).status_code == 200


def test_a_port_that_is_taken_is_a_fault(http: Http) -> None:
    with pytest.raises(PortTaken, match="another program"):
        TillServer(http.rig.bridge, TOKEN, http.port)


def test_it_closes_before_it_was_started(http: Http) -> None:
    server = TillServer(http.rig.bridge, TOKEN, 0)
    server.close()
    with pytest.raises(ConnectionRefusedError), socket.create_connection(("127.0.0.1", server.port)):
        raise AssertionError("somebody answers there")


# --- OpenAPI -----------------------------------------------------------------------------------------


def test_the_document_is_served_and_lies_in_the_docs(http: Http) -> None:
    served = http.session.get(f"http://127.0.0.1:{http.port}/openapi.json", timeout=60)
    assert served.json() == json.loads(text())
    assert (ROOT / "docs" / "till-bridge" / "openapi.json").read_text("utf-8") == text()


def test_the_document_has_the_routes_and_nothing_else() -> None:
    told = {
        (method.upper(), path)
        for path, place in document()["paths"].items()
        for method in place
        if method != "parameters"
    }
    matched = {(method, route.pattern.replace("([^/]+)", "{id}")) for method, route, _ in ROUTES}
    assert told == matched


def test_every_code_that_is_answered_is_in_the_document() -> None:
    words = json.dumps(document())
    for no, (status, _) in NO.items():
        assert f"`{no}`" in words
        assert f'"{status}"' in words


def test_requests_in_the_schema_are_as_strict_as_the_terminal() -> None:
    valid(BASKET, "Basket")
    for bad in (BASKET | {"memebr": "x"}, BASKET | {"currency": "twd"}, BASKET | {"items": [ITEM | {"pieces": 0}]}):
        with pytest.raises(jsonschema.ValidationError):
            valid(bad, "Basket")
        with pytest.raises(msgspec.ValidationError):
            msgspec.json.decode(json.dumps(bad).encode(), type=m.Basket)

"""The OpenAPI 3.1 document of the till bridge, made from the messages themselves.

`python -m kiosk.adapters.till.openapi` prints it; docs/till-bridge/openapi.json is what it printed.
"""

from __future__ import annotations

import json
from typing import Any

import msgspec

from kiosk.protocol import till as m

_Endpoint = tuple[str, str, str, type[msgspec.Struct] | None, dict[str, str]]

_CANCELLED = "`already_cancelled`: it was paid and cancelled before; the body says so"
_ENDPOINTS: tuple[_Endpoint, ...] = (
    (
        "put",
        "/v1/transactions/{id}",
        "Price a basket; again with the same body gives the same answer, with another one prices it anew",
        m.Basket,
        {
            "409": f"`already_paid`: with the sale. {_CANCELLED}",
            "422": "`invalid`, `invalid_id`, `currency_mismatch`, `amount_missing`, `nothing_bought`, "
            "`amount_too_large`, `categories_exceed_amount`",
        },
    ),
    (
        "get",
        "/v1/transactions/{id}",
        "How a transaction stands; `unknown` where the terminal knows nothing of it",
        None,
        {"422": "`invalid_id`"},
    ),
    (
        "post",
        "/v1/transactions/{id}/paid",
        "Redeem for the total the customer pays; again gives the same sale",
        m.Paid,
        {
            "404": "`put_again`: the basket is not known (any more)",
            "409": "`price_changed`: with the price as it is now; nothing was redeemed. `approval_needed`: nothing was "
            f"redeemed. `already_paid`: for another total. {_CANCELLED}. `not_possible`: with the reason",
            "422": "`invalid`, `invalid_id`",
        },
    ),
    (
        "post",
        "/v1/transactions/{id}/returned",
        "Goods of a paid transaction came back: what is paid back for them; again with the same `id` gives the same",
        m.Returned,
        {
            "404": "`not_paid`: nothing was paid under this id",
            "409": "`manager_needed`: at the terminal. `price_changed`: `refund` is not what is paid back; nothing was "
            f"done. {_CANCELLED}. `not_possible`: with the reason",
            "422": "`invalid`, `invalid_id`",
        },
    ),
    (
        "post",
        "/v1/transactions/{id}/charged",
        "Sell a voucher of value, or put more on one; again gives the same. With `ask`: what is sold, what is on one",
        m.Charged,
        {
            "409": f"`already_paid`: something else under this id. {_CANCELLED}. `not_possible`: with the reason",
            "422": "`invalid`, `invalid_id`, `currency_mismatch`, `amount_missing`",
        },
    ),
    (
        "post",
        "/v1/transactions/{id}/cancelled",
        "Forget a basket, or undo its sale (or what was charged) as far as a clerk may; again gives the same answer",
        m.Cancelled,
        {"409": "`manager_needed`: at the terminal. `not_possible`: with the reason", "422": "`invalid`, `invalid_id`"},
    ),
)

_ALWAYS = {
    "401": "`unauthorized`: the token is missing or wrong",
    "421": "`wrong_host`: the Host header is none of localhost, 127.0.0.1, [::1]",
    "503": "The ledger cannot do its work now (`disk_full`, …): nothing was done; try again",
    "default": "Anything else",
}
_WITH_BODY = {
    "400": "`malformed`: the body is no JSON",
    "413": "`body_too_large`",
    "415": "`wrong_content_type`",
}


def document() -> dict[str, Any]:
    """The whole document, JSON-ready."""
    paths: dict[str, Any] = {}
    used: set[type[msgspec.Struct]] = {m.Transaction, m.Problem}
    for method, path, summary, request, refusals in _ENDPOINTS:
        problems = refusals | (_WITH_BODY if request is not None else {}) | _ALWAYS
        responses = {"200": {"description": "How it stands now", "content": _content(m.Transaction, m.JSON)}}
        for status in sorted(problems):
            responses[status] = {"description": problems[status], "content": _content(m.Problem, m.PROBLEM_JSON)}
        operation: dict[str, Any] = {"summary": summary, "responses": responses, "security": [{"token": []}]}
        if request is not None:
            used.add(request)
            operation["requestBody"] = {
                "required": request is not m.Cancelled,
                "content": _content(request, m.JSON),
            }
        place = paths.setdefault(path, {"parameters": [_ID]})
        place[method] = operation
    _, schemas = msgspec.json.schema_components(
        sorted(used, key=lambda kind: kind.__name__), ref_template="#/components/schemas/{name}"
    )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Till bridge",
            "version": "1",
            "description": "For a till on the same machine. Money is in minor units of the currency, instants are "
            "RFC 3339 in UTC. Answers may get more fields; requests with fields that are not listed are refused.",
        },
        "servers": [{"url": "http://127.0.0.1:{port}", "variables": {"port": {"default": "8787"}}}],
        "paths": paths,
        "components": {"schemas": schemas, "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    }


_ID: dict[str, Any] = {
    "name": "id",
    "in": "path",
    "required": True,
    "description": "The till's own id of the transaction. It is never used for another one.",
    "schema": {"type": "string", "pattern": m.ID_PATTERN},
}


def _content(kind: type[msgspec.Struct], content_type: str) -> dict[str, Any]:
    return {content_type: {"schema": {"$ref": f"#/components/schemas/{kind.__name__}"}}}


def text() -> str:
    """The document as it lies in docs/."""
    return json.dumps(document(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    print(text(), end="")

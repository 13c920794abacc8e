"""An example of a till's side of the bridge (docs/till-bridge.md): a sale that survives whatever dies in between.

    python example_client.py --url http://127.0.0.1:8787 --token-file …/till-token --member 8800000013 tea-1:2:20000:tea

Needs `requests` and nothing of the terminal. The one rule behind it: never change the id of a transaction, and ask
again until there is an answer. Asking twice does nothing twice.
"""

from __future__ import annotations

import argparse
import sys
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests
from requests.exceptions import ChunkedEncodingError

ANSWER_S = (3.05, 20.0)
"""Seconds to connect and to wait for an answer: the terminal may have to ask its headquarters about a coupon."""


class Refused(Exception):
    """The terminal said no. `code` is stable; `problem` is all that it said."""

    def __init__(self, status: int, problem: dict[str, Any]) -> None:
        super().__init__(f"{problem.get('type')}: {problem.get('title')} {problem.get('detail', '')}".rstrip())
        self.status = status
        self.problem = problem

    @property
    def code(self) -> str:
        """What was refused, in a word."""
        return str(self.problem.get("type", ""))


@dataclass
class TillClient:
    """Speaks to the terminal beside this till. `pause` waits so many seconds between two tries; `tries`: how often it
    asks before it lets somebody decide (ConnectionError)."""

    url: str
    token: str
    pause: Callable[[float], object] = time.sleep
    tries: int = 10

    def basket(self, till: str, basket: dict[str, Any]) -> dict[str, Any]:
        """Put a basket, get its price."""
        return self._ask("PUT", f"/v1/transactions/{till}", basket)

    def paid(self, till: str, total: int) -> dict[str, Any]:
        """Redeem for the total the customer pays."""
        return self._ask("POST", f"/v1/transactions/{till}/paid", {"total": total})

    def cancelled(self, till: str) -> dict[str, Any]:
        """The transaction is off, paid or not."""
        return self._ask("POST", f"/v1/transactions/{till}/cancelled", {})

    def returned(self, till: str, back: str, goods: dict[str, Any]) -> dict[str, Any]:
        """Goods of a paid transaction came back, under the till's own id `back` of this return: what is paid back.
        Without `"ask": True` in `goods` it is done."""
        refund: dict[str, Any] = self._ask("POST", f"/v1/transactions/{till}/returned", {"id": back, **goods})["refund"]
        return refund

    def state(self, till: str) -> dict[str, Any]:
        """How it stands."""
        return self._ask("GET", f"/v1/transactions/{till}", None)

    def sell(self, till: str, basket: dict[str, Any], agree: Callable[[dict[str, Any]], bool]) -> dict[str, Any] | None:
        """A whole sale under the id `till`. `agree` shows a quote to the customer and says whether they pay it; it is
        asked again when the price changed. The sale comes back, or None when the customer did not want it."""
        agreed: int | None = None
        for _ in range(self.tries):
            try:
                quote = self.basket(till, basket)["quote"]
                if quote["total"] != agreed:
                    if not agree(quote):
                        self.cancelled(till)
                        return None
                    agreed = quote["total"]
                sale: dict[str, Any] = self.paid(till, quote["total"])["sale"]
                return sale
            except Refused as no:
                if no.code == "already_paid":  # it was done before the answer got lost
                    done: dict[str, Any] = no.problem["transaction"]["sale"]
                    return done
                if no.code not in ("put_again", "price_changed"):
                    raise
        raise ConnectionError(f"the price of {till} does not come to rest")

    def _ask(self, method: str, path: str, body: dict[str, Any] | None) -> dict[str, Any]:
        for tried in range(self.tries):
            if tried:
                self.pause(min(0.2 * 2**tried, 5.0))
            try:
                answer = requests.request(
                    method,
                    self.url + path,
                    json=body,
                    headers={"Authorization": f"Bearer {self.token}"},
                    timeout=ANSWER_S,
                )
                said: dict[str, Any] = answer.json()
            except (requests.ConnectionError, requests.Timeout, ChunkedEncodingError, requests.JSONDecodeError):
                continue  # nobody there, or it died, also amid its answer: what became of the request is not known
            if answer.status_code == 200:
                return said
            if answer.status_code != 503:  # 503: nothing was done, and it may work in a moment
                raise Refused(answer.status_code, said)
        raise ConnectionError(f"no answer from {self.url} in {self.tries} tries")


def _item(text: str) -> dict[str, Any]:
    sku, pieces, price, category = [*text.split(":"), ""][:4]
    return {"sku": sku, "pieces": int(pieces), "price": int(price), "category": category}


def main() -> int:
    """Sell what the command line says."""
    parser = argparse.ArgumentParser(description="Sell a basket through the till bridge.")
    parser.add_argument("items", nargs="+", metavar="SKU:PIECES:PRICE[:CATEGORY]", help="price in minor units a piece")
    parser.add_argument("--url", default="http://127.0.0.1:8787")
    parser.add_argument("--token-file", type=Path, required=True)
    parser.add_argument("--currency", default="TWD")
    parser.add_argument("--member", help="card number, or the code of a member's pass")
    parser.add_argument("--coupon", action="append", default=[], help="the code of a coupon; may be given again")
    parser.add_argument("--id", default=f"demo-{uuid.uuid4().hex[:12]}", help="the till's id of the transaction")
    args = parser.parse_args()
    basket: dict[str, Any] = {"currency": args.currency, "items": [_item(text) for text in args.items]}
    basket |= {"coupons": args.coupon} | ({"member": args.member} if args.member else {})

    def agree(quote: dict[str, Any]) -> bool:
        for line in quote["lines"]:
            print(f"{line['sku']:<20} {line['pieces']:>4} {line['amount']:>10} {-line['off']:>9} {line['net']:>10}")
        for applied in quote["applied"]:
            print(f"  {applied['name']['en']} {-applied['off']}")
        for row in quote["not_taken"]:
            print(f"  not taken: {row['code'][:40]} ({row['reason']['code']})")
        print(f"total {quote['total']} {quote['currency']}")
        return True

    client = TillClient(args.url, args.token_file.read_text("ascii").strip())
    try:
        sale = client.sell(args.id, basket, agree)
    except (Refused, ConnectionError) as error:
        print(f"{args.id}: {error}", file=sys.stderr)
        return 1
    print(f"{args.id}: receipt {sale['receipt']}" if sale else f"{args.id}: cancelled")
    return 0


if __name__ == "__main__":
    sys.exit(main())

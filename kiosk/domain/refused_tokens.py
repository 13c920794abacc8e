"""Why a scanned code is not accepted, as a refusal."""

from __future__ import annotations

from kiosk.domain.refusals import ArgValue, Refusal, RefusalCode
from kiosk.domain.tokens import CouponClaims, TokenProblem, TokenRefusal

_PROBLEMS = {
    TokenProblem.NOT_OURS: RefusalCode.NOT_OURS,
    TokenProblem.GOODS: RefusalCode.NOT_OURS,
    TokenProblem.TOO_LARGE: RefusalCode.NOT_OURS,
    TokenProblem.UNREADABLE: RefusalCode.UNREADABLE,
    TokenProblem.MALFORMED: RefusalCode.UNREADABLE,
    TokenProblem.UNKNOWN_KEY: RefusalCode.UNKNOWN_KEY,
    TokenProblem.FORGED: RefusalCode.FORGED,
    TokenProblem.KEY_REVOKED: RefusalCode.KEY_REVOKED,
    TokenProblem.KEY_EXPIRED: RefusalCode.EXPIRED,
    TokenProblem.NOT_YET_VALID: RefusalCode.NOT_YET_VALID,
    TokenProblem.EXPIRED: RefusalCode.EXPIRED,
}


def refusal_of(found: TokenRefusal) -> Refusal:
    """What is said of a code that is not accepted."""
    args: dict[str, ArgValue] = {"read": found.shown}
    if found.since is not None:
        args["since"] = found.since
    if found.until is not None:
        args["until"] = found.until
    if found.problem is TokenProblem.GOODS:
        args["other"] = "goods"
    if isinstance(found.claims, CouponClaims):
        args["coupon"] = found.claims.id
    return Refusal(_PROBLEMS[found.problem], args)

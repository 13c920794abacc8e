"""What discounts and coupons have in common: how much off which pieces, and what they go with."""

from __future__ import annotations

from kiosk.adapters.campaigns.tell.forms import Row

HOW: tuple[Row, ...] = (
    ("off_piece", "每件減 {off_piece}", "每件减 {off_piece}", "{off_piece} off each piece"),
    ("price", "每件 {price}", "每件 {price}", "{price} a piece"),
    (
        "buy free",
        "買 {buy} 送 {free}，最便宜的免費",
        "买 {buy} 送 {free}，最便宜的免费",
        "buy {buy} get {free} free, the cheapest",
    ),
    ("buy", "買 {buy} 件", "买 {buy} 件", "for {buy} bought"),
    ("free", "送 {free} 件", "送 {free} 件", "{free} free"),
    ("bundle", "{bundle}", "{bundle}", "{bundle}"),
    ("set", "{set}", "{set}", "{set}"),
    ("for_each", "{for_each}", "{for_each}", "{for_each}"),
)
"""Much off."""
WHICH: tuple[Row, ...] = (
    ("items", "限商品{items}", "限商品{items}", "on {items}"),
    ("except", "不含{except}", "不含{except}", "not on {except}"),
    ("not_reduced", "不含已降價的商品", "不含已降价的商品", "not on goods already reduced"),
    ("piece_price", "單價{piece_price}", "单价{piece_price}", "on pieces of {piece_price}"),
    ("pick", "只在{pick}", "只在{pick}", "on {pick} alone"),
    ("pieces", "最多 {pieces} 件（組）", "最多 {pieces} 件（组）", "{pieces} pieces (or sets) at most"),
    (
        "from_pieces to_pieces",
        "買 {from_pieces} 至 {to_pieces} 件時",
        "买 {from_pieces} 至 {to_pieces} 件时",
        "for {from_pieces} to {to_pieces} pieces",
    ),
    ("from_pieces", "買 {from_pieces} 件起", "买 {from_pieces} 件起", "from {from_pieces} pieces on"),
    ("to_pieces", "最多買 {to_pieces} 件時", "最多买 {to_pieces} 件时", "up to {to_pieces} pieces"),
)
"""Goods and pieces."""
MOST: tuple[Row, ...] = (
    (
        "most_percent",
        "最多減商品金額的 {most_percent}",
        "最多减商品金额的 {most_percent}",
        "{most_percent} of the goods at most",
    ),
)
TOGETHER: tuple[Row, ...] = (
    ("of=rest", "按前面優惠後的餘額計算", "按前面优惠后的余额计算", "measured on what earlier discounts left"),
    (
        "exclusive=sale",
        "不可併用的，同一筆交易只用一種",
        "不能同时使用的，同一笔交易只用一种",
        "never in one sale with what it does not go with",
    ),
    ("priority", "優先 {priority}", "优先 {priority}", "priority {priority}"),
)
"""With others."""

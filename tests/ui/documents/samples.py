"""Documents with every kind of block, for what is said of all of them."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QLinearGradient, QPainter

from kiosk.domain.documents.blocks import (
    Align,
    AnyBlock,
    Barcode,
    Column,
    Document,
    DocumentKind,
    Field,
    Keep,
    Pair,
    Picture,
    Qr,
    Rule,
    Side,
    Size,
    Space,
    Table,
    Text,
    Ticks,
)

ODD = "José 👍🏽 𠮷野家 \U00031350 مرحبا بالعالم 123 עברית हिन्दी a\u0301\u0302\x07"
LONG = "會員專屬超長名稱優惠券，滿千送百。「限量」商品、不得併用（詳見官網）！"
CODE = "KC1:6BF+70790T9WJWG.FKY*4GO0.O1CV2 O5 N2FBBRW1*70HS8WY04AC*WIFN0AHCD8KD97TK0F90KECTHGWJC0FDC:5AIA%G7X+AQB9746"


def photo(width: int = 320, height: int = 200) -> bytes:
    """Every grey there is, as JPEG."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    gradient = QLinearGradient(0, 0, width, height)
    gradient.setColorAt(0, Qt.GlobalColor.black)
    gradient.setColorAt(1, Qt.GlobalColor.white)
    painter.fillRect(image.rect(), gradient)
    painter.end()
    return encoded(image, b"JPEG")


def logo(colour: str = "#e07b00", side: int = 200) -> bytes:
    """A disc of one colour on nothing, as PNG."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(colour))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(image.rect())
    painter.end()
    return encoded(image, b"PNG")


def encoded(image: QImage, kind: bytes) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind)).write(image)
    return bytes(buffer.data().data())


def document(*blocks: AnyBlock, language: str = "zh_TW", kind: DocumentKind = DocumentKind.COUPON) -> Document:
    return Document(kind, language, "document", blocks, accent="#0E6B5B")


def everything(language: str = "zh_TW") -> Document:
    """Every kind of block, with long and odd texts."""
    return document(
        Text("信義旗艦店 Xinyi", Size.HUGE, bold=True, accent=True, align=Align.CENTRE),
        Text(LONG, inverse=True, bold=True, align=Align.CENTRE),
        Text(ODD, fit=True),
        Pair(LONG, "-NT$1,234", less=True),
        Pair("To pay", "NT$379", Size.LARGE, bold=True),
        Rule(),
        Table(
            (Column("品名", 4), Column("數量", 1, count=True), Column("金額", 2, count=True)),
            (("護手霜", "2", "1,200"), ("Jasmine tea 茉莉花茶 100 g", "12", "34,500")),
        ),
        Space(2),
        Table(
            (Column("No.", 1, count=True), Column("姓名 Name", 4), Column("簽名 Signature", 4)),
            tuple((str(at), "陳*麗", "") for at in range(6)),
            lined=True,
            tall=True,
        ),
        Rule(torn=True),
        Side((Text(LONG, Size.SMALL), Field("姓名", value=ODD)), (Qr(CODE, "掃描", mm=30),), shares=(2, 1)),
        Keep((Field("手機", boxes=10, value="09"), Ticks("從何得知？", ("朋友", "門市", LONG)))),
        Picture(photo(), mm=40, words="photo"),
        Picture(logo(), mm=15, words="logo"),
        Picture(b"\xff\xd8\xff broken", mm=40, words="broken picture"),
        Barcode("KS-000123456"),
        language=language,
    )

"""Lists that were read, in words: what a column is, why a row was left out, what to look at, what was repaired."""

from __future__ import annotations

from kiosk.domain.lists.book import Trouble
from kiosk.domain.lists.columns import Column
from kiosk.domain.lists.guests import Doubt, Why
from kiosk.domain.lists.repair import Repair
from kiosk.ui.i18n import translate


def column_word(column: Column) -> str:
    """What a column is taken for."""
    return {
        Column.NAME: translate("Lists", "name"),
        Column.FAMILY: translate("Lists", "family name"),
        Column.GIVEN: translate("Lists", "given name"),
        Column.PHONE: translate("Lists", "phone"),
        Column.EMAIL: translate("Lists", "e-mail"),
        Column.PLUS_ONES: translate("Lists", "comes with"),
        Column.PARTY: translate("Lists", "people in all"),
        Column.ADULTS: translate("Lists", "adults"),
        Column.CHILDREN: translate("Lists", "children"),
        Column.COMPANIONS: translate("Lists", "who comes along"),
        Column.COUNTRY: translate("Lists", "where the phone is from"),
        Column.TABLE: translate("Lists", "table or seat"),
        Column.VIP: translate("Lists", "VIP"),
        Column.TAGS: translate("Lists", "tags"),
        Column.TICKET: translate("Lists", "kind of ticket"),
        Column.CODE: translate("Lists", "ticket code"),
        Column.TICKETS: translate("Lists", "chances"),
        Column.NOTE: translate("Lists", "remark"),
        Column.COMPANY: translate("Lists", "company"),
        Column.STATUS: translate("Lists", "state"),
        Column.COMING: translate("Lists", "whether they come"),
        Column.MEMBER: translate("Lists", "member number"),
    }[column]


def why_words(why: Why) -> str:
    """Why a row or a sheet is not taken."""
    return {
        Why.TOTAL: translate("Lists", "A sum below the list"),
        Why.HEADING_AGAIN: translate("Lists", "The headings again"),
        Why.REMARK: translate("Lists", "A remark, nobody’s row"),
        Why.NOBODY: translate("Lists", "Neither name nor phone"),
        Why.DUPLICATE: translate("Lists", "The same person again"),
        Why.CANCELLED: translate("Lists", "Cancelled"),
        Why.NO_TICKETS: translate("Lists", "No chances in the draw"),
        Why.TOO_MANY: translate("Lists", "The list is too long"),
        Why.HIDDEN_SHEET: translate("Lists", "A hidden sheet"),
        Why.NO_HEADINGS: translate("Lists", "No column of names or phones"),
        Why.EMPTY_SHEET: translate("Lists", "An empty sheet"),
    }[why]


def doubt_words(doubt: Doubt) -> str:
    """What to look at in a row that is taken."""
    return {
        Doubt.NO_NAME: translate("Lists", "No name"),
        Doubt.PHONE_UNREADABLE: translate("Lists", "The phone is none"),
        Doubt.PHONE_LOST: translate("Lists", "The spreadsheet rounded the phone; its digits are lost"),
        Doubt.PHONE_SHARED: translate("Lists", "Somebody of another name has the same phone"),
        Doubt.NAME_SHARED: translate("Lists", "Somebody has the same name, and nothing tells the two apart"),
        Doubt.COUNT_UNREADABLE: translate("Lists", "How many come along cannot be read"),
        Doubt.TICKETS_UNREADABLE: translate("Lists", "How many chances cannot be read: one"),
        Doubt.FORMULA_UNSAVED: translate("Lists", "A formula without its value: open the file once and save it"),
        Doubt.HIDDEN_ROW: translate("Lists", "Hidden in the sheet, by a filter or by hand; taken all the same"),
        Doubt.ANSWER_UNREADABLE: translate("Lists", "An answer is none of its question’s: it is asked at the desk"),
    }[doubt]


def repair_words(repair: Repair) -> str:
    """What was done to phones that were written otherwise than people write them."""
    return {
        Repair.LOST_ZERO: translate("Lists", "the 0 in front was put back"),
        Repair.WIDE: translate("Lists", "full-width digits"),
        Repair.APOSTROPHE: translate("Lists", "an apostrophe taken off"),
        Repair.DECIMALS: translate("Lists", "decimals taken off"),
        Repair.LETTERS: translate("Lists", "letters read as digits"),
        Repair.EXTENSION: translate("Lists", "an extension cut off"),
        Repair.FIRST_OF_SEVERAL: translate("Lists", "the first of several"),
        Repair.WORDS: translate("Lists", "words beside it left out"),
        Repair.SWAPPED: translate("Lists", "it stood in the column of names"),
    }[repair]


def trouble_words(trouble: Trouble) -> str:
    """Why nothing of a file could be read, and what to do."""
    return {
        Trouble.EMPTY: translate("Lists", "The file is empty."),
        Trouble.NOT_A_LIST: translate("Lists", "This is no list. Choose an Excel file, or a text with a row a line."),
        Trouble.LOCKED: translate("Lists", "The workbook has a password. Save it without one, and choose it again."),
        Trouble.DAMAGED: translate("Lists", "The file is damaged. Open it in the spreadsheet and save it anew."),
        Trouble.TOO_LARGE: translate("Lists", "The file is too large. Leave out what is not needed."),
        Trouble.TOO_SLOW: translate(
            "Lists", "Reading the file takes too long. Save it anew as XLSX in the spreadsheet, and choose it again."
        ),
        Trouble.NO_NAMES: translate(
            "Lists", "No names, phones or tickets were found. Write headings above the columns."
        ),
    }[trouble]

"""Who says so: reported speech, writing and belief with its speaker, channel, addressee and date."""

from dateline.statements.quotes import Quotation, quotations
from dateline.statements.said import Said
from dateline.statements.statements import find_statements

__all__ = ["Quotation", "Said", "find_statements", "quotations"]

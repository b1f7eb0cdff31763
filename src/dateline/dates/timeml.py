"""A text with its dates as TimeML: TIMEX3 tags in the running text (ISO-TimeML 1.2.1's attributes tid, type, value)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from dateline.record import Date

# What XML 1.0 cannot hold; each such character becomes U+FFFD, so that offsets stay what they are.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def timeml(text: str, dates: Sequence[Date], *, published: str | None = None) -> str:
    """The XML document. A date inside another ("two days before 11 September 2001") has no tag of its own: TIMEX3 tags do not nest.

    A value that cannot be known has no `value` attribute; `published` is the document's creation time, tid t0.
    """
    text = _FORBIDDEN.sub("�", text)
    out = ['<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n']
    if published:
        shown = escape(published)
        out.append(
            f'<DCT><TIMEX3 tid="t0" type="DATE" value={quoteattr(published)} functionInDocument="CREATION_TIME">{shown}</TIMEX3></DCT>\n'
        )
    out.append("<TEXT>")
    at = 0
    for date in sorted(dates, key=lambda d: (d.start, -d.end)):
        if date.start < at:
            continue
        value = f" value={quoteattr(date.value)}" if date.value else ""
        anchored = ' anchorTimeID="t0" temporalFunction="true"' if published and date.anchor == "published" else ""
        words = escape(text[date.start : date.end])
        out += [escape(text[at : date.start]), f'<TIMEX3 tid="t{date.id[1:]}" type="{date.type}"{value}{anchored}>{words}</TIMEX3>']
        at = date.end
    out += [escape(text[at:]), "</TEXT>\n</TimeML>\n"]
    return "".join(out).replace("\r", "&#13;")

"""The row of an event, made from its tellings."""

from __future__ import annotations

from dateline.desk import Desk
from dateline.desk.events import refresh_events


def an_event(desk: Desk) -> tuple[str, list[str]]:
    """One that several tellings of one type tell, and those."""
    sql = (
        "SELECT event FROM tellings WHERE faint = 0 GROUP BY event HAVING count(*) > 2 AND count(DISTINCT type) = 1 ORDER BY event LIMIT 1"
    )
    (event,) = desk.db.execute(sql).fetchone()
    return event, [t for (t,) in desk.db.execute("SELECT id FROM tellings WHERE event = ? ORDER BY id", (event,))]


def quoted(desk: Desk, event: str) -> str:
    refresh_events(desk.db, [event])
    (quote,) = desk.db.execute("SELECT quote FROM events WHERE id = ?", (event,)).fetchone()
    return str(quote)


def test_the_surest_of_the_tellings_that_tell_as_much_is_quoted(desk: Desk) -> None:
    event, tellings = an_event(desk)
    for sure in tellings:
        desk.db.execute(
            "UPDATE tellings SET confidence = CASE id WHEN ? THEN 0.9 ELSE 0.5 END, sentence = id WHERE event = ?", (sure, event)
        )
        assert quoted(desk, event) == sure


def test_a_sentence_that_tells_neither_who_nor_when_nor_how_many_is_not_quoted_however_sure(desk: Desk) -> None:
    event, (bare, *_) = an_event(desk)
    nothing = "first_day = NULL, last_day = NULL, killed_low = NULL, killed_high = NULL"
    desk.db.execute(f"UPDATE tellings SET {nothing}, confidence = 0.99, sentence = 'Nobody has claimed the attack.' WHERE id = ?", (bare,))
    desk.db.execute("DELETE FROM telling_actors WHERE telling = ?", (bare,))
    assert quoted(desk, event) != "Nobody has claimed the attack."


def test_a_faint_telling_is_quoted_only_where_there_is_no_other(desk: Desk) -> None:
    event, (one, *_) = an_event(desk)
    desk.db.execute("UPDATE tellings SET faint = 1, confidence = 0.99, sentence = 'faint' WHERE id = ?", (one,))
    assert quoted(desk, event) != "faint"
    desk.db.execute("UPDATE tellings SET status = 'rejected' WHERE event = ? AND id <> ?", (event, one))
    assert quoted(desk, event) == "faint"

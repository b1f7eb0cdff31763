"""Deciding what each stretch of the page is. The passes run in the order below; each leaves what it cannot tell to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.page.bylines import is_name, read_byline
from dateline.page.captions import begins_like_caption, is_caption_before_credit, is_caption_with_credit
from dateline.page.credits import credit_at_end, credit_line
from dateline.page.datelines import Stamp, is_dateline, read_dateline, read_stamp
from dateline.page.duplicates import Printed, folded, repeats_inside
from dateline.page.furniture import address_line, set_furniture_aside
from dateline.page.headings import is_all_quoted, is_heading, is_headline, quoted_words
from dateline.page.signatures import read_placed, read_signed_stamp
from dateline.page.stretches import Stretch
from dateline.record import Byline

_KICKER_WORDS, _HEADLINE_WORDS = 2, 5
_FOOT_LINES, _FOOT_WORDS = 5, 6
_MARKS = "“\"«‘'•*-–—·▪0123456789"
_ADDRESS_WITHIN = 3
"""An address on its own among the first lines is the page's; further down it is a link."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The stretches with their kinds, in order, and what the lines set apart said."""

    stretches: tuple[Stretch, ...]
    url: str | None
    title: str | None
    bylines: tuple[Byline, ...]
    stamps: tuple[Stamp, ...]


def lay_out(stretches: Sequence[Stretch], *, title: str | None) -> Layout:
    """What each stretch is; `title` is the headline as far as it is known from elsewhere."""
    url = next((a for s in stretches[:_ADDRESS_WITHIN] if (a := address_line(s.text))), None)
    found = set_furniture_aside(stretches)
    found = _given_title(found, title)
    found, bylines, stamps = _head_lines(found)
    found = _pictures(found)
    found = _headline(found) if not title else found
    found = _capitals(found, bylines)
    found = _headings(found)
    found = _printed_again(found)
    found = _foot(found)
    found = [s if s.kind else s.decided("paragraph", "running text") for s in found]
    headline = next((s.text for s in found if s.kind == "title"), None)
    return Layout(tuple(found), url, title or headline, tuple(sorted(bylines, key=lambda b: b.start)), tuple(stamps))


def _given_title(stretches: list[Stretch], title: str | None) -> list[Stretch]:
    """The title that is known, where it stands in the text: a line of its own, or the opening words of a text in one piece."""
    hinted = next((n for n, s in enumerate(stretches) if s.hint == "title"), None)
    if hinted is not None:
        stretches[hinted] = stretches[hinted].decided("title", "the page calls it its title")
        return stretches
    key = folded(title or "")
    if not key:
        return stretches
    for number, stretch in enumerate(stretches[:8]):
        if stretch.kind is None and (folded(stretch.text) == key or _nearly(stretch.text, key)):
            stretches[number] = stretch.decided("title", "the title that was given")
            return stretches
    assert title is not None
    first = next((n for n, s in enumerate(stretches) if s.kind is None), None)
    opening = title.strip()
    if first is not None and stretches[first].text.startswith(opening):
        whole = stretches[first]
        rest = whole.text[len(opening) :]
        # "Task force arrests 14. The officers …": cut behind the title only where a sentence plainly begins.
        mark = len(rest) - len(rest.lstrip(" .:|–—-\u00a0"))
        if mark and rest[mark : mark + 1].isupper() and whole.end - whole.start == len(whole.text):
            cut = whole.start + len(opening) + (1 if rest[0] == "." else 0)
            head = replace(whole, end=cut, text=whole.text[: cut - whole.start]).decided(
                "title", "the title that was given, run into the text"
            )
            body = replace(whole, start=whole.start + len(opening) + mark, text=rest[mark:])
            stretches[first : first + 1] = [head, body]
    return stretches


def _nearly(line: str, key: str) -> bool:
    """The same headline in a slightly other wording (with the site's name behind it, with a word changed)."""
    words, known = set(folded(line).split()), set(key.split())
    return len(words) >= 4 and not read_dateline(line, opening=True) and len(words & known) >= 0.75 * len(words | known)


def _head_lines(stretches: list[Stretch]) -> tuple[list[Stretch], list[Byline], list[Stamp]]:
    """Bylines and lines that only say when the page was published; they stand near the top or the bottom."""
    bylines: list[Byline] = []
    stamps: list[Stamp] = []
    own = [n for n, s in enumerate(stretches) if s.kind is None]
    near = set(own[:8]) | set(own[-6:])
    for number, stretch in enumerate(stretches):
        if stretch.kind or len(stretch.text) > 220 or stretch.hint == "caption":
            continue
        if is_dateline(stretch.text):
            stretches[number] = stretch.decided("dateline", "the line is a dateline")
            continue
        stamp = read_stamp(stretch.text)
        if stamp and (stamp.stated or number in near):
            stamps.append(stamp)
            stretches[number] = stretch.decided("dateline", "it only says when the page was published")
            continue
        if number not in near and stretch.hint != "byline" and not stretch.text[:10].lower().startswith(("written by", "story by")):
            continue
        writers, dated = read_signed_stamp(stretch.text, stretch.start)
        stamps += [dated] if dated else []
        writers = writers or read_byline(stretch.text, stretch.start)
        if not writers and number + 1 < len(stretches) and stretches[number + 1].finished and number in own[1:6]:
            writers = read_placed(stretch.text, stretch.start)
        if not writers and stretch.hint == "byline":
            name = stretch.text.removeprefix("By ").strip()
            writers = (Byline(name, None, None, stretch.start, stretch.end),) if is_name(name) else ()
        if writers:
            bylines += writers
        if writers or stretch.hint == "byline":
            stretches[number] = stretch.decided("byline", "it names who wrote the report")
    return stretches, _merged(bylines), stamps


def _merged(bylines: list[Byline]) -> list[Byline]:
    """A line with only an e-mail address belongs to the only writer named without one."""
    named = [b for b in bylines if b.name]
    mails = [b for b in bylines if not b.name]
    if len(mails) == 1 and len(named) == 1 and not named[0].email:
        return [replace(named[0], email=mails[0].email)]
    seen: dict[str, Byline] = {}
    for b in named + [replace(m, name=m.email or "") for m in mails]:
        key = folded(b.name)
        # "Sarah Lind can be reached at …" below the report adds the address to the name above it.
        seen[key] = replace(seen[key], email=seen[key].email or b.email) if key in seen else b
    return list(seen.values())


def _pictures(stretches: list[Stretch]) -> list[Stretch]:
    """Lines that are all credit, and captions that say of themselves what they are or that stand above such a line."""
    for number, stretch in enumerate(stretches):
        if stretch.kind:
            continue
        if stretch.hint == "caption" or (begins_like_caption(stretch.text) and not credit_line(stretch.text)):
            stretches[number] = stretch.decided("caption", "it describes a picture")
        elif (credit := credit_at_end(stretch.text)) and credit.picture and is_caption_with_credit(stretch.text[: credit.start]):
            stretches[number] = stretch.decided("caption", "a picture's credit ends it and it describes more than it reports")
        elif credit_line(stretch.text):
            stretches[number] = stretch.decided("credit", "the line is a credit")
            above = stretches[number - 1] if number else None
            pair = (
                above is not None
                and [s.stanza for s in stretches[max(0, number - 2) : number + 2]].count(stretch.stanza) == 2
                and above.stanza == stretch.stanza
            )
            if above is not None and above.kind is None and above.hint is None and is_caption_before_credit(above.text, same_stanza=pair):
                stretches[number - 1] = above.decided("caption", "it stands above a credit")
    return stretches


def _headline(stretches: list[Stretch]) -> list[Stretch]:
    """The page's first own line as its title, when none was given and it is printed like one."""
    if any(s.kind == "title" for s in stretches):
        return stretches
    for number, stretch in enumerate(stretches):
        if stretch.kind in ("chrome", "byline", "dateline", "credit", "caption"):
            continue
        following = [s for s in stretches[number + 1 :] if s.kind is None]
        if _is_kicker(stretch) and following and is_headline(following[0], following[1:]) and following[0].words >= _HEADLINE_WORDS:
            stretches[number] = stretch.decided("chrome", "a section's name above the headline")
            continue
        if stretch.hint in (None, "heading") and is_headline(stretch, following):
            stretches[number] = stretch.decided("title", "the first line, printed like a headline")
        break
    return stretches


def _is_kicker(stretch: Stretch) -> bool:
    """A label such as "World" or "Home page"; a headline of two words is rarer than one."""
    return stretch.words <= _KICKER_WORDS and not stretch.finished and stretch.hint is None and stretch.text.replace(" ", "").isalpha()


def _capitals(stretches: list[Stretch], bylines: list[Byline]) -> list[Stretch]:
    """A bare name in capitals between the head of the page and its first paragraph is a byline."""
    if bylines:
        return stretches
    for number, stretch in enumerate(stretches[:5]):
        if (stretch.kind == "title" and number and stretches[number - 1].kind == "chrome") or stretch.kind is None:
            writers = read_byline(stretch.text, stretch.start, capitals=True)
            if writers and number + 1 < len(stretches) and stretches[number + 1].finished:
                bylines += writers
                stretches[number] = stretch.decided("byline", "a bare name in capitals above the first paragraph")
                return stretches
        if stretch.kind is None and stretch.finished:
            return stretches
    return stretches


def _headings(stretches: list[Stretch]) -> list[Stretch]:
    body = [n for n, s in enumerate(stretches) if s.kind is None]
    opening = next((n for n, s in enumerate(stretches) if s.kind == "title"), -1)
    for place, number in enumerate(body):
        stretch = stretches[number]
        if stretch.hint in ("heading", "quote"):
            stretches[number] = stretch.decided(stretch.hint, "the page marks it so")
            continue
        before = stretches[number - 1] if number else None
        after = stretches[body[place + 1]] if place + 1 < len(body) else None
        if stretch.hint is None and is_heading(stretch, before, after) and (place or opening >= 0):
            stretches[number] = stretch.decided("heading", "a short line without a full stop above running text")
    return stretches


def _foot(stretches: list[Stretch]) -> list[Stretch]:
    """The few short, unfinished lines below the last paragraph are the site's, whatever they say; a name on its own may be a signature."""
    foot: list[int] = []
    for number in range(len(stretches) - 1, 0, -1):
        stretch = stretches[number]
        if stretch.kind in ("chrome", "byline", "credit", "dateline"):
            continue
        if stretch.kind or stretch.hint or stretch.words > _FOOT_WORDS or stretch.text[:1] in _MARKS or "." in stretch.text:
            break
        if stretch.finished or is_name(stretch.text) or credit_at_end(stretch.text):
            break
        foot.append(number)
    if 0 < len(foot) <= _FOOT_LINES and number and stretches[number].finished and stretches[number].kind in (None, "caption"):
        for n in foot:
            stretches[n] = stretches[n].decided("chrome", "a short line below the last paragraph")
    return stretches


def _printed_again(stretches: list[Stretch]) -> list[Stretch]:
    """Blocks in the words of an earlier one, and quotations pulled out of a paragraph that has them too."""
    printed = Printed()
    headline = next((folded(s.text) for s in stretches if s.kind == "title"), None)
    running = [s.text for s in stretches if s.kind is None]
    for number, stretch in enumerate(stretches):
        if stretch.kind in ("chrome", "byline", "credit", "dateline", "caption"):
            continue
        if printed.earlier(stretch.text, large=folded(stretch.text) == headline) is not None:
            stretches[number] = stretch.decided("duplicate", "printed before")
            continue
        printed.add(stretch.text, number)
        if stretch.kind in (None, "quote", "heading") and is_all_quoted(stretch.text) and stretch.words <= 60:
            inside = quoted_words(stretch.text)
            # Subheadings quote a few words of what follows; a pulled-out quotation is a sentence.
            sentence = stretch.words >= 8 or stretch.text[-2:-1] in ".!?,"
            if sentence and any(repeats_inside(inside, other) for other in running if len(other) > len(stretch.text)):
                stretches[number] = stretch.decided("duplicate", "a quotation pulled out of the text")
            elif stretch.hint == "quote":
                stretches[number] = stretch.decided("quote", "a quotation on its own")
    return stretches

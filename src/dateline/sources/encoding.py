"""From bytes to text: what the bytes declare, then UTF-8, then the likeliest older encoding, always saying which was assumed."""

from __future__ import annotations

import codecs
import re

from dateline.sources.errors import BinaryError, EncodingError

# Longest first: the UTF-32 mark begins with the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})|<\?xml[^>]{0,100}encoding=["']([A-Za-z0-9_.:-]{2,40})""", re.I
)
_CONTROL = frozenset(range(32)) - frozenset(b"\t\n\r\f\x1b\x0b")
_SAMPLE = 200_000


def declared_charset(data: bytes) -> str | None:
    """The encoding an HTML page names in its first 4,096 bytes, when Python knows it."""
    match = _META.search(data[:4096])
    return _known((match.group(1) or match.group(2)).decode("ascii")) if match else None


def decode(data: bytes, *, charset: str | None = None, html: bool = False) -> tuple[str, tuple[str, ...]]:
    """The text of `data` and notes on what was assumed.

    A mark at the beginning decides, then `charset` (a server's header), then the page's own declaration, then UTF-8, then a guess, which
    is noted. A page with a few broken bytes is read with U+FFFD in their place (noted); plain text is not, since its offsets are a
    contract: it raises EncodingError. Raises BinaryError for bytes that are no text.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], name, html=html)
    if b"\x00" in data[:_SAMPLE]:
        wide = _wide(data)
        if wide is None and not html:
            raise BinaryError(
                f"byte 0x00 at {data.index(0)}: this is no text", remedy="give a text, HTML or JSON Lines file; convert others first"
            )
        if wide:
            text, notes = _strictly(data, wide, html=html)
            return text, (f"read as {wide.upper()}: no encoding is declared and every other byte is zero", *notes)
    named = _known(charset) or (declared_charset(data) if html else None)
    if named and named not in ("utf-8", "ascii"):
        whole = _as_utf8(data) if _HIGH.search(data) else None
        if whole is not None:
            # Other encodings hardly ever form valid UTF-8 by chance; servers that call UTF-8 pages Latin-1 are common.
            return whole, (f"declared as {named}, but every letter is well-formed UTF-8",)
        try:
            return _legacy(data, named), ()
        except UnicodeDecodeError as e:
            note = f"declared as {named}, but byte 0x{data[e.start]:02x} at {e.start} does not exist in it"
            text, notes = _undeclared(data, html=html)
            return text, (note, *notes)
    return _undeclared(data, html=html)


def _as_utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _undeclared(data: bytes, *, html: bool) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as e:
        first = e
    if sum(c in _CONTROL for c in data[:_SAMPLE]) > len(data[:_SAMPLE]) // 50 and not html:
        raise BinaryError(
            f"byte 0x{data[first.start]:02x} at {first.start} and control bytes all over: this is no text",
            remedy="give a text, HTML or JSON Lines file",
        )
    cut_off = first.reason == "unexpected end of data" and first.end == len(data)
    good, bad = _sequences(data[:_SAMPLE])
    if html and (cut_off or good > bad):
        return data.decode("utf-8", "replace"), (
            f"byte 0x{data[first.start]:02x} at {first.start} is not UTF-8: read with U+FFFD in place of broken bytes",
        )
    if cut_off and (good or len(data) < 4):
        raise EncodingError(
            f"the UTF-8 text ends in the middle of a letter, at byte {first.start}", remedy="the file is cut off: fetch or copy it again"
        )
    if cut_off and not good:
        bad += 1
    if good > bad or (good and bad and good * 4 >= bad):
        raise EncodingError(
            f"byte 0x{data[first.start]:02x} at {first.start} is not UTF-8 while {good} other letters are: the text mixes encodings",
            remedy="save it again as UTF-8",
        )
    name = _likely(data)
    text = _legacy(data, name)
    return text, (f"read as {name}: byte 0x{data[first.start]:02x} at {first.start} is not UTF-8 and no encoding is declared",)


def _strictly(data: bytes, name: str, *, html: bool) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode(name), ()
    except UnicodeDecodeError as e:
        if html:
            return data.decode(name, "replace"), (f"byte at {e.start} is not {name.upper()}: read with U+FFFD in place of broken bytes",)
        if e.end >= len(data) - 4:
            raise EncodingError(
                f"the {name.upper()} text ends in the middle of a letter, at byte {e.start}",
                remedy="the file is cut off: fetch or copy it again",
            ) from e
        raise EncodingError(
            f"byte 0x{data[e.start]:02x} at {e.start} is not {name.upper()}, which the file's first bytes promise",
            remedy="save it again as UTF-8",
        ) from e


def _sequences(data: bytes) -> tuple[int, int]:
    """How many well-formed several-byte UTF-8 letters there are, and how many high bytes that are none."""
    good = len(_WELL_FORMED.findall(data))
    return good, len(_HIGH.findall(_WELL_FORMED.sub(b"", data)))


_WELL_FORMED = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every other byte of a Western text is zero."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    half = max(len(sample) // 2, 1)
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.7 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd < 0.05 else None


def _known(name: str | None) -> str | None:
    """Python's name of a text encoding; browsers read Latin-1 and ASCII labels as windows-1252 (WHATWG Encoding), so do we."""
    try:
        found = codecs.lookup(name or "").name
    except (LookupError, ValueError):
        return None
    if not codecs.lookup(found)._is_text_encoding:
        return None
    return "windows-1252" if found in ("iso8859-1", "cp1252", "ascii") else found


def _legacy(data: bytes, name: str) -> str:
    """Decoding that keeps the five bytes windows-1252 leaves undefined, as browsers do."""
    if name != "windows-1252":
        return data.decode(name)
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in data)


def _likely(data: bytes) -> str:
    """windows-1252 where high bytes are rare, as in Western text; else what charset_normalizer finds.

    On short Western texts charset_normalizer answers cp1250 or mac_roman; on Cyrillic, Arabic and East Asian ones it is right.
    """
    sample = data[:_SAMPLE]
    if len(_HIGH.findall(sample)) < 0.12 * max(len(sample), 1):
        return "windows-1252"
    from charset_normalizer import from_bytes  # comes with trafilatura; imported here because hardly any input needs it

    best = from_bytes(sample[:20_000]).best()
    name = best.encoding if best else "windows-1252"
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return "windows-1252"
    return "windows-1252" if name in ("cp1252", "latin_1") else name

"""Which kind of document some bytes are: by the file's name, then by their first bytes."""

from __future__ import annotations

import re
from pathlib import PurePath

from dateline.sources.errors import BinaryError
from dateline.sources.source import HTML, JSONL, TEXT

_EXTENSIONS = {
    ".txt": TEXT, ".text": TEXT, ".md": TEXT,
    ".html": HTML, ".htm": HTML, ".xhtml": HTML,
    ".jsonl": JSONL, ".ndjson": JSONL, ".jsonlines": JSONL,
}  # fmt: skip

# First bytes of what people save in place of a page, from the formats' own specifications.
_SIGNATURES = (
    (b"%PDF-", "a PDF file", "extract its text first (pdftotext)"),
    (b"PK\x03\x04", "a ZIP archive or office document", "unpack it or save the document as text"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first (gunzip)"),
    (b"BZh", "a bzip2 archive", "unpack it first (bunzip2)"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it first (unxz)"),
    (b"(\xb5/\xfd", "a zstd archive", "unpack it first (unzstd)"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it first"),
    (b"\x89PNG\r\n", "a PNG picture", "give the text of the report"),
    (b"\xff\xd8\xff", "a JPEG picture", "give the text of the report"),
    (b"GIF87a", "a GIF picture", "give the text of the report"),
    (b"GIF89a", "a GIF picture", "give the text of the report"),
    (b"II*\x00", "a TIFF picture", "give the text of the report"),
    (b"MM\x00*", "a TIFF picture", "give the text of the report"),
    (b"\xd0\xcf\x11\xe0", "an old Office document", "save it as text"),
    (b"{\\rtf", "a rich text (RTF) file", "save it as plain text"),
    (b"OggS", "an Ogg recording", "give a transcript"),
    (b"ID3", "an MP3 recording", "give a transcript"),
    (b"\x7fELF", "a program", "give the text of the report"),
    (b"SQLite format 3\x00", "an SQLite database", "export the reports as JSON Lines"),
    (b"wOFF", "a font", "give the text of the report"),
    (b"wOF2", "a font", "give the text of the report"),
)  # fmt: skip

_TAG = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|main|section|div|p|meta|title|h1|script|\?xml)\b", re.I)
_CLOSING = re.compile(rb"</(?:p|div|article|body|html|h1|span|a|title|head|li)\s*>", re.I)
_OBJECT = re.compile(rb'\{\s*(?:"|\})')


def refuse_binary(data: bytes) -> None:
    """Raises BinaryError, naming the format, for bytes that begin like a well-known file that is no text."""
    if data[4:8] == b"ftyp":
        raise BinaryError("this is a video or HEIF picture, not text", remedy="give a transcript")
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        raise BinaryError("this is a RIFF picture or recording, not text", remedy="give the text of the report")
    for mark, name, remedy in _SIGNATURES:
        if data.startswith(mark):
            raise BinaryError(f"this is {name}, not text", remedy=remedy)


def kind_of_name(name: str) -> str | None:
    """The kind a file's extension states."""
    return _EXTENSIONS.get(PurePath(name).suffix.lower())


def kind_of_bytes(data: bytes) -> str:
    """The kind that the first bytes show. Plain text that merely quotes a tag stays text: a page begins with one or closes several."""
    head = data[:8192].removeprefix(b"\xef\xbb\xbf")
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.replace(b"\x00", b"")[2:]
    start = head.lstrip()
    if _OBJECT.match(start):
        return JSONL
    if start.startswith(b"<!--") or _TAG.match(start):
        return HTML
    return HTML if _TAG.search(head) and len(_CLOSING.findall(head)) >= 3 else TEXT

import io
import zipfile
from pathlib import Path

import pytest

from dateline.sources import HTML, TEXT, Failure, RequestError, Source, open_sources, source_of


def one(path: Path | str, **options: str) -> Source | Failure:
    (found,) = open_sources([str(path)], **options)  # type: ignore[arg-type]
    return found


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_a_text_file_comes_back_byte_for_byte(tmp_path: Path) -> None:
    raw = "Title\r\n\r\nKeïta said “no”. \t\r\n"
    found = one(write(tmp_path, "a.txt", raw))
    assert isinstance(found, Source) and found.text == raw and found.kind == TEXT


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.html", "plain", HTML),
        ("a.txt", "<html><p>x</p>", TEXT),
        ("a", "<!DOCTYPE html><p>x", HTML),
        ("b", "A <p> in a sentence", TEXT),
        ("c", "\ufeff\n <html>", HTML),
    ],
)
def test_kind_by_extension_then_by_content(tmp_path: Path, name: str, data: str, kind: str) -> None:
    found = one(write(tmp_path, name, data))
    assert isinstance(found, Source) and found.kind == kind


def test_the_declared_kind_stands_above_both(tmp_path: Path) -> None:
    found = one(write(tmp_path, "a.txt", "<p>x</p>"), declared="html")
    assert isinstance(found, Source) and found.kind == HTML


def test_json_lines_are_known_by_content(tmp_path: Path) -> None:
    found = list(open_sources([str(write(tmp_path, "a", '{"text": "one"}\n{"text": "two"}\n'))]))
    assert [s.text for s in found if isinstance(s, Source)] == ["one", "two"]


def test_standard_input_is_read_once_and_left_open() -> None:
    stdin = io.BytesIO(b"A short report.")
    (found,) = open_sources(["-"], stdin=stdin)
    assert isinstance(found, Source) and found.text == "A short report." and found.origin == "standard input"
    assert not stdin.closed
    with pytest.raises(RequestError, match="twice"):
        open_sources(["-", "-"])


def test_standard_input_streams_json_lines() -> None:
    class Slow(io.RawIOBase):
        def __init__(self) -> None:
            self.lines = [b'{"text": "one"}\n', b'{"text": "two"}\n']
            self.read_so_far = 0

        def readable(self) -> bool:
            return True

        def read(self, _size: int = -1) -> bytes:
            if not self.lines:
                return b""
            self.read_so_far += 1
            return self.lines.pop(0)

    slow = Slow()
    found = open_sources(["-"], stdin=slow)  # type: ignore[arg-type]
    first = next(iter(found))
    assert isinstance(first, Source) and first.text == "one" and slow.read_so_far == 1


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"%PDF-1.7 x", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"{\\rtf1 x}", "RTF"),
        (bytes(range(256)) * 4, "no text"),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, data: bytes, says: str) -> None:
    found = one(write(tmp_path, "a.txt", data))
    assert isinstance(found, Failure) and says in found.message and found.remedy and "a.txt" in str(found)


def test_an_archive_is_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.txt", "w") as archive:
        archive.writestr("x", "y")
    found = one(tmp_path / "a.txt")
    assert isinstance(found, Failure) and "ZIP" in found.message


def test_missing_files_folders_and_odd_names(tmp_path: Path) -> None:
    found = list(open_sources([str(tmp_path / "nothing.txt"), str(tmp_path), "a\x00b", str(write(tmp_path, "a.txt", "A report."))]))
    assert [type(f) for f in found] == [Failure, Failure, Failure, Source]
    assert "no such file" in str(found[0]) and "folder" in str(found[1])


def test_more_than_a_page_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(50 * 2**20 + 1)
    found = one(tmp_path / "a.txt")
    assert isinstance(found, Failure) and "50 MB" in found.message


def test_options_no_run_can_start_with_are_told_before_anything_is_read() -> None:
    with pytest.raises(RequestError, match="pdf"):
        open_sources(["x"], declared="pdf")
    with pytest.raises(RequestError, match="soon"):
        open_sources(["x"], published="soon")


def test_a_text_in_hand_becomes_a_source() -> None:
    found = source_of("<html><p>x</p></html>", published="20 Aug 2021", url="https://x.example/")
    assert (found.kind, found.published, found.published_from, found.url) == (HTML, "2021-08-20", "argument", "https://x.example/")

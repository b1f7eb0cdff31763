import re
from types import SimpleNamespace

import pytest

from dateline.reader.trimming import bare


@pytest.mark.parametrize(
    ("text", "phrase", "kept"),
    [
        ("Kenya sent 1,000 officers", (1, 3), "sent"),
        ("it restricted the press", (1, 3), "restricted"),
        ("Ankara recalled its envoy", (1, 3), "recalled"),
        ("the summit opened", (0, 2), "summit"),
        ("they called for calm", (1, 3), "called for"),
        ("took him away", (0, 3), "took him away"),
        ("this", (0, 1), "this"),
    ],
)
def test_a_telling_phrase_is_bare(text: str, phrase: tuple[int, int], kept: str) -> None:
    window = SimpleNamespace(spans=[m.span() for m in re.finditer(r"\w+|[^\w\s]", text)])
    start, end = bare(text, window, *phrase)
    assert text[start:end] == kept

import pytest

from dateline.page.credits import credit_at_end, credit_line, credit_names


@pytest.mark.parametrize(
    ("inside", "names"),
    [
        ("AFP=연합뉴스", ("AFP", "연합뉴스")),
        ("로이터=연합뉴스", ("로이터", "연합뉴스")),
        ("AP Photo/Rahmat Gul", ("AP", "Rahmat Gul")),
        ("Rahmat Gul/AP", ("Rahmat Gul", "AP")),
        ("Photo: Reuters", ("Reuters",)),
        ("Photo by Jane Doe/Getty Images", ("Jane Doe", "Getty Images")),
        ("AFP via Getty Images", ("AFP", "Getty Images")),
        ("Ministry of Defence Handout via AP", ("Ministry of Defence", "AP")),
        ("EPA-EFE/JANE DOE", ("EPA-EFE", "JANE DOE")),
        ("Image copyright Getty Images", ("Getty Images",)),
        ("© Nadia Kern/River News", ("Nadia Kern", "River News")),
        ("新华社", ("新华社",)),
        ("写真：ロイター", ("ロイター",)),
        ("رويترز", ("رويترز",)),
        ("Фото: ТАСС", ("ТАСС",)),
        ("Reuters, File", ("Reuters",)),
        ("사진=연합뉴스", ("연합뉴스",)),
    ],
)
def test_names_of_a_credit(inside: str, names: tuple[str, ...]) -> None:
    assert credit_names(inside) == names


@pytest.mark.parametrize(
    "words",
    [
        "local time",
        "center",
        "the governor of the province",
        "photo evidence of the attack",
        "IMF",
        "world’s",
        "2 of 3",
        "file a complaint",
        "Kofi Mensah and his brother",
    ],
)
def test_other_words_are_no_credit(words: str) -> None:
    assert credit_names(words) is None


@pytest.mark.parametrize(
    "line", ["[AFP=연합뉴스]", "Image copyright Reuters", "Photo: Maria Okello", "(AP Photo/Jo Lind)", "Jo C. Lind/AP", "Getty Images"]
)
def test_whole_lines(line: str) -> None:
    assert credit_line(line)


def test_a_credit_stuck_to_a_paragraph() -> None:
    text = "“We stay,” he said. [로이터=연합뉴스]"
    credit = credit_at_end(text)
    assert credit and text[credit.start :] == "[로이터=연합뉴스]" and credit.picture


def test_an_agency_behind_a_report_is_no_picture() -> None:
    credit = credit_at_end("The army gave no reason for the delay. (Yonhap)")
    assert credit and credit.names == ("Yonhap",) and not credit.picture


@pytest.mark.parametrize(
    "text",
    ["He was elected in Andhra Pradesh (AP)", "The fund (IMF)", "They met on the 17th (local time).", "He joined the United Nations (UN)."],
)
def test_brackets_that_belong_to_the_sentence(text: str) -> None:
    assert credit_at_end(text) is None

from dateline.page.duplicates import Printed, repeats_inside, same_caption


def test_two_wordings_of_one_caption() -> None:
    assert same_caption(
        "An armed soldier stands guard in the southern province on the 17th.",
        "A soldier stands guard in an armed guard in the southern province on the 17th.",
    )


def test_a_caption_in_other_forms_of_its_words() -> None:
    assert same_caption("Smoke rises over Old Harbour.", "Smoke is rising over Old Harbour.")
    assert same_caption(
        "Guards stand at the gate of Marsa market on Saturday.", "Guards are standing at the gate of Marsa market on Saturday."
    )
    assert not same_caption("Smoke rises over Old Harbour.", "Dust rises over New Harbour.")


def test_two_pictures_of_a_series() -> None:
    assert not same_caption(
        "Soldiers stand guard in the southern province on the 17th.", "Soldiers stand guard in the southern province on the 18th."
    )
    assert not same_caption("Soldiers stand guard in the southern province.", "Farmers harvest wheat in the northern province.")


def test_blocks_printed_again() -> None:
    printed = Printed()
    long = "The army said on Tuesday that it had taken the border town after two days."
    printed.add(long, 3)
    assert printed.earlier(long.upper()) == 3
    assert printed.earlier("The army said on Tuesday that it had taken the border…") == 3
    assert printed.earlier("The army said on Tuesday that it had lost the town.") is None


def test_short_lines_may_come_twice() -> None:
    printed = Printed()
    printed.add("Open from 8:00 to 16:00.", 0)
    assert printed.earlier("Open from 8:00 to 16:00.") is None


def test_a_pulled_quotation() -> None:
    assert repeats_inside("we take nothing but water", "“We take nothing but water,” said the nurse.")
    assert not repeats_inside("take nothing", "“We take nothing but water.”")

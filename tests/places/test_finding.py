import re

from dateline.places import find_places
from dateline.reader.reading import Found
from dateline.record import Place


def named(text: str, *names: str, label: str = "location") -> list[Found]:
    """Every occurrence of each name that no longer one covers."""
    spans: list[tuple[int, int]] = []
    for name in sorted(names, key=len, reverse=True):
        for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            if not any(a < m.end() and m.start() < b for a, b in spans):
                spans.append(m.span())
    return [Found(a, b, label, "name") for a, b in sorted(spans)]


def only(places: tuple[Place, ...], name: str) -> Place:
    return next(p for p in places if name in (p.name, *p.aliases))


def test_all_spellings_of_a_place_are_one_place() -> None:
    text = "Fighters left the Panjisir Valley. In Panjishir, near Kabul, they said Afghanistan was lost. The Pajisir Valley fell."
    found = find_places(text, named(text, "Panjisir Valley", "Panjishir", "Pajisir Valley", "Kabul", "Afghanistan"))
    assert len(found.places) == 3
    valley = only(found.places, "Panjisir Valley")
    assert valley.name == "Panjshir Valley"
    assert set(valley.aliases) == {"Panjisir Valley", "Panjishir", "Pajisir Valley"}
    assert (valley.country, valley.precision) == ("AFG", "region")
    assert valley.because


def test_a_comma_tells_which_paris() -> None:
    text = "A judge in Paris, Texas, ruled on Monday."
    paris = only(find_places(text, named(text, "Paris", "Texas")).places, "Paris")
    assert (paris.country, paris.admin1) == ("USA", "Texas")


def test_two_places_of_one_name_in_one_article() -> None:
    text = "She moved from Paris, Texas, to Paris, France."
    found = find_places(text, named(text, "Paris", "Texas", "France"))
    assert sorted(p.country or "" for p in found.places if p.name == "Paris") == ["FRA", "USA"]


def test_without_context_the_capital_wins() -> None:
    text = "The meeting was held in Paris."
    assert only(find_places(text, named(text, "Paris")).places, "Paris").country == "FRA"


def test_the_document_votes() -> None:
    text = "Police in Hyderabad, Karachi and Sukkur in Sindh arrested dozens; Pakistan's Sindh province was calm."
    found = find_places(text, named(text, "Hyderabad", "Karachi", "Sukkur", "Sindh", "Sindh province", "Pakistan"))
    assert only(found.places, "Hyderabad").country == "PAK"


def test_the_newspaper_is_at_home() -> None:
    text = "Police in Alexandria arrested two men on Friday."
    assert (
        only(find_places(text, named(text, "Alexandria"), url="http://www.thetowntalk.com/a/1").places, "Alexandria").admin1 == "Louisiana"
    )


def test_a_province_is_drawn_as_a_province() -> None:
    text = "Shelling went on in Kandahar province, Afghanistan."
    place = only(find_places(text, named(text, "Kandahar province", "Afghanistan")).places, "Kandahar province")
    assert (place.kind, place.precision, place.country) == ("state", "province", "AFG")


def test_a_country_is_a_country() -> None:
    text = "Fighting spread across northern Niger."
    place = find_places(text, named(text, "northern Niger")).places[0]
    assert (place.country, place.precision) == ("NER", "country")


def test_an_unknown_place_has_no_coordinates() -> None:
    text = "They met at Qwertzuiopsk Lower Camp."
    place = find_places(text, named(text, "Qwertzuiopsk Lower Camp")).places[0]
    assert (place.lat, place.lon, place.precision) == (None, None, None)
    assert "no place of that name" in place.because[0]


def test_demonyms_mean_a_country_that_is_named_too_unless_told_not_to() -> None:
    text = "Malian soldiers were killed in Mali."
    mentions = [*named(text, "Malian", label="nationality"), *named(text, "Mali")]
    found = find_places(text, mentions)
    assert [p.country for p in found.places] == ["MLI"]
    assert found.refers[(0, 6)] == found.places[0].id
    assert (0, 6) not in find_places(text, mentions, demonyms=False).refers


def test_a_demonym_alone_is_no_place_of_the_report() -> None:
    text = "The French president spoke in Bamako."
    found = find_places(text, [*named(text, "French", label="nationality"), *named(text, "Bamako")])
    assert [p.name for p in found.places] == ["Bamako"]


def test_an_address_read_as_one_name_is_two_places() -> None:
    text = "He was jailed in Beaver, West Virginia."
    found = find_places(text, named(text, "Beaver, West Virginia"))
    assert {p.name for p in found.places} >= {"West Virginia"}
    assert found.refers[(25, 38)] in {p.id for p in found.places if p.kind == "state"}


def test_a_name_the_gazetteer_lacks_is_no_place_where_somebody_is_called_so() -> None:
    text = "Anna Qwertzow left. Qwertzow was calm."
    mentions = [*named(text, "Anna Qwertzow", label="person"), Found(20, 28, "location", "name")]
    assert find_places(text, mentions).places == ()


def test_a_place_is_called_as_printed() -> None:
    text = "They were taken to Raipur Police Station in Bangladesh."
    found = find_places(text, [*named(text, "Bangladesh"), *named(text, "Raipur Police Station", label="facility")])
    assert "Raipur" in [p.name for p in found.places]


def test_people_and_organizations_are_no_places() -> None:
    text = "Jack London spoke at the University of Paris."
    mentions = [*named(text, "Jack London", label="person"), *named(text, "University of Paris", label="organization")]
    assert find_places(text, mentions).places == ()


def test_an_organization_called_like_a_county_is_one() -> None:
    text = "Avoyelles Parish sued the firm."
    assert find_places(text, named(text, "Avoyelles Parish", label="organization")).places[0].admin1 == "Louisiana"


def test_refers_covers_every_mention_and_ids_follow_the_text() -> None:
    text = "Kyiv and Moscow traded blame. Kyiv denied it."
    mentions = named(text, "Kyiv", "Moscow")
    found = find_places(text, mentions)
    assert [found.refers[(m.start, m.end)] for m in mentions] == ["p1", "p2", "p1"]
    assert all(0 <= p.confidence <= 1 for p in found.places)


def test_a_disputed_place_says_who_claims_it() -> None:
    text = "Rockets hit the Golan Heights on Saturday."
    place = find_places(text, named(text, "Golan Heights")).places[0]
    assert "claimed by SYR, ISR" in place.because


def test_the_same_input_gives_the_same_places() -> None:
    text = "From Springfield to Columbus, in Ohio, roads flooded."
    mentions = named(text, "Springfield", "Columbus", "Ohio")
    assert find_places(text, mentions) == find_places(text, list(reversed(mentions)))


def test_no_mentions_no_places() -> None:
    assert find_places("", []).places == ()
    assert find_places("Nothing here.", [Found(0, 7, "person", "name")]).places == ()


def test_a_name_found_by_sound_needs_the_document() -> None:
    text = "Clashes were reported in Panjisir."
    assert find_places(text, named(text, "Panjisir")).places[0].lat is None
    text = "Clashes were reported in Panjisir, Afghanistan."
    assert find_places(text, named(text, "Panjisir", "Afghanistan")).places[0].country == "AFG"


def test_a_direction_alone_is_no_place() -> None:
    text = "Troops moved to the southern front."
    assert find_places(text, named(text, "southern")).places == ()


def test_an_unknown_name_in_another_spelling_is_one_place() -> None:
    text = "Kabul waited. Fighters left Bergonal. In Bergonnal they burned a school."
    found = find_places(text, named(text, "Kabul", "Bergonal", "Bergonnal"))
    assert set(only(found.places, "Bergonal").aliases) == {"Bergonnal"}


def test_an_unknown_place_lies_in_the_country_of_the_others() -> None:
    text = "Kabul and Kandahar waited. Fighters left Bergonal."
    unknown = only(find_places(text, named(text, "Kabul", "Kandahar", "Bergonal")).places, "Bergonal")
    assert (unknown.country, unknown.lat) == ("AFG", None)


def test_the_base_of_a_newspaper_holds_no_place_before_it() -> None:
    text = "It sealed the border with Bergonal, Kabul-based paper Veln wrote."
    unknown = only(find_places(text, named(text, "Bergonal", "Kabul")).places, "Bergonal")
    assert unknown.lat is None


def test_a_language_is_no_place() -> None:
    text = "The word means lion in Dari. Kabul waited."
    assert not any(p.name == "Dari" for p in find_places(text, named(text, "Dari", "Kabul")).places)


def test_a_hashtag_holds_a_places_name() -> None:
    text = "Boats left Hong Kong under the hashtag #HongKong."
    found = find_places(text, named(text, "Hong Kong"))
    assert "HongKong" in only(found.places, "Hong Kong").aliases


def test_the_short_form_of_a_body_is_no_state() -> None:
    text = "The Petrol Authority (PA) met. The PA said Pennsylvania was far."
    found = find_places(text, [*named(text, "Petrol Authority", "PA", label="organization"), *named(text, "Pennsylvania")])
    assert [p.aliases for p in found.places] == [()]

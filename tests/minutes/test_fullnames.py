"""The fullest form of a name: told by the minutes for one person of the list only."""

from __future__ import annotations

import pytest

from archive.minutes.presence.fullnames import written_out
from archive.minutes.presence.rolls import people_listed


@pytest.mark.parametrize(
    ("listed", "text", "names"),
    [
        ("Mr J Ash, Ms K Birch", "Mr John Ash, Director of Harbours, spoke.", ["John Ash", "K Birch"]),
        ("J. Ash", "The Director John Ash spoke.", ["John Ash"]),
        ("Cllrs J Ash and K Birch", "A vote of sympathy on the tragic death of Jake Ash.", ["J Ash", "K Birch"]),
        ("J Ash, K Birch", "A vote of sympathy on the tragic death of Jake Ash.", ["J Ash", "K Birch"]),
        ("Cllrs J Ash and K Birch", "Cllr John Ash and Kim Birch spoke.", ["John Ash", "K Birch"]),
        ("Mr J Ash (Clerk), Mr K Birch", "John Ash, Clerk to the Council, and Kim Birch spoke.", ["John Ash", "K Birch"]),
        ("Cllrs J Ash, K Birch and L Cole", "Moved by Cllrs Jo Ash, Kim Birch and Lee Cole.", ["Jo Ash", "Kim Birch", "Lee Cole"]),
        ("Cllr J Ash", "Mr John Ash of Mill Lane spoke.", ["J Ash"]),
        ("Cllr Ash", "Cllr Jo Ash asked why.", ["Jo Ash"]),
        ("Cllrs Ash and Birch", "Cllr. Jo Ash’s report was noted. Cllr Kim Birch was thanked.", ["Jo Ash", "Kim Birch"]),
        ("Mr B Ash", "Mr Bill Ash and Mr William Birch", ["Bill Ash"]),
        ("Mr W Ash", "Mr Bill Ash", ["Bill Ash"]),
        ("Cllr Ash", "Mr John Ash, a resident, asked why.", ["Ash"]),
        ("Mr J Ash", "Mrs Jane Ash asked why.", ["J Ash"]),
        ("Mr J Ash", "Mr John Ash and Mr Jack Ash", ["J Ash"]),
        ("Cllr J Ash, Cllr John Ash", "Cllr Jim Ash", ["J Ash", "John Ash"]),
        ("Mr J Lane", "The works in Jubilee Lane", ["J Lane"]),
        ("Jo Ash", "Joanna Ash", ["Jo Ash"]),
        ("Cllrs Ash and Birch", "Cllr C Ash proposed, seconded by Cllr K. Birch.", ["C Ash", "K. Birch"]),
        ("Cllrs Ash and Birch", "Cllr C Ash proposed and Cllr D Ash seconded.", ["Ash", "Birch"]),
        ("Mr N. Ó Cuinn", "Mr. Niall Ó Cuinn spoke.", ["Niall Ó Cuinn"]),
        ("N Ash (NA)", "Nicky Ash was thanked.", ["Nicky Ash"]),
        ("Mr C Lane", "The works in Chestnut Lane.", ["C Lane"]),
        ("Cllr G Ash, Cllr J Ash", "Cllr Gerry Ash left.", ["Gerry Ash", "J Ash"]),
    ],
)
def test_a_short_name_is_written_out_when_one_person_only_can_be_meant(listed: str, text: str, names: list[str]) -> None:
    assert [one.name for one in written_out(people_listed(listed), [text])] == names

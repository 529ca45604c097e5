"""Names as they are written in minutes, taken apart, compared and put into addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive import names


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Councillor Mrs Honor Tregarth MBE", "Honor Tregarth"),
        ("Cllr.Rudge", "Rudge"),
        ("Clir. Rudge", "Rudge"),
        ("Cllr. K.Rudge", "K. Rudge"),
        ("Mr W. T. Ostler CC", "W. T. Ostler"),
        ("Mr W.T.Ostler", "W. T. Ostler"),
        ("Cllr Mrs A R Venn CC JP", "A R Venn"),
        ("Rev. J. Venn, M.B.E.", "J. Venn"),
        ("Alderman P Venn A.O.", "P Venn"),
        ("Rudge (K)", "K. Rudge"),
        ("Rudge (K J)", "K. J. Rudge"),
        ("Anna Rudge (L)", "Anna Rudge"),
        ("Robert (Bob) Venn", "Robert Venn"),
        ("Honor Tregarth (Chairman)", "Honor Tregarth"),
        ("Councillor Tregarth - Chairman", "Tregarth"),
        ("Rudge, Anna", "Anna Rudge"),
        ("Rudge, Councillor Mrs Anna", "Anna Rudge"),
        ("Anna Rudge, Head of Harbours", "Anna Rudge"),
        ("The Chairman, Councillor Rudge", "Rudge"),
        ("Director of Harbours, Mr B Venn", "B Venn"),
        ("Y Cynghorydd Eirlys ap Madog", "Eirlys ap Madog"),
        ("y Cyng. Eirlys Madog", "Eirlys Madog"),
        ("The Right Worshipful the Lord Mayor, Councillor Ann Rudge", "Ann Rudge"),
        ("Deputy Mayor Cllr Ann Rudge", "Ann Rudge"),
        ("Rt. Hon. Sir Ian Venn KC MP", "Ian Venn"),
        ("Cllr SEAN O’DRISCOLL", "Sean O’Driscoll"),
        ("Bailie McKENDRICK", "McKendrick"),
        ("Alderwoman Máire Ní Bhroin", "Máire Ní Bhroin"),
        ("Dr. Piet de la Rey-Vos", "Piet de la Rey-Vos"),
        ("Cllr  A.\u00a0B.  Venn", "A. B. Venn"),
    ],
)
def test_a_name_stands_without_titles_honours_and_posts(written: str, name: str) -> None:
    assert names.plain(written) == name


@pytest.mark.parametrize("surname", ["Lord", "Major", "Bishop", "Mayor", "Ma"])
def test_a_surname_that_looks_like_a_title_stays(surname: str) -> None:
    assert names.plain(f"Councillor {surname}") == surname


def test_the_parts_of_a_name_are_kept_as_written() -> None:
    assert names.titled("Councillor Mrs Honor Tregarth MBE JP") == names.Name("Councillor Mrs", "Honor Tregarth", "MBE JP")


@pytest.mark.parametrize("written", ["Cllr", "Councillor A", "Cllrs.", "Y Cynghorydd Madog", "y Cynghorydd", "Bailie Orr", "The Lord Mayor Councillor Orr"])
def test_titles_of_members_are_known(written: str) -> None:
    assert names.is_member_title(written)


@pytest.mark.parametrize("written", ["Mr Orr", "Dr Ann Orr", "Ann Councillor", "the Clerk", "", "Head of Planning"])
def test_other_titles_are_not_those_of_members(written: str) -> None:
    assert not names.is_member_title(written)


@pytest.mark.parametrize("other", ["siân o'hara", "SIAN OHARA", "Siân O’Hara", "Sian O‘Hara"])
def test_names_compare_without_case_accents_and_apostrophes(other: str) -> None:
    assert names.fold(other) == names.fold("Siân O’Hara")


def test_names_compare_without_dots_and_hyphens() -> None:
    assert names.fold("M.T. Ostler-Venn") == names.fold("M T Ostler Venn")


def test_an_address_is_small_ascii() -> None:
    assert names.slug("Siân O’Hara") == "sian-ohara"
    assert names.slug("Łukasz Ørsted") == "lukasz-orsted"


def test_names_in_other_alphabets_do_not_share_an_address() -> None:
    assert names.slug("李明") != names.slug("王明")
    assert names.slug("李 Venn") != names.slug("Venn")


@given(st.text(max_size=200))
def test_any_text_has_an_address(written: str) -> None:
    assert set(names.slug(written)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert 1 <= len(names.slug(written)) <= 60


@given(st.text(alphabet="AaBy .,-’'()MrsCPJKŵ", max_size=60))
def test_any_text_can_be_taken_apart(written: str) -> None:
    assert names.plain(written) == names.titled(written).name

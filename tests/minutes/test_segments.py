"""Where the items of a document begin and what they are called, in documents of our own."""

from __future__ import annotations

import pytest

from archive.minutes.segments import segments_of

BODY = "\nThe Clerk said that it was cold in the hall and that the boiler would be mended by the end of May.\n"


def titles(text: str) -> list[str]:
    return [one.title for one in segments_of(text)[1]]


@pytest.mark.parametrize(
    "title",
    [
        "PAY POLICY STATEMENT 2026/27",
        "ASH PARK STRATEGY – YEAR 3",
        "TREE PRESERVATION ORDER NO. 9 OF 2025 - THE RECTORY",
        "MINUTES OF THE MEETING OF 4TH MAY, 2025",
        "HACKNEY CARRIAGE DRIVER - MR. X",
        "HEDGES: SIX MONTH REPORT",
        "Hedges: the first year",
        "Bins contract: completion report 2024/25",
        "Bins 2026-2031: draft for consultation",
        "Complaints: what councillors may do",
    ],
)
def test_a_title_is_read_to_its_end(title: str) -> None:
    assert titles(f"1. Welcome{BODY}2. {title}{BODY}3. Bags{BODY}") == ["Welcome", title, "Bags"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Apologies: none.", "Apologies"),
        ("Chair: Jo Ash", "Chair"),
        ("Grants: Cllr Ash asked why.", "Grants"),
        ("Date of next meeting: 4 May 2026", "Date of next meeting"),
        ("Hedges: to be cut in May", "Hedges"),
        ("Hedges: Clerk to write", "Hedges"),
        ("BINS The Clerk said that they were full.", "BINS"),
        ("BINS: RESOLVED to empty them.", "BINS"),
    ],
)
def test_what_follows_a_title_is_no_part_of_it(line: str, title: str) -> None:
    assert titles(f"1. Welcome{BODY}2. {line}{BODY}3. Bags{BODY}") == ["Welcome", title, "Bags"]


def test_a_title_may_begin_with_a_number() -> None:
    assert titles(f"84\tBINS{BODY}85\t20 MPH SPEED LIMITS{BODY}86\tBAGS{BODY}") == ["BINS", "20 MPH SPEED LIMITS", "BAGS"]


@pytest.mark.parametrize(
    "title", ["EXCLUSION OF PUBLIC/PRESS", "Exclusion of the Press and Public", "EXCLUSION OF THE PUBLIC", "Readmission of the public", "URGENT BUSINESS"]
)
def test_some_titles_stand_without_a_number_among_those_that_have_one(title: str) -> None:
    assert titles(f"1. Bins{BODY}2. Bags{BODY}{title}{BODY}3. Boxes{BODY}") == ["Bins", "Bags", title, "Boxes"]


@pytest.mark.parametrize("title", ["Actions arising", "Actions from this meeting", "ACTION LOG", "Summary of actions", "Action points", "Actions"])
def test_the_table_of_actions_at_the_end_is_an_item(title: str) -> None:
    assert titles(f"1. Bins{BODY}2. Bags{BODY}3. Boxes{BODY}{title}\nNo.\tAction\tOwner\n1\tMend it\tClerk\n") == ["Bins", "Bags", "Boxes", title]


def test_actions_below_each_item_are_no_items() -> None:
    assert titles(f"1. Bins{BODY}Actions\nClerk to write.\n2. Bags{BODY}Actions\nClerk to ring.\n3. Boxes{BODY}Actions\nNone.") == ["Bins", "Bags", "Boxes"]


def test_the_welcome_above_the_first_number_has_its_title() -> None:
    assert titles(f"Ash Council\nPresent: Cllr Ash\nChair’s welcome and housekeeping{BODY}1 Bins{BODY}2 Bags{BODY}") == [
        "Chair’s welcome and housekeeping",
        "Bins",
        "Bags",
    ]


@pytest.mark.parametrize(
    "numbers",
    [
        ("1/25", "2/25", "3/25"),
        ("1.0", "2.0", "3.0"),
        ("A.", "B.", "C."),
        ("I.", "II.", "III."),
        ("i)", "ii)", "iii)"),
        ("PL/24/1", "PL/24/2", "PL/24/3"),
        ("101.", "102.", "103."),
    ],
)
def test_items_are_numbered_in_many_ways(numbers: tuple[str, str, str]) -> None:
    first, second, third = numbers
    found = segments_of(f"Ash Council\nPresent: Cllr Ash\n{first} Apologies{BODY}{second} Minutes{BODY}{third} Finance{BODY}")[1]
    assert [(one.number, one.title) for one in found] == [(first, "Apologies"), (second, "Minutes"), (third, "Finance")]


def test_a_title_may_begin_with_a_year_and_the_last_minutes_are_an_item() -> None:
    assert titles(f"14. Bins{BODY}15. 2024/25 Budget{BODY}16. Bags{BODY}") == ["Bins", "2024/25 Budget", "Bags"]
    assert titles(f"Present: Cllr Ash\nAPOLOGIES{BODY}MINUTES OF THE LAST MEETING{BODY}BINS AND BAGS{BODY}")[1] == "MINUTES OF THE LAST MEETING"
    assert titles(f"**1. Bins**{BODY}**2. Bags**{BODY}**3. Boxes**{BODY}") == ["Bins", "Bags", "Boxes"]


def test_roman_numbers_in_front_of_capitals_are_numbers() -> None:
    found = segments_of(f"ASH COUNCIL\nPresent: Cllr Ash\nI WELCOME{BODY}II MINUTE OF 4TH MAY{BODY}III BINS{BODY}")[1]
    assert [(one.number, one.title) for one in found] == [("I", "WELCOME"), ("II", "MINUTE OF 4TH MAY"), ("III", "BINS")]


@pytest.mark.parametrize(
    "title",
    [
        "2023/4117: Tan Yard, 8-10 Cut Street",
        "2025 Valuation – update",
        "25/00123/FUL – 4 Mill Lane, Marl",
        "17 Fern Road, Marl",
        "2nd Quarter Performance",
        "10 Year Plan",
        "5G Masts",
        "106 Agreements",
        "Ref. 24/0123 – 4 Mill Lane",
        "Application No. 24/0123: 4 Mill Lane",
        "“Our Ash”",
    ],
)
@pytest.mark.parametrize("sign", [". ", " ", "\t"])
def test_a_title_may_begin_with_any_number_or_quotation(title: str, sign: str) -> None:
    assert titles(f"1{sign}Bins{BODY}2{sign}{title}{BODY}3{sign}Bags{BODY}") == ["Bins", title, "Bags"]


@pytest.mark.parametrize(
    "numbers",
    [("24/01", "24/02", "24/03"), ("1/5/24", "2/5/24", "3/5/24"), ("24/05/01", "24/05/02", "24/05/03"), ("**1.**", "**2.**", "**3.**"), ("1\n", "2\n", "3\n")],
)
def test_the_part_of_a_number_that_goes_on_counts(numbers: tuple[str, str, str]) -> None:
    first, second, third = numbers
    assert titles(f"Ash Council\nPresent: Cllr Ash\n{first} Apologies{BODY}{second} Bins{BODY}{third} Bags{BODY}") == ["Apologies", "Bins", "Bags"]


def test_the_number_of_a_page_is_no_number_of_an_item() -> None:
    text = f"1. Bins{BODY}2\nAsh Parish Council\n2. Bags{BODY}3\nAsh Parish Council\n3. Boxes{BODY}4\nAsh Parish Council\n4. Books{BODY}"
    assert titles(text) == ["Bins", "Bags", "Boxes", "Books"]


def test_the_date_of_the_next_meeting_in_capitals_is_an_item() -> None:
    assert titles(f"Ash Council\nPresent: Cllr Ash\nBINS{BODY}BAGS{BODY}DATE OF NEXT MEETING{BODY}") == ["BINS", "BAGS", "DATE OF NEXT MEETING"]


def test_numbers_of_minutes_may_pass_from_two_digits_to_three() -> None:
    numbers = ("97 Apologies", "98 Minutes", "99 Announcements", "100 Planning Applications", "100a PL/2025/00017: The Barn, Ash", "101 Urgent Items")
    assert titles("".join(f"{number}\n{BODY}\n" for number in numbers)) == [number.partition(" ")[2] for number in numbers]


AGENDA = ["Apologies for absence", "Declarations of interest", "Minutes of the last meeting", "Bus shelters", "Planning applications", "Date of next meeting"]
HEAD = "Ash Town Council\nPresent: Cllrs A Ash (Chair), B Birch and C Cole\nIn attendance: Jo Elm (Clerk)\n"
TOLD = "The Clerk said that two heaters had failed, that they had been looked at twice, and that nobody knew what it would cost to mend them.\n"


@pytest.mark.parametrize(
    ("layout", "first"),
    [
        ("{n}/25 {t}\n", 46),
        ("25-{n} {t}\n", 101),
        ("25-{n}: {t}\n", 101),
        ("2024/{n} {t}\n", 117),
        ("24/25-{n} {t}\n", 17),
        ("{n}/2024-25 {t}\n", 117),
        ("PC24.0{n} {t}\n", 1),
        ("M25/04/0{n} {t}\n", 1),
        ("FC/25/{n} {t}\n", 112),
        ("({n}) {T}\n", 139),
        ("[{n}] {t}\n", 39),
        ("C0{n}/25      4.         {T}.\n", 48),
        ("{T}\nPLA{n}/25\n", 146),
        ("{t}\n25/{n}\n", 46),
        ("{n}\n{T}\n", 1),
        ("AGENDA ITEM {n}: {t}\n", 1),
        ("AGENDA ITEM NO. {n}\n{t}\n", 1),
        ("Minute No. {n} - {t}\n", 45),
        ("{n} | {t} | ", 1),
        ("{n}. {t} ", 1),
        ("{n}. {t}\n{n}.1 ", 1),
        ("{n}. {t}\n1. Two quotations had been asked for.\n2. ", 1),
        ("{t}\n--------\n", 1),
        ("{t}:\n", 1),
        ("{t}: ", 1),
        ("{T}: ", 1),
        ("{T} – ", 1),
    ],
)
def test_items_are_found_in_the_layouts_of_many_clerks(layout: str, first: int) -> None:
    text = HEAD + "".join(layout.format(n=first + n, t=title, T=title.upper()) + TOLD for n, title in enumerate(AGENDA))
    assert [title.casefold() for title in titles(text)] == [title.casefold() for title in AGENDA]


@pytest.mark.parametrize(
    ("layout", "first"),
    [
        ("25-{n} {t} ", 101),
        ("({n}) {T} ", 139),
        ("Minute {n}: {t} ", 45),
        ("Item {n} – {t} ", 1),
        ("{n} – {t} ", 45),
        ("FC{n} {t} ", 112),
        ("{n}. {t} 1. ", 61),
    ],
)
def test_items_are_found_where_all_lines_were_lost(layout: str, first: int) -> None:
    text = HEAD + "".join(layout.format(n=first + n, t=title, T=title.upper()) + TOLD for n, title in enumerate(AGENDA))
    assert [title.casefold() for title in titles(text.replace("\n", " "))] == [title.casefold() for title in AGENDA]


def test_two_numbers_with_a_month_behind_count_by_what_stands_in_front() -> None:
    assert titles(f"01/1220 Remote meetings{BODY}02/1220 Progress of the minutes{BODY}") == ["Remote meetings", "Progress of the minutes"]


def test_one_numbered_title_alone_begins_the_items_where_it_is_the_first_and_known() -> None:
    text = f"Members present\nCouncillors Jo Ash and Al Elm\nApologies\nCouncillor Bea Oak\n1.0 Election of the Cathaoirleach{BODY}"
    assert titles(text) == ["Election of the Cathaoirleach"]

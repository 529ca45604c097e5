"""HTML becomes the plain text that a reader sees."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.text import collapsed, line_of, parsed, text_of


def shown(markup: str) -> str:
    return text_of(parsed(markup))


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One\n two&nbsp;&nbsp; three</p><p>four</p>", "One two three\nfour"),
        ("<div>One<div>two</div>three</div>", "One\ntwo\nthree"),
        ("One<br>two<br/><br/>three", "One\ntwo\nthree"),
        ("the <span class='SpellE'>harb</span>our <b>mas</b>ter", "the harbour master"),
        ("<p>21<sup>st</sup> May</p>", "21st May"),
        ("<ul><li>one</li><li>two</li></ul>", "one\ntwo"),
        ("<ol><li>one</li><li><p>two</p><p>more</p></li></ol>", "1. one\n2. two\nmore"),
        ("<ol start='3' type='i'><li>one</li><li value='7'>two</li></ol>", "iii. one\nvii. two"),
        ("<ol type='A'><li>one<ol><li>in</li></ol></li><li>two</li></ol>", "A. one\n1. in\nB. two"),
        ("<ol style='list-style: none'><li>(i) one</li></ol>", "(i) one"),
        ("<p>1.<span>&nbsp;&nbsp; </span>one</p><p>·<span>&nbsp; </span>two</p>", "1. one\n· two"),
        ("<table><tr><td><p>a</p></td><td>b</td></tr><tr><td>&nbsp;</td><td>d</td></tr></table>", "a\tb\nd"),
        ("<table><tr><td>a</td><td>&nbsp;</td><td>c</td></tr></table>", "a\t\tc"),
        ("<table><tr><td><p>one</p><p>two</p></td><td>Action</td></tr></table>", "one\ntwo\nAction"),
        ("<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>", "a\tb"),
        ("<p>a<script>x()</script><style>p{}</style><!-- c --><button>Share</button></p>", "a"),
        ("<p>a<span class='mgHide'> ref: 1</span><span style='DISPLAY : none'>b</span><i hidden>c</i></p>", "a"),
        ("<p>so&shy;ft&#8203;ly &#146;tis &#150; so</p>", "softly ’tis – so"),
        ("<p>x &lt; y &amp;amp; z</p>", "x < y &amp; z"),
        ("plain words", "plain words"),
        ("", ""),
        ("<td>loose</td><td>cells</td>", "loose\ncells"),
        ("</ul><li>stray</li>", "stray"),
        ('<?xml version="1.0"?><p>one</p>', "one"),
    ],
)
def test_text_is_what_is_shown(markup: str, text: str) -> None:
    assert shown(markup) == text


def test_a_line_is_a_text_without_line_feeds() -> None:
    assert line_of(parsed("<p>One</p><p>two</p>")) == "One two"


def test_several_nodes_are_read_in_order() -> None:
    tree = parsed("<p>One</p><p>two</p><p>three</p>")
    assert text_of(*tree.find_all("p")[1:]) == "two\nthree"


def test_plain_text_is_collapsed_alike() -> None:
    assert collapsed(" One \xa0 two \r\n\r\n three ") == "One two\nthree"


@pytest.mark.parametrize("tag", ["div", "span", "ul><li", "table><tr><td", "b"])
def test_no_depth_of_nesting_breaks_it_or_makes_it_slow(tag: str) -> None:
    begun = time.monotonic()
    opened = f"<{tag}>" * 5000
    assert shown(f"{opened}deep") == "deep"
    assert time.monotonic() - begun < 20


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<td>", "<tr>", "</tr>", "<table>", "</table>", "<ol>", "</ol>", "<li>", "</li>", "word", " ", "&nbsp;", "<br>"]),
        max_size=30,
    )
)
def test_no_markup_is_too_broken(parts: list[str]) -> None:
    text = shown("".join(parts))
    assert "".join(text.split()).count("word") == parts.count("word")
    assert all(line == line.strip() and line for line in text.split("\n")) or text == ""

"""Article Markdown: what it makes, and what it never lets through."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from farol.selfserve.knowledge import markdown
from farol.selfserve.knowledge.faults import Fault
from farol.selfserve.knowledge.markdown import Live, Prose

PICTURE = "0b7e6f1a-1c2d-4e3f-8a9b-0c1d2e3f4a5b"


def html(body: str) -> str:
    return "".join(part.html for part in markdown.parts(body) if isinstance(part, Prose))


def test_headings_carry_their_anchor_and_lose_the_mark() -> None:
    assert html("## Steps {#steps}") == '<h2 id="steps">Steps</h2>\n'
    assert html("## 怎么做") == '<h2 id="怎么做">怎么做</h2>\n'
    assert markdown.headings("## One {#a}\n\n### Two\n\n## 三") == [markdown.Heading("a", "One"), markdown.Heading("三", "三")]


def test_callouts_and_tables() -> None:
    assert html("> [!warning] Nobody calls you.") == '<aside class="warning">\n<p>Nobody calls you.</p>\n</aside>\n'
    assert '<div class="scroller" tabindex="0"><table>' in html("| a | b |\n|--|--|\n| 1 | 2 |")
    assert html("> said") == "<blockquote>\n<p>said</p>\n</blockquote>\n"


def test_pictures_are_ours_alone_and_a_video_is_a_link() -> None:
    made = html(f'![A "form"](media/{PICTURE}.png "640x480")')
    assert made == f'<p><img src="/help/media/{PICTURE}" alt="A &quot;form&quot;" loading="lazy" width="640" height="480"></p>\n'
    assert "<img" not in html("![x](/help/media/../../my)") + html("![x](media/1.png)") + html("![x](data:image/png;base64,AA)")
    video = html("@[How to deposit](https://youtu.be/abc)")
    assert video.startswith('<p class="video"><a href="https://youtu.be/abc"')
    assert "How to deposit (youtu.be)" in video
    assert "iframe" not in video
    assert markdown.plain("@[How to deposit](https://youtu.be/abc)") == "How to deposit"
    assert html("mail me @ [x](https://a.example)").startswith("<p>mail")


def test_live_blocks_stand_between_the_prose() -> None:
    found = markdown.parts("a\n\n{{core:network coin=USDT net=TRC20}}\n\nb")
    assert [type(part) for part in found] == [Prose, Live, Prose]
    assert found[1] == Live("core:network", {"coin": "USDT", "net": "TRC20"})


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x](vbscript:x)",
        "[x](//evil.example)",
        "[x](/\\evil.example)",
        "[x](https://good@evil.example)",
        "[x](http://evil.example)",
        "![x](https://evil.example/x.png)",
        "<a href='javascript:alert(1)'>x</a>",
        "[x]: javascript:alert(1)\n\n[x]",
        "<https://good@evil.example>",
        '## x {#a"onclick=alert(1)}',
        "> [!warning\"onclick=x] y",
        "<style>body{display:none}</style>",
        "<iframe src=https://evil.example></iframe>",
        "`<script>alert(1)</script>`",
        "{{core:network coin=<script>}}",
    ],
)
def test_nothing_active_comes_through(attack: str) -> None:
    made = html(attack)
    assert not re.search(r"<(script|img|iframe|style|svg|object|form|input)\b", made)
    assert not re.search(r"<[^>]*\son\w+=", made)
    for link in re.findall(r'href="([^"]*)"', made):
        assert re.match(r"https://[^@]+$|mailto:|/(?![/\\])|#|[a-z0-9-]+", link)
        assert "evil" not in link


@given(st.text(max_size=300))
def test_any_text_gives_balanced_harmless_parts(body: str) -> None:
    made = html(body)
    assert "<script" not in made.lower()
    assert set(re.findall(r"<([a-z0-9]+)", made)) <= markdown._TAGS


def test_faults_name_what_an_editor_has_to_mend() -> None:
    assert markdown.faults("a\nb [x](//evil.example)") == [Fault("link", "//evil.example", 2)]
    assert markdown.faults("a\n\n{{core:secrets}}") == [Fault("live", "core:secrets", 3)]
    assert markdown.faults("{{core:network drop=1}}") == [Fault("live_filter", "{{core:network drop=1}}", 1)]
    assert markdown.faults("text {{core:network}} in a line") == [Fault("live", "{{core:network}}", 1)]
    assert markdown.faults("![x](https://a.example/x.png)") == [Fault("image", "https://a.example/x.png", 1)]
    assert markdown.faults(f"| a |\n|--|\n| ![](media/{PICTURE}.png) |", {PICTURE}) == [Fault("alt", f"media/{PICTURE}.png", 3)]
    assert markdown.faults("@[See](https://videos.example/1)", (), ("youtu.be",)) == [Fault("video", "videos.example", 1)]
    assert not markdown.faults(f"![x](media/{PICTURE}.png)\n\n@[See](https://youtu.be/1)", {PICTURE}, ("youtu.be",))
    assert not markdown.faults("[x](wrong-network#steps) [y](/my) [z](https://a.example) [m](mailto:a@b.example)")


def test_plain_words_for_the_index() -> None:
    body = "## Steps {#steps}\n\n1. **Do** [it](x-y) `now`\n\n> [!note] ok\n\n{{tool:txid}}\n\n| a |\n|--|\n| b |"
    assert markdown.plain(body).split("\n") == ["Steps", "Do it now", "ok", "a", "b"]

import pytest

from farol.kit.files.names import ending, from_header, runs, shown
from farol.kit.problem import Invalid


@pytest.mark.parametrize(("given", "seen"), [
    ("充值截图.png", "充值截图.png"),
    ("photo\u202egnp.exe", "photo[U+202E]gnp.exe"),
    ("\u200b.htaccess", "[U+200B].htaccess"),
    ("\ufeffa.png", "[U+FEFF]a.png"),
    ("a\u2066b\u2069.png", "a[U+2066]b[U+2069].png"),
    ("a\u3164.png", "a[U+3164].png"),
    ("line\nbreak\x1b[31m.png", "line[U+000A]break[U+001B][31m.png"),
    ("../../etc/passwd", "_.._.._etc_passwd"),
    ("C:\\Users\\me\\a.png", "C:_Users_me_a.png"),
    (".htaccess", "_.htaccess"),
    ("con", "_con"),
    ("NUL.txt", "_NUL.txt"),
    ("a.png. . .", "a.png"),
    ("a\u00a0b\u2003c.png", "a b c.png"),
    ("e\u0301.png", "\u00e9.png"),
    ("", "file"),
    (" . ", "file"),
    ("a\U000e0041.png", "a[U+E0041].png"),
])
def test_a_name_is_shown_as_it_is(given, seen):
    assert shown(given) == seen


def test_nul_is_refused():
    with pytest.raises(Invalid):
        shown("a\0.png")


def test_ten_thousand_characters_become_two_hundred_and_keep_the_ending():
    name = shown("x" * 10_000 + ".png")
    assert len(name) == 200
    assert name.endswith("….png")
    assert len(shown("\u202e" * 10_000)) == 200
    assert len(shown("a." + "b" * 10_000)) == 200


@pytest.mark.parametrize("name", [
    "a.exe", "a.EXE", "a.png.exe", "a.exe. .", "a.e\u200bxe", "photo\u202egnp.exe", "a．exe", ".htaccess",
    "\u200b.htaccess", "\ufeff.HTACCESS", ".user.ini", "page.html", "picture.svg", "x.lnk", "macro.docm", "disk.iso",
    "x" * 10_000 + ".scr",
])
def test_names_that_act_are_known(name):
    assert runs(name)


@pytest.mark.parametrize("name", ["a.png", "exe.png", "report.docx", "a", "", "a.exe.png", ".hidden", "archive.zip"])
def test_harmless_names_pass(name):
    assert not runs(name)


def test_the_ending_is_what_a_system_would_see():
    assert ending("photo\u202eexe.PNG") == "png"
    assert ending(".png") == ""
    assert ending("png") == ""


def test_the_header_is_percent_encoded_utf8():
    assert from_header("%E5%85%85%E5%80%BC%20a.png") == "充值 a.png"
    assert from_header("plain.png") == "plain.png"
    with pytest.raises(Invalid):
        from_header("%ff%fe")

import pytest

from farol.kit.files.kinds import judge
from farol.kit.files.tests import samples


def verdict(name, declared, content):
    return judge(name, declared, content[:65_536], nul=b"\0" in content)


@pytest.mark.parametrize(("name", "declared", "content", "media_type"), [
    ("a.pdf", "application/pdf", samples.PDF, "application/pdf"),
    ("a.mp4", "video/mp4", samples.MP4, "video/mp4"),
    ("a.mov", "video/quicktime", samples.MOV, "video/quicktime"),
    ("a.webm", "video/webm;codecs=vp9", samples.WEBM, "video/webm"),
    ("voice.webm", "audio/webm", samples.WEBM, "video/webm"),
    ("voice.weba", "audio/webm;codecs=opus", samples.WEBM, "audio/webm"),
    ("a.m4a", "audio/x-m4a", samples.M4A, "audio/mp4"),
    ("voice.m4a", "audio/mp4", samples.SAFARI_VOICE, "audio/mp4"),
    ("a.mp3", "audio/mpeg", samples.MP3, "audio/mpeg"),
    ("a.ogg", "audio/ogg", samples.OGG, "audio/ogg"),
    ("a.wav", "audio/x-wav", samples.WAV, "audio/wav"),
    ("a.txt", "text/plain; charset=utf-8", "充值没到账".encode(), "text/plain"),
    ("a.txt", "text/plain", "充值没到账".encode("gb18030"), "text/plain"),
    ("a.log", "", b"2026-11-21 error 500\n", "text/plain"),
    ("a.log", "application/octet-stream", b"x\n", "text/plain"),
    ("a.csv", "application/vnd.ms-excel", b"a,b\n1,2\n", "text/csv"),
    ("a.json", "application/json", b' {"a": 1}', "application/json"),
    ("a.har", "", samples.HAR, "application/json"),
    ("a.eml", "message/rfc822", samples.EML.replace(b"<html>", b""), "message/rfc822"),
])
def test_declared_sniffed_and_allowed_is_ready(name, declared, content, media_type):
    found = verdict(name, declared, content)
    assert (found.state, found.media_type) == ("ready", media_type)


@pytest.mark.parametrize(("name", "declared", "kind"), [
    ("a.png", "image/png", "PNG"), ("a.jpg", "image/jpeg", "JPEG"), ("a.jpg", "image/pjpeg", "JPEG"),
    ("a.gif", "image/gif", "GIF"), ("a.webp", "image/webp", "WEBP"), ("pasted", "image/png", "PNG"),
])
def test_pictures_are_written_anew(name, declared, kind):
    found = verdict(name, declared, samples.saved(samples.picture(), kind))
    assert (found.state, found.why, found.decoder) == ("picture", None, kind.lower())


@pytest.mark.parametrize(("name", "declared"), [("a.jpg", "image/jpeg"), ("a.pdf", "application/pdf"), ("a.txt", "image/png")])
def test_a_picture_under_another_name_is_written_anew_and_then_only_downloaded(name, declared):
    found = verdict(name, declared, samples.png())
    assert (found.state, found.media_type, found.why) == ("picture", "application/octet-stream", "mismatch")


@pytest.mark.parametrize(("name", "declared", "content"), [
    ("a.heic", "image/heic", samples.HEIC),
    ("a.zip", "application/x-zip-compressed", samples.zip_of({"a": b"b"})),
    ("a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", samples.zip_of({"a": b"b"})),
    ("a.pdf", "application/pdf", samples.MP4),
    ("a.mp4", "video/mp4", b"just words"),
    ("a.pdf", "application/pdf", samples.PDF_IN_SCRIPT),
    ("a.pdf", "text/plain", samples.PDF),
    ("a.txt", "text/plain", b"text\0with zero"),
    ("a.json", "application/json", b"not json"),
    ("a.eml", "message/rfc822", b"no headers here"),
    ("a.txt", "text/plain", samples.HTML),
    ("a.xyz", "application/x-thing", b"\x01\x02\x03"),
])
def test_anything_else_is_an_opaque_download(name, declared, content):
    found = verdict(name, declared, content)
    assert (found.state, found.media_type) == ("opaque", "application/octet-stream")
    assert found.why


@pytest.mark.parametrize("content", [samples.EXE, samples.ELF, samples.MACHO, samples.SHELL])
@pytest.mark.parametrize(("name", "declared"), [("a.png", "image/png"), ("a.txt", "text/plain"), ("a", "")])
def test_programs_are_refused_by_any_name(name, declared, content):
    assert (verdict(name, declared, content).state, verdict(name, declared, content).why) == ("refused", "program")


@pytest.mark.parametrize("name", ["a.exe", "a.svg", "a.html", ".htaccess", "\u200b.htaccess", "photo\u202egnp.scr"])
def test_names_that_act_are_refused_whatever_the_bytes_are(name):
    assert verdict(name, "image/png", samples.png()).why == "program"


@pytest.mark.parametrize("content", [samples.HTML, samples.SVG, b"\xef\xbb\xbf  " + samples.HTML, b"<!-- x -->" + samples.SVG])
@pytest.mark.parametrize(("name", "declared"), [("a.png", "image/png"), ("a.png", "text/html"), ("a.pdf", "application/pdf")])
def test_pages_and_drawings_in_disguise_are_refused(name, declared, content):
    assert verdict(name, declared, content).why == "disguised"


def test_a_pdf_with_metadata_near_its_start_is_no_disguise():
    assert verdict("a.pdf", "application/pdf", b"%PDF-1.7\n<x:xmpmeta>" + samples.PDF).state == "ready"


def test_words_that_begin_like_a_program_are_words():
    assert verdict("a.txt", "text/plain", b"MZ is a district of ours").state == "ready"

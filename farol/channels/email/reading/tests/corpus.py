"""The corpus: every program in each of its languages, on top, below and between, passed on, signed, with pictures and files, with damage."""

import base64
import quopri
from typing import NamedTuple

from .clients import CLIENTS, GMAIL, IPHONE, LABELS, LANGUAGES, MARKS, ME

LABEL = {"gb18030": "GB2312", "big5hkscs": "Big5", "cp949": "ks_c_5601-1987", "iso2022_jp": "ISO-2022-JP", "cp1252": "iso-8859-1", "koi8-r": "koi8-r", "cp932": "Shift_JIS",
         "cp1251": "windows-1251", "utf-8": "UTF-8", "euc_jp": "EUC-JP"}
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")


class Piece(NamedTuple):
    """A mail and what must come out of it."""

    name: str
    raw: bytes
    said: str
    language: str
    files: tuple[str, ...] = ()
    subject: str = "Re: FRL-2026-000123"
    sender: str = ME
    automatic: str = ""
    passed_on: str = ""


def entity(kind: str, text: str, charset: str, label: str = "", encoding: str = "base64") -> bytes:
    data = text.encode(charset, "xmlcharrefreplace" if kind == "html" else "replace")
    body = base64.encodebytes(data) if encoding == "base64" else quopri.encodestring(data) if encoding == "quoted-printable" else data
    return f'Content-Type: text/{kind}; charset="{label or LABEL[charset]}"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n'.encode() + body


def multipart(kind: str, *parts: bytes) -> bytes:
    mark = f"=_{kind}_0"
    return f'Content-Type: multipart/{kind};\r\n boundary="{mark}"\r\n\r\n'.encode() + b"".join(b"--%s\r\n%s\r\n" % (mark.encode(), part) for part in parts) + b"--%s--\r\n" % mark.encode()


def letter(content: bytes, subject: str = "Re: FRL-2026-000123", extra: str = "") -> bytes:
    coded = subject if subject.isascii() else f"=?utf-8?B?{base64.b64encode(subject.encode()).decode()}?="
    return (f"From: =?utf-8?B?5qKF?= <{ME}>\r\nTo: <support@support.demo-exchange.example>\r\nSubject: {coded}\r\nMessage-ID: <c@mx.example>\r\n"
            f"Date: Fri, 20 Nov 2026 10:00:00 +0800\r\nMIME-Version: 1.0\r\n{extra}").encode() + content


def picture(name: str, cid: str = "") -> bytes:
    shown = f"Content-ID: <{cid}>\r\nContent-Disposition: inline" if cid else "Content-Disposition: attachment"
    return f'Content-Type: image/png; name="{name}"\r\n{shown}; filename="{name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n'.encode() + base64.encodebytes(PNG)


def replies() -> list[Piece]:
    """Each program and language: as both forms in UTF-8, as plain text in the country's own charset, as HTML alone."""
    made = []
    for client, (write, languages) in CLIENTS.items():
        for lang in languages:
            words = LANGUAGES[lang]
            plain, html = write(lang, "top", words.new, "\n".join(words.asked))
            fits = words.script if plain.encode(words.script, "replace").decode(words.script) == plain else "utf-8"
            made.append(Piece(f"{client}_{lang}_plain", letter(entity("plain", plain, fits)), words.new, words.language))
            if html:
                made.append(Piece(f"{client}_{lang}_html", letter(entity("html", html, "utf-8", encoding="quoted-printable")), words.new, words.language))
                made.append(Piece(f"{client}_{lang}_both", letter(multipart(
                    "alternative", entity("plain", plain, "utf-8"), entity("html", html, "utf-8"))), words.new, words.language))
    return made


def below_and_between() -> list[Piece]:
    made = []
    for client in MARKS:
        for lang, words in LANGUAGES.items():
            plain, html = CLIENTS[client][0](lang, "bottom", words.new, "\n".join(words.asked))
            made.append(Piece(f"{client}_{lang}_bottom", letter(entity("plain", plain, "utf-8")), words.new, words.language))
            made.append(Piece(f"{client}_{lang}_bottom_html", letter(entity("html", html, "utf-8")), words.new, words.language))
    for lang, words in LANGUAGES.items():
        between = f"> {words.asked[0]}\n{words.answers[0]}\n> {words.asked[1]}\n{words.answers[1]}"
        made.append(Piece(f"gmail_{lang}_between", letter(entity("plain", f"{GMAIL[lang]}\n{between}\n", "utf-8")), between, words.language))
    return made


def signed() -> list[Piece]:
    """Signatures of companies and devices; words that only look like them stay."""
    made = []
    for lang, words in LANGUAGES.items():
        made.append(Piece(f"device_{lang}", letter(entity("plain", f"{words.new}\n\n{IPHONE[lang]}\n", "utf-8")), words.new, words.language))
        made.append(Piece(f"dashes_{lang}", letter(entity("plain", f"{words.new}\n\n-- \n梅 Mei\n+86 138 0000 0000\n", "utf-8")), words.new, words.language))
    off = {"zh": "此致", "en": "Best regards,", "ru": "С уважением,", "es": "Saludos cordiales,"}
    notice = {"zh": "本邮件及其附件含有保密信息，仅供收件人使用。", "en": "This e-mail and any attachments are confidential.", "ru": "Это сообщение предназначено только для адресата и конфиденциально.",
              "es": "Este mensaje es confidencial y se dirige solo a su destinatario."}
    for lang in off:
        words = LANGUAGES[lang]
        kept = f"{words.new}\n\n{off[lang]}\nMei Lin"
        made.append(Piece(f"company_{lang}", letter(entity("plain", f"{kept}\nHead of Trading | Lin Capital\nT: +86 21 5555 0000\nwww.lin-capital.example\n\n{notice[lang]}\n", "utf-8")),
                          kept, words.language))
        made.append(Piece(f"contacts_as_answer_{lang}", letter(entity("plain", f"{words.new}\n\nE-mail: mei@new.example\n+86 138 0000 0000\n", "utf-8")),
                          f"{words.new}\n\nE-mail: mei@new.example\n+86 138 0000 0000", words.language))
    return made


_PASSED_ON = {
    "gmail_en": "---------- Forwarded message ---------", "gmail_zh": "---------- 转发的邮件 ---------", "gmail_hant": "---------- 轉寄的郵件 ---------",
    "gmail_ru": "---------- Пересылаемое сообщение ---------", "gmail_ko": "---------- 전달된 메일 ---------", "gmail_ja": "---------- 転送メッセージ ---------",
    "gmail_es": "---------- Mensaje reenviado ---------", "apple_en": "Begin forwarded message:", "apple_zh": "开始转发的邮件：", "qq_zh": "------------------ 转发邮件 ------------------",
    "netease_zh": "-------- 转发邮件信息 --------", "outlook_en": "", "outlook_zh": "", "outlook_ru": "", "outlook_ko": "", "outlook_ja": "", "outlook_es": "", "foxmail_zh": "",
}


def passed_on() -> list[Piece]:
    """What somebody forwards is kept whole, and who wrote it is named."""
    made = []
    marks = {"zh": "转发：", "hant": "轉寄: ", "en": "Fwd: ", "ru": "Fwd: ", "ko": "전달: ", "ja": "転送: ", "es": "RV: "}
    for name, rule in _PASSED_ON.items():
        lang = name.rpartition("_")[2]
        words = LANGUAGES[lang]
        author, date, to, subject, when = LABELS[lang]
        block = [f"{author}: Help <help@fake.example>", f"{date}: {when}", f"{subject}: verify", f"{to}: {ME}"]
        text = "\n".join([words.new, "", *([rule] if rule else []), *block, "", words.asked[0]])
        made.append(Piece(f"forward_{name}", letter(entity("plain", text, "utf-8"), marks[lang] + "verify"), text, words.language, subject=marks[lang] + "verify", passed_on="help@fake.example"))
    return made


def with_files() -> list[Piece]:
    made = []
    for lang, words in LANGUAGES.items():
        plain, html = CLIENTS["gmail"][0](lang, "top", words.new, words.asked[0])
        name = {"zh": "截图.png", "ru": "снимок.png", "ko": "캡처.png", "ja": "写真.png"}.get(lang, "shot.png")
        coded = f"=?utf-8?B?{base64.b64encode(name.encode()).decode()}?="
        made.append(Piece(f"file_{lang}", letter(multipart("mixed", entity("plain", plain, "utf-8"), picture(coded))), words.new, words.language, files=(name,)))
        inline = html.replace("</div>", '<img src="cid:p1@x"></div>', 1)
        made.append(Piece(f"inline_{lang}", letter(multipart("related", entity("html", inline, "utf-8"), picture("shot.png", "p1@x"))),
                          f"{words.new}[shot.png]", words.language, files=("shot.png",)))
    return made


def mislabelled() -> list[Piece]:
    """Labels that lie, are missing or unknown; two sentences, as people write."""
    made = []
    for lang, words in LANGUAGES.items():
        text = f"{words.new}\n{words.answers[0]}"
        charsets = {"hant": ("big5hkscs", "utf-8"), "zh": ("gb18030", "utf-8"), "ru": ("koi8-r", "cp1251", "utf-8"), "ko": ("cp949", "utf-8"), "ja": ("cp932", "iso2022_jp", "euc_jp", "utf-8")}.get(lang, ("utf-8",))
        for charset in charsets:
            for label in ("x-unknown", "iso-8859-1", "us-ascii"):
                made.append(Piece(f"label_{label}_{lang}_{charset}", letter(entity("plain", text, charset, label)), text, words.language))
            made.append(Piece(f"unlabelled_{lang}_{charset}", letter(b"\r\n" + text.encode(charset)), text, words.language))
    for real, said, lang in (("gb18030", "big5", "zh"), ("big5hkscs", "gb2312", "hant"), ("koi8-r", "windows-1251", "ru"), ("cp1251", "koi8-r", "ru"), ("cp949", "gb2312", "ko"), ("cp932", "gb2312", "ja")):
        words = LANGUAGES[lang]
        text = f"{words.new}\n{words.answers[0]}"
        made.append(Piece(f"lie_{real}_as_{said}", letter(entity("plain", text, real, said)), text, words.language))
    return made


def machines() -> list[Piece]:
    subjects = {"zh": "自动回复：您好", "hant": "自動回覆: 您好", "en": "Automatic reply: hello", "ru": "Автоответ: привет", "ko": "자동응답: 안녕하세요", "ja": "自動応答: こんにちは", "es": "Respuesta automática: hola"}
    return [Piece(f"machine_{lang}", letter(entity("plain", LANGUAGES[lang].new, "utf-8"), subject), LANGUAGES[lang].new, LANGUAGES[lang].language, subject=subject, automatic="auto_subject")
            for lang, subject in subjects.items()]


CORPUS = [*replies(), *below_and_between(), *signed(), *passed_on(), *with_files(), *mislabelled(), *machines()]

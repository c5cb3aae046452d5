"""How mail programs write a reply: for each, its languages and a function from words to (plain, html). After what the programs send."""

import html as markup
from collections.abc import Callable
from typing import NamedTuple

WHO, ADDRESS, ME = "Ana · Demo", "ana@support.demo-exchange.example", "mei.lin@example.com"


class Words(NamedTuple):
    """What one person writes in one language: new words, two questions that are quoted, answers to them."""

    language: str
    new: str
    asked: tuple[str, str]
    answers: tuple[str, str]
    script: str


LANGUAGES = {
    "zh": Words("zh", "充值还没有到账，哈希在下面。", ("请问是哪个网络？", "金额是多少？"), ("是TRC20网络", "五百个USDT"), "gb18030"),
    "hant": Words("zh", "儲值還沒有到帳，雜湊在下面。", ("請問是哪個網路？", "金額是多少？"), ("是TRC20網路", "五百個USDT"), "big5hkscs"),
    "en": Words("en", "The deposit has not arrived, the hash is below.", ("Which network did you use?", "What was the amount?"), ("It was TRC20", "Five hundred USDT"), "cp1252"),
    "ru": Words("ru", "Депозит не пришёл, хеш ниже.", ("Какую сеть вы выбрали?", "Какая была сумма?"), ("Это была TRC20", "Пятьсот USDT"), "koi8-r"),
    "ko": Words("ko", "입금이 아직 안 됐습니다. 해시는 아래에 있습니다.", ("어떤 네트워크를 쓰셨나요?", "금액은 얼마인가요?"), ("TRC20입니다", "오백 USDT입니다"), "cp949"),
    "ja": Words("ja", "入金がまだ反映されません。ハッシュは下にあります。", ("どのネットワークですか？", "金額はいくらですか？"), ("TRC20です", "五百USDTです"), "iso2022_jp"),
    "es": Words("es", "El depósito no ha llegado, el hash está abajo.", ("¿Qué red usó?", "¿Cuál fue el importe?"), ("Fue TRC20", "Quinientos USDT"), "cp1252"),
}
GMAIL = {
    "zh": f"{WHO} <{ADDRESS}> 于2026年11月20日周五 09:05写道：", "hant": f"{WHO} <{ADDRESS}> 於 2026年11月20日 週五 上午9:05寫道：",
    "en": f"On Fri, Nov 20, 2026 at 9:05 AM {WHO} <{ADDRESS}> wrote:", "ru": f"пт, 20 нояб. 2026 г. в 09:05, {WHO} <{ADDRESS}>:",
    "ko": f"2026년 11월 20일 (금) 오전 9:05, {WHO} <{ADDRESS}>님이 작성:", "ja": f"2026年11月20日(金) 9:05 {WHO} <{ADDRESS}>:",
    "es": f"El vie, 20 nov 2026 a las 9:05, {WHO} (<{ADDRESS}>) escribió:",
}
APPLE = {
    "zh": f"2026年11月20日 09:05，{WHO} <{ADDRESS}> 写道：", "hant": f"{WHO} <{ADDRESS}> 於 2026年11月20日 上午9:05 寫道：",
    "en": f"On Nov 20, 2026, at 9:05 AM, {WHO} <{ADDRESS}> wrote:", "ru": f"20 нояб. 2026 г., в 09:05, {WHO} <{ADDRESS}> написал(а):",
    "ko": f"2026. 11. 20. 오전 9:05, {WHO} <{ADDRESS}> 작성:", "ja": f"2026/11/20 9:05、{WHO} <{ADDRESS}>のメール:",
    "es": f"El 20 nov 2026, a las 9:05, {WHO} <{ADDRESS}> escribió:",
}
THUNDERBIRD = {
    "zh": f"在 2026/11/20 9:05, {WHO} 写道:", "hant": f"{WHO} 於 2026/11/20 9:05 寫道:", "en": f"On 20/11/2026 09:05, {WHO} wrote:",
    "ru": f"20.11.2026 9:05, {WHO} пишет:", "ko": f"2026-11-20 09:05에 {WHO} 이(가) 쓴 글:", "ja": f"On 2026/11/20 9:05, {WHO} wrote:",
    "es": f"El 20/11/2026 a las 9:05, {WHO} escribió:",
}
LABELS = {
    "zh": ("发件人", "发送时间", "收件人", "主题", "2026年11月20日 9:05"), "hant": ("寄件者", "寄件日期", "收件者", "主旨", "2026年11月20日 上午 09:05"),
    "en": ("From", "Sent", "To", "Subject", "Friday, November 20, 2026 9:05 AM"), "ru": ("От", "Отправлено", "Кому", "Тема", "20 ноября 2026 г. 9:05"),
    "ko": ("보낸 사람", "보낸 날짜", "받는 사람", "제목", "2026년 11월 20일 금요일 오전 9:05"), "ja": ("差出人", "送信日時", "宛先", "件名", "2026年11月20日 9:05"),
    "es": ("De", "Enviado", "Para", "Asunto", "viernes, 20 de noviembre de 2026 9:05"),
}
IPHONE = {"zh": "发自我的 iPhone", "hant": "從我的iPhone傳送", "en": "Sent from my iPhone", "ru": "Отправлено с iPhone", "ko": "나의 iPhone에서 보냄",
          "ja": "iPhoneから送信", "es": "Enviado desde mi iPhone"}


def _escaped(text: str) -> str:
    return markup.escape(text, quote=False).replace("\n", "<br>")


def _marked(head: str, at: str, new: str, old: str, attributes: str, wrapped: bool = True) -> tuple[str, str]:
    """Top or bottom, with ``>``: Gmail, Apple, Thunderbird and their kin."""
    quoted = "\n".join("> " + line for line in old.split("\n"))
    box = f'<blockquote {attributes}>{_escaped(old)}</blockquote>'
    if at == "bottom":
        return f"{head}\n{quoted}\n\n{new}\n", f"<div>{_escaped(head)}</div>{box}<div>{_escaped(new)}</div>"
    inside = f'<div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">{_escaped(head)}<br></div>{box}</div>' if wrapped else f"<div>{_escaped(head)}</div>{box}"
    return f"{new}\n\n{head}\n\n{quoted}\n", f'<div dir="ltr">{_escaped(new)}</div><br>{inside}'


def gmail(lang: str, at: str, new: str, old: str) -> tuple[str, str]:
    return _marked(GMAIL[lang], at, new, old, 'class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204)"')


def apple(lang: str, at: str, new: str, old: str) -> tuple[str, str]:
    signed = f"{new}\n\n{IPHONE[lang]}" if at == "top" else new
    return _marked(APPLE[lang], at, signed, old, 'type="cite"', wrapped=False)


def thunderbird(lang: str, at: str, new: str, old: str) -> tuple[str, str]:
    plain, _ = _marked(THUNDERBIRD[lang], at, new, old, "")
    head = f'<div class="moz-cite-prefix">{_escaped(THUNDERBIRD[lang])}<br></div><blockquote type="cite" cite="mid:1@x">{_escaped(old)}</blockquote>'
    return plain, f"<p>{_escaped(new)}</p>{head}" if at == "top" else f"{head}<p>{_escaped(new)}</p>"


def _labels(lang: str, colon: str = ": ") -> list[str]:
    author, date, to, subject, when = LABELS[lang]
    return [f"{author}{colon}{WHO} <{ADDRESS}>", f"{date}{colon}{when}", f"{to}{colon}{ME}", f"{subject}{colon}Re: FRL-2026-000123"]


def outlook(lang: str, at: str, new: str, old: str) -> tuple[str, str]:
    block = _labels(lang)
    head = "<br>".join(f"<b>{line.partition(': ')[0]}:</b> {_escaped(line.partition(': ')[2])}" for line in block)
    return ("\n".join([new, "", "_" * 32, *block, "", old, ""]),
            f'<html><body><div class="elementToProof">{_escaped(new)}</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1">'
            f'<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri">{head}</font></div><div>{_escaped(old)}</div></body></html>')


def outlook_desktop(lang: str, at: str, new: str, old: str) -> tuple[str, str]:
    block = _labels(lang)
    head = "<br>".join(f"<b>{line.partition(': ')[0]}:</b> {_escaped(line.partition(': ')[2])}" for line in block)
    return ("\n".join([new, "", *block, "", old, ""]),
            f'<div class="WordSection1"><p class="MsoNormal">{_escaped(new)}<o:p></o:p></p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">'
            f'<p class="MsoNormal">{head}<o:p></o:p></p></div><p class="MsoNormal">{_escaped(old)}</p></div>')


def qq(lang: str, at: str, new: str, old: str) -> tuple[str, str]:
    rule = "------------------ 原始邮件 ------------------" if lang == "zh" else "------------------ Original ------------------"
    author, date, to, subject = ("发件人", "发送时间", "收件人", "主题") if lang == "zh" else ("From", "Date", "To", "Subject")
    block = [f'{author}: "{WHO}" <{ADDRESS}>;', f"{date}: 2026年11月20日(星期五) 上午9:05", f'{to}: "梅"<{ME}>;', f"{subject}: Re: x"]
    rows = "".join(f"<div><b>{line.partition(':')[0]}:</b>&nbsp;{_escaped(line.partition(': ')[2])}</div>" for line in block)
    return ("\n".join([new, "", "", "", rule, *block, "", old, ""]),
            f'<div>{_escaped(new)}</div><div><br></div><div style="font-size: 12px;font-family: Arial Narrow;padding:2px 0 2px 0;">{rule.replace(" ", "&nbsp;")}</div>'
            f'<div style="font-size: 12px;background:#efefef;padding:8px;">{rows}</div><div><br></div><div>{_escaped(old)}</div>')


def netease(lang: str, at: str, new: str, old: str) -> tuple[str, str]:
    head = f"在 2026-11-20 09:05:33，\"{WHO}\" <{ADDRESS}> 写道：" if lang == "zh" else f'At 2026-11-20 09:05:33, "{WHO}" <{ADDRESS}> wrote:'
    return (f"{new}\n\n\n\n\n{head}\n\n{old}\n",
            f'<div style="line-height:1.7;color:#000000;font-size:14px;font-family:Arial"><div>{_escaped(new)}</div></div><br><div id="divNeteaseMailCard"></div><br>'
            f'<pre><br>{_escaped(head)}</pre><blockquote id="isReplyContent" style="PADDING-LEFT: 1ex">{_escaped(old)}</blockquote>')


def netease_master(lang: str, at: str, new: str, old: str) -> tuple[str, str]:
    rule = "---- 回复的原邮件 ----" if lang == "zh" else "---- Replied Message ----"
    names = ("发件人", "日期", "收件人", "主题") if lang == "zh" else ("From", "Date", "To", "Subject")
    rows = list(zip(names, (f"{WHO}<{ADDRESS}>", "2026年11月20日 09:05", ME, "Re: x"), strict=True))
    cells = "".join(f"<tr><td>{name}</td><td>{_escaped(value)}</td></tr>" for name, value in rows)
    return ("\n".join([new, "", rule, *(f"| {name} | {value} |" for name, value in rows), "", old, ""]),
            f'<div>{_escaped(new)}</div><div class="J-reply" style="background-color:#f2f2f2;color:black">{rule}</div><table>{cells}</table><blockquote>{_escaped(old)}</blockquote>')


def foxmail(lang: str, at: str, new: str, old: str) -> tuple[str, str]:
    names = ("发件人", "发送时间", "收件人", "主题") if lang == "zh" else ("From", "Date", "To", "Subject")
    values = (WHO, "2026-11-20 09:05", "mei", "Re: x")
    rows = "".join(f"<div><b>{name}：</b>&nbsp;{value}</div>" for name, value in zip(names, values, strict=True))
    block = [f"{name}： {value}" for name, value in zip(names, values, strict=True)]
    return ("\n".join([new, "", ME, "", *block, old, ""]),
            f'<div>{_escaped(new)}</div><div><br></div><hr style="width: 210px; height: 1px;" color="#b5c4df" size="1" align="left"><div><span>{ME}</span></div>'
            f'<blockquote style="margin-Top: 0px; margin-Left: 0.5em"><div>&nbsp;</div><div style="border-top:solid #B5C4DF 1.0pt">{rows}</div><div>{_escaped(old)}</div></blockquote>')


def yandex(lang: str, at: str, new: str, old: str) -> tuple[str, str]:
    head = f'20.11.2026, 09:05, "{WHO}" <{ADDRESS}>:'
    plain, _ = _marked(head, "top", new, old, "")
    return plain, f"<div>{_escaped(new)}</div><div>&nbsp;</div><div>{_escaped(head)}</div><blockquote><p>{_escaped(old)}</p></blockquote>"


def mailru(lang: str, at: str, new: str, old: str) -> tuple[str, str]:
    head = f"Пятница, 20 ноября 2026, 9:05 +03:00 от {WHO} <{ADDRESS}>:"
    quoted = "\n".join(">" + line for line in old.split("\n"))
    return f"{new}\n\n{head}\n{quoted}\n", f'<HTML><BODY>{_escaped(new)}<br><br><blockquote style="border-left:1px solid #0857A6;margin:10px">{_escaped(head)}<br><div>{_escaped(old)}</div></blockquote></BODY></HTML>'


def naver(lang: str, at: str, new: str, old: str) -> tuple[str, str]:
    block = [f'From: "{WHO}"<{ADDRESS}>', f"To: <{ME}>;", "Cc:", "Sent: 2026-11-20 (금) 09:05:33 (GMT+09:00)", "Subject: Re: x"]
    return ("\n".join([new, "", "-----Original Message-----", *block, "", old, ""]),
            f'<p>{_escaped(new)}</p><p>-----Original Message-----<br>{"<br>".join(_escaped(line) for line in block)}</p><p>{_escaped(old)}</p>')


def daum(lang: str, at: str, new: str, old: str) -> tuple[str, str]:
    block = [f"보낸사람: {WHO} <{ADDRESS}>", f"받는사람: {ME}", "날짜: 2026년 11월 20일 금요일, 09시 05분 33초 +0900", "제목: Re: x"]
    return "\n".join([new, "", "--------- 원본 메일 ---------", *block, "", old, ""]), f"<p>{_escaped(new)}</p><div>--------- 원본 메일 ---------</div>" + "<br>".join(map(_escaped, block)) + f"<p>{_escaped(old)}</p>"


def yahoo(lang: str, at: str, new: str, old: str) -> tuple[str, str]:
    if lang == "ja":
        block = [f'From: "{WHO}" <{ADDRESS}>', f"To: {ME}", "Date: 2026/11/20, Fri 09:05", "Subject: Re: x"]
        return "\n".join([new, "", "----- Original Message -----", *block, "", old, ""]), ""
    head = f"On Friday, November 20, 2026 at 09:05:33 AM GMT+8, {WHO} <{ADDRESS}> wrote:"
    return (f"{new}\n\n{head}\n\n" + "\n".join("> " + line for line in old.split("\n")) + "\n",
            f'<div class="ydp1yahoo-style-wrap">{_escaped(new)}</div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>{_escaped(head)}</div><div>{_escaped(old)}</div></div>')


def samsung(lang: str, at: str, new: str, old: str) -> tuple[str, str]:
    rule, names = {"zh": ("原始邮件", ("发件人", "日期", "收件人", "主题")), "ko": ("원본 메시지", ("보낸 사람", "날짜", "받는 사람", "제목")),
                   "ru": ("Исходное сообщение", ("От", "Дата", "Кому", "Тема"))}.get(lang, ("Original message", ("From", "Date", "To", "Subject")))
    block = [f"{name}: {value}" for name, value in zip(names, (f"{WHO} <{ADDRESS}>", "2026/11/20 09:05 (GMT+08:00)", ME, "Re: x"), strict=True)]
    signed = f"{new}\n\n\n{ {'zh': '从我的 Galaxy 发送', 'ko': '내 Galaxy에서 보냄', 'ru': 'Отправлено с моего Galaxy'}.get(lang, 'Sent from my Galaxy') }"
    return "\n".join([signed, "", "", f"-------- {rule} --------", *block, "", old, ""]), ""


def proton(lang: str, at: str, new: str, old: str) -> tuple[str, str]:
    head = f"On Friday, November 20th, 2026 at 9:05 AM, {WHO} <{ADDRESS}> wrote:"
    quoted = "\n".join("> " + line for line in old.split("\n"))
    return (f"{new}\n\nSent with Proton Mail secure email.\n\n{head}\n\n{quoted}\n",
            f'<div>{_escaped(new)}</div><div class="protonmail_quote">{_escaped(head)}<br><blockquote class="protonmail_quote" type="cite">{_escaped(old)}</blockquote></div>')


def phone(lang: str, at: str, new: str, old: str) -> tuple[str, str]:
    """Huawei and Xiaomi."""
    maker = {"zh": "发自我的华为手机"}.get(lang, "Sent from my HUAWEI phone")
    block = [f"发件人：{WHO} <{ADDRESS}>", "日期：2026年11月20日周五 上午9:05", f"收件人：{ME}", "主 题：Re: x"]
    return "\n".join([new, "", maker, "", "-------- 原始邮件 --------", *block, old, ""]), ""


Client = Callable[[str, str, str, str], tuple[str, str]]
EVERY = tuple(LANGUAGES)
CLIENTS: dict[str, tuple[Client, tuple[str, ...]]] = {
    "gmail": (gmail, EVERY), "apple": (apple, EVERY), "thunderbird": (thunderbird, EVERY), "outlook": (outlook, EVERY), "outlook_desktop": (outlook_desktop, EVERY),
    "qq": (qq, ("zh", "en")), "netease": (netease, ("zh", "en")), "netease_master": (netease_master, ("zh", "en")), "foxmail": (foxmail, ("zh", "en")),
    "yandex": (yandex, ("ru", "en")), "mailru": (mailru, ("ru",)), "naver": (naver, ("ko", "en")), "daum": (daum, ("ko",)), "yahoo": (yahoo, ("en", "ja", "zh", "es")),
    "samsung": (samsung, ("zh", "en", "ko", "ru")), "proton": (proton, ("en", "ru", "es")), "phone": (phone, ("zh", "en")),
}
MARKS = ("gmail", "apple", "thunderbird")
"""Programs with whose ``>`` people write below and between."""

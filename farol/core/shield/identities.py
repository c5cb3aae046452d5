"""Numbers of identity documents: by their own check digits and dates where they have them, by the word before them where not."""

import re
from collections.abc import Iterator
from datetime import date

from .cards import OTHER_NUMBER
from .model import Hit

_CHINA = re.compile(r"(?<![0-9A-Za-z])((?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\d{4})((?:19|20)\d{2})(\d{2})(\d{2})\d{3}[\dXx](?![0-9A-Za-z])")
_CHINA_CHECK = "10X98765432"
_KOREA = re.compile(r"(?<![0-9A-Za-z-])(\d{2})(\d{2})(\d{2})-[1-8]\d{6}(?![0-9A-Za-z-])")
_BRAZIL = re.compile(r"(?<![0-9.])\d{3}\.\d{3}\.\d{3}-\d{2}(?!\d)")
_NAMED = re.compile(
    r"(?:passport|passeport|reisepass|pasaporte|passaporte|pasaport|паспорт\w*|hộ chiếu|여권|パスポート|护照|護照|جواز(?: ال)?(?: ?سفر)?"
    r"|身份证|身分證|身份證|证件|證件|居民证|驾照|駕照|driv\w+ licen[cs]e|водительск\w+ удостоверени\w+"
    r"|national (?:id|identity)|identity (?:card|document)|\bid (?:card|document)|(?<!user )(?<!order )(?<!account )(?<!tx )\bid (?:number|no\b)|\bssn\b"
    r"|social security|\bitin\b|\bnin\b|aadhaar|\bpan card|\bdni\b|\bnie\b|documento(?: de identidad| nacional)?|\bcpf\b|\brg\b|\bcurp\b|c[eé]dula"
    r"|снилс|\bинн\b|удостоверени\w+ личности|\bcccd\b|\bcmnd\b|căn cước(?: công dân)?|chứng minh nhân dân|kimlik|주민(?:등록)?(?: ?번호)?|신분증"
    r"|マイナンバー|運転免許証?|在留カード|(?:رقم )?(?:ال)?هوية|البطاقة الوطنية|الرقم القومي|\bnik\b|\bktp\b|personalausweis|ausweisnummer)"
)
_JOIN = (
    r"(?:[\s:=#№\-—,，：()（）\"'“「]|号码?|號碼?|番号|번호|no\.?|nr\.?|num(?:ber|ero|aram|arası|arasi|ara)?|n[uú]mero|номер|серия|и|card|is|es|é|это|là|của|em"
    r"|tôi|mình|是|为|為|は|は、|는|은|(?:de )?identidad|code|of|mine|my|tc|هو|هي|السفر|الوطنية|رقم|الخاص|بي|أنا|的|我){0,9}"
)
_VALUE = r"(?P<value>(?=[0-9a-z.\- ]{0,6}\d)[a-z]{0,3}\d(?:[ .\-/]?\d){5,17}[a-z]?|[a-z]{5}\d{4}[a-z])(?![0-9a-z])"
_SAID = re.compile(rf"{_NAMED.pattern}{_JOIN}{_VALUE}")
_LOOK_BACK = 24
_LEAST = 6
"""Digits that a document's number has at least."""
_A_DAY = re.compile(r"(?:19|20)\d{2}[-./ ]\d{1,2}[-./ ]\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d{2}")


def find(text: str, lower: str) -> Iterator[Hit]:
    """Numbers of identity documents; ``lower`` is the same text in lower case. Dates after "passport" stay."""
    for number in _CHINA.finditer(text):
        called = lower[max(0, number.start() - _LOOK_BACK) : number.start()]
        if _day(number[2], number[3], number[4]) and _china(number.group()) and not OTHER_NUMBER.search(called):
            yield Hit(*number.span(), "identity_number")
    for number in _KOREA.finditer(text):
        if _day(f"19{number[1]}", number[2], number[3]):
            yield Hit(*number.span(), "identity_number")
    for number in _BRAZIL.finditer(text):
        if _brazil(re.sub(r"\D", "", number.group())):
            yield Hit(*number.span(), "identity_number")
    for said in _SAID.finditer(lower):
        value = said["value"]
        if sum(character.isdigit() for character in value) >= _LEAST and not _A_DAY.match(value):
            yield Hit(*said.span("value"), "identity_number")


def _day(year: str, month: str, day: str) -> bool:
    try:
        return date(int(year), int(month), int(day)) < date(2030, 1, 1)
    except ValueError:
        return False


def _china(number: str) -> bool:
    """GB 11643: weights are powers of two, the check digit may be X."""
    total = sum(int(digit) * 2 ** (17 - place) for place, digit in enumerate(number[:17]))
    return _CHINA_CHECK[total % 11] == number[17].upper()


def _brazil(number: str) -> bool:
    """Both check digits of a CPF."""
    for size in (9, 10):
        rest = sum(int(digit) * (size + 1 - place) for place, digit in enumerate(number[:size])) * 10 % 11 % 10
        if rest != int(number[size]):
            return False
    return len(set(number)) > 1

"""Numbers written in letters, alone and put together: twenty-four, двадцать четыре, treinta y cinco."""

import re
from decimal import Decimal

from farol.core.chains.numbers import shown

_BY_LANGUAGE = (
    # English
    "a=1 an=1 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15"
    " sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90"
    " hundred=100 thousand=1000 million=1000000 billion=1000000000 half=0.5 couple=2 dozen=12",
    # Spanish
    "un=1 una=1 media=0.5 medio=0.5 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13 catorce=14 quince=15"
    " dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 veintiún=21 veintiuna=21 veintidós=22 veintitrés=23 veinticuatro=24"
    " veinticinco=25 veintiséis=26 veintisiete=27 veintiocho=28 veintinueve=29 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80"
    " noventa=90 cien=100 ciento=100 doscientos=200 trescientos=300 cuatrocientos=400 quinientos=500 seiscientos=600 setecientos=700"
    " ochocientos=800 novecientos=900 mil=1000 millón=1000000 millones=1000000",
    # Portuguese
    "um=1 uma=1 meia=0.5 meio=0.5 dois=2 duas=2 três=3 quatro=4 sete=7 oito=8 nove=9 dez=10 onze=11 doze=12 treze=13 catorze=14 quatorze=14 quinze=15"
    " dezesseis=16 dezessete=17 dezoito=18 dezenove=19 vinte=20 trinta=30 quarenta=40 cinquenta=50 sessenta=60 oitenta=80"
    " cem=100 cento=100 duzentos=200 trezentos=300 quatrocentos=400 quinhentos=500 milhão=1000000 milhões=1000000",
    # Russian
    "один=1 одна=1 одного=1 одной=1 полтора=1.5 полутора=1.5 два=2 две=2 двух=2 три=3 трёх=3 трех=3 четыре=4 четырёх=4 четырех=4 пять=5 пяти=5 шесть=6"
    " шести=6 семь=7 семи=7 восемь=8 восьми=8 девять=9 девяти=9 десять=10 десяти=10 одиннадцать=11 двенадцать=12 двенадцати=12 тринадцать=13"
    " четырнадцать=14 пятнадцать=15 пятнадцати=15 шестнадцать=16 семнадцать=17 восемнадцать=18 девятнадцать=19 двадцать=20 двадцати=20 тридцать=30"
    " тридцати=30 сорок=40 сорока=40 пятьдесят=50 пятидесяти=50 шестьдесят=60 семьдесят=70 восемьдесят=80 девяносто=90 сто=100 ста=100 двести=200"
    " триста=300 четыреста=400 пятьсот=500 шестьсот=600 семьсот=700 восемьсот=800 девятьсот=900 тысяча=1000 тысячи=1000 тысяч=1000 миллион=1000000",
    # French, German, Italian, Indonesian
    "deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 quinze=15 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60"
    " cent=100 mille=1000 ein=1 eine=1 einer=1 einem=1 einen=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12"
    " fünfzehn=15 zwanzig=20 vierundzwanzig=24 dreißig=30 achtundvierzig=48 hundert=100 tausend=1000 due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8"
    " nove=9 dieci=10 dodici=12 quindici=15 venti=20 ventiquattro=24 trenta=30 quarantotto=48 satu=1 dua=2 tiga=3 empat=4 lima=5 enam=6 tujuh=7 delapan=8"
    " sembilan=9 sepuluh=10",
    # Turkish
    "bir=1 yarım=0.5 iki=2 üç=3 dört=4 beş=5 altı=6 yedi=7 sekiz=8 dokuz=9 on=10 yirmi=20 otuz=30 kırk=40 elli=50 altmış=60 yetmiş=70 seksen=80 doksan=90"
    " yüz=100 bin=1000 milyon=1000000",
    # Vietnamese
    "một=1 hai=2 ba=3 bốn=4 năm=5 sáu=6 bảy=7 tám=8 chín=9 mười=10 trăm=100 nghìn=1000 ngàn=1000 triệu=1000000",
    # Korean
    "한=1 두=2 세=3 네=4 다섯=5 여섯=6 일곱=7 여덟=8 아홉=9 열=10 스물네=24",
    # Arabic
    "ثلاث=3 ثلاثة=3 أربع=4 أربعة=4 خمس=5 خمسة=5 ست=6 ستة=6 سبع=7 سبعة=7 ثماني=8 ثمانية=8 تسع=9 تسعة=9 عشر=10 عشرة=10 عشرين=20 ثلاثين=30 أربعين=40"
    " خمسين=50 مئة=100 مائة=100 ألف=1000",
)
_VALUES = {word: Decimal(value) for words in _BY_LANGUAGE for word, _, value in (pair.partition("=") for pair in words.split())}
_ONE = "|".join(re.escape(word) for word in sorted(_VALUES, key=len, reverse=True))
_JOIN = r"(?:[ \t-]{1,2}(?:(?:and|y|e|of|و)[ \t]{1,2})?)"
WORDED = rf"(?<![^\W\d_])(?<![^\W\d_]-)(?:{_ONE})(?:{_JOIN}(?:{_ONE})(?![^\W\d_])){{0,7}}(?:(?![^\W\d_])(?:[ \t]of(?=[ \t]))?)"
"""A number in letters, as a pattern without groups."""
_PART = re.compile(rf"(?<![^\W\d_])(?:{_ONE})(?![^\W\d_])", re.IGNORECASE)
_HALF = Decimal("0.5")


def worded_value(written: str) -> str | None:
    """The value in one spelling; None when it holds no number word. ``half an hour`` is half of one."""
    values = [_VALUES[one.lower()] for one in _PART.findall(written)]
    if not values:
        return None
    if len(values) == 2 and values[0] == _HALF and values[1] == 1:
        return "0.5"
    if len(values) > 1 and written.lower().startswith(("a ", "an ")):
        values = values[1:]
    total = part = Decimal(0)
    for value in values:
        if value >= 1_000:
            total, part = total + (part or 1) * value, Decimal(0)
        elif value == 100:
            part = (part or 1) * value
        else:
            part += value
    return shown(total + part)

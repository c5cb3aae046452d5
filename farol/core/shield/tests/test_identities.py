"""Numbers of identity documents go; dates, order numbers and talk about documents stay."""

import pytest

from farol.core.shield import scrub

NUMBERS = {
    "身份证号11010519491231002X": "11010519491231002X",
    "11010519491231002X": "11010519491231002X",
    "meu CPF é 529.982.247-25": "529.982.247-25",
    "주민등록번호 900101-1234567": "900101-1234567",
    "mi DNI es 12345678Z": "12345678Z",
    "my passport number is E12345678, rejected": "E12345678",
    "паспорт 45 08 123456": "45 08 123456",
    "my SSN is 123-45-6789": "123-45-6789",
    "CCCD: 001099012345": "001099012345",
    "TC kimlik no: 10000000146": "10000000146",
    "رقم الهوية: 1023456789": "1023456789",
    "マイナンバーは123456789018です": "123456789018",
}


@pytest.mark.parametrize(("text", "number"), NUMBERS.items())
def test_the_number_goes_and_the_sentence_stays(text: str, number: str) -> None:
    result = scrub(text)
    assert result.removed == ("identity_number",)
    assert number not in result.text
    assert scrub(result.text) == (result.text, ())


@pytest.mark.parametrize("text", [
    "my passport was rejected twice", "passport expires 2027-05-01", "身份证过期了", "user id 12345678", "order id number 987654321", "паспорт не принимают",
    "110105194912310021", "passport photo 3 times", "身份证审核3天了", "uid 83000041", "W-20261122-000123", "id 482910",
])  # fmt: skip
def test_what_is_no_document_number_stays(text: str) -> None:
    assert scrub(text) == (text, ())

"""Sentences around secrets, in the languages customers write, and the numbers on identity documents."""

import random
from collections.abc import Callable
from datetime import date, timedelta

SEED = (
    "{}", "hello, I wrote this down: {}\nand now it does not open", "我的助记词是\n{}", "my seed phrase: {}", "助記詞：{}", "сид фраза: {}", "frase semilla {}",
    "cụm từ khôi phục: {}", "kurtarma kelimelerim {}", "시드 구문: {}", "シードフレーズ {}", "frase de recuperação: {}", "عبارة الاسترداد: {}",
)  # fmt: skip
HEX_KEY = (
    "my private key is {}", "Private key: {}", "private_key={}", "我的私钥是{}，帮我看看", "私钥 {}", "私鑰：{}", "приватный ключ {}", "закрытый ключ: {}",
    "mi clave privada es {}", "clave privada: {}", "khóa riêng tư: {}", "khoá bí mật {}", "özel anahtarım {}", "özel anahtar: {}", "개인키: {}",
    "개인 키는 {}", "秘密鍵は{}です", "chave privada: {}", "minha chave privada é {}", "المفتاح الخاص: {}", "مفتاحي الخاص هو {}",
)  # fmt: skip
SECRET = (
    "api secret: {}", "API Secret={}", "secret key {}", "apiSecret: {}", "my api key is {}", "API密钥：{}", "API 密钥是{}", "API 金鑰：{}", "密钥 {}",
    "секретный ключ API: {}", "API ключ: {}", "clave secreta de la API: {}", "clave API {}", "khóa bí mật API: {}", "mã bí mật api {}", "api gizli anahtarı: {}",
    "gizli anahtar {}", "API 시크릿: {}", "API 비밀키 {}", "APIシークレット: {}", "APIシークレットキーは{}です", "chave secreta da API: {}", "chave api {}",
    "المفتاح السري: {}", "مفتاح API: {}",
)  # fmt: skip
PASSWORD = (
    "my password is {}", "password: {}", "Password={}", "pwd: {}", "我的密码是{}，登不上", "密码：{}", "登录密码{}", "資金密碼：{}", "我的密碼是 {}", "мой пароль {}",
    "пароль: {}", "пароль от аккаунта - {}", "mi contraseña es {}", "contraseña: {}", "mật khẩu của tôi là {}", "mật khẩu: {}", "mk: {}", "şifrem {}", "şifre: {}",
    "parolam: {}", "비밀번호는 {} 입니다", "비밀번호: {}", "비번: {}", "パスワードは{}です", "パスワード：{}", "minha senha é {}", "senha: {}", "كلمة المرور: {}",
    "كلمة السر هي {}",
)  # fmt: skip
ONE_TIME = (
    "my code is {}", "verification code: {}", "the sms code is {}", "{} is my verification code", "2FA {}", "otp: {}", "验证码 {}", "验证码是{}", "收到的短信验证码：{}",
    "谷歌验证码{}", "驗證碼 {}", "我的驗證碼是{}", "код из смс {}", "код подтверждения: {}", "код {}", "мой код {}", "el código de verificación es {}", "código: {}",
    "mi codigo es {}", "mã xác minh {}", "mã OTP: {}", "mã xác thực là {}", "doğrulama kodu: {}", "onay kodu {}", "sms kodu {}", "인증번호 {}", "인증 코드는 {} 입니다",
    "認証コード {}", "認証コードは{}です", "確認コード：{}", "código de verificação: {}", "meu código é {}", "رمز التحقق: {}", "الكود {}", "كود التحقق {}",
)  # fmt: skip
CARD = (
    "{}", "my card {} was charged", "card number: {}", "卡号{}，入金失败", "我的银行卡 {}", "卡號：{}", "карта {}", "номер карты: {}", "mi tarjeta {}", "thẻ {}",
    "kart numaram {}", "카드번호 {}", "カード番号 {}", "cartão {}", "رقم البطاقة {}",
)  # fmt: skip


def _born(chance: random.Random) -> date:
    return date(1955, 1, 1) + timedelta(days=chance.randrange(18_000))


def _digits(chance: random.Random, size: int) -> str:
    return "".join(chance.choices("0123456789", k=size))


def china(chance: random.Random) -> str:
    """Resident identity number with its check digit (GB 11643)."""
    body = f"{chance.choice((110101, 310115, 440305, 510107))}{_born(chance):%Y%m%d}{_digits(chance, 3)}"
    return body + "10X98765432"[sum(int(c) * 2 ** (17 - at) for at, c in enumerate(body)) % 11]


def brazil(chance: random.Random) -> str:
    """CPF with its two check digits."""
    body = [int(c) for c in _digits(chance, 9)]
    for _ in range(2):
        rest = sum(c * (len(body) + 1 - at) for at, c in enumerate(body)) * 10 % 11
        body.append(rest % 10)
    plain = "".join(map(str, body))
    return chance.choice((plain, f"{plain[:3]}.{plain[3:6]}.{plain[6:9]}-{plain[9:]}"))


def spain(chance: random.Random) -> str:
    """DNI with its letter."""
    number = chance.randrange(10_000_000, 99_999_999)
    return f"{number}{'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23]}"


def korea(chance: random.Random) -> str:
    """Resident registration number; its check digit is left to chance, as it is for people born lately."""
    return f"{_born(chance):%y%m%d}-{chance.choice('12')}{_digits(chance, 6)}"


ID_NUMBER: dict[str, tuple[tuple[str, ...], Callable[[random.Random], str]]] = {
    "china": (("身份证号{}", "我的身份证是 {}", "{}", "身份证号码：{}，姓名李梅", "身分證 {}"), china),
    "brazil": (("meu CPF é {}", "CPF: {}", "cpf {}"), brazil),
    "spain": (("mi DNI es {}", "DNI: {}", "documento de identidad {}"), spain),
    "korea": (("주민등록번호 {}", "주민번호: {}", "{}"), korea),
    "passport": (
        ("my passport number is {}", "passport no: {}", "护照号 {}", "護照號碼：{}", "номер паспорта {}", "número de pasaporte: {}", "số hộ chiếu {}",
         "pasaport numaram {}", "여권번호 {}", "パスポート番号は{}です", "passaporte: {}", "رقم جواز السفر {}"),
        lambda chance: chance.choice("EGPC") + _digits(chance, 8)),
    "russia": (("паспорт {}", "серия и номер паспорта: {}"), lambda chance: f"{_digits(chance, 2)} {_digits(chance, 2)} {_digits(chance, 6)}"),
    "usa": (("my SSN is {}", "social security number: {}"), lambda chance: f"{chance.randrange(100, 665)}-{chance.randrange(10, 99)}-{chance.randrange(1000, 9999)}"),
    "vietnam": (("CCCD: {}", "số căn cước của em là {}", "CMND {}"), lambda chance: "0" + _digits(chance, 11)),
    "turkey": (("TC kimlik no: {}", "kimlik numaram {}"), lambda chance: "1" + _digits(chance, 10)),
    "japan": (("マイナンバー {}", "マイナンバーは{}です"), lambda chance: "1" + _digits(chance, 11)),
    "arabic": (("رقم الهوية: {}", "رقم البطاقة الوطنية {}"), lambda chance: "1" + _digits(chance, 9)),
    "any": (("my ID card number is {}", "national id: {}", "ID number: {}"), lambda chance: "A" + _digits(chance, 8)),
}
"""Document to sentences and the number."""

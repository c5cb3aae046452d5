"""Words that say what the next thing is, in the languages customers write. All are matched in lower case."""

import re

SEED = re.compile(
    r"seed|mnemonic|recovery (?:phrase|words)|secret phrase|backup (?:phrase|words)|(?:12|15|18|21|24"
    r"|twelve)[ -]words?"
    r"|助记词|助記詞|助记|种子|種子|恢复词|恢复短语|备份词|注记词|助词|个词|個詞|シード|復元フレーズ|ニーモニック|リカバリー"
    r"|시드|니모닉|복구 ?구문|сид|мнемони|фраз[аыу] восстан|frase (?:semilla|de recupera|di recupero|mnem|secreta)"
    r"|semilla|semente|palabras|palavras|phrase (?:de récup|secrète|mnémo)|kurtarma|tohumu?|obnov|semínko"
    r"|mnemotech"
)
_JOINS = re.compile(r"[\s:=\-—>,，.。\"'“「(（是为為就的如下在这這里裡我了]*$")

PRIVATE_KEY = re.compile(
    r"priv(?:ate)?[ _-]?key|prv[ _-]?key|secret[ _-]?key|spend[ _-]?key|wallet key|\bpk\b|私[钥鑰匙]|密[钥鑰匙]"
    r"|秘[钥鑰]|秘密鍵"
    r"|プライベートキー|개인 ?키|비밀 ?키|приватн|закрыт\w+ ключ|секретн\w+ ключ|(?:clave|llave|chave) (?:privada|secreta)"
    r"|kh(?:óa|oá|oa) (?:riêng|bí mật|cá nhân|rieng|bi mat)|مفتاح(?:ي|ك)? (?:ال)?(?:خاص|سري)|clé privée|privater? schlüssel|chiave privata|özel anahtar|soukrom|kunci (?:pribadi"
    r"|privat)|المفتاح الخاص"
)
PUBLIC = re.compile(
    r"tx|hash|transaction|address|addr\b|contract|public key|order|signature|哈希|交易|流水|地址|合约|公钥|订单|签名"
    r"|транзакц|хеш|адрес|direcci|endereço"
)

PASSWORD = re.compile(
    r"(?:登录|登陆|资金|交易|支付|提币|账号|账户|邮箱|原|旧|新)?(?:密码|密碼)|口令|passwords?|passwd|passcode|\bpwd|\b(?:pass|pw"
    r"|mdp)(?=\s?[:=])|contraseña|\bsenha"
    r"|mot de passe|парол[ьяею]м?|\bparola[mn]?|\b(?:şifre|sifre)[mn]?|비밀번호|비번|パスワード|passwort|kennwort|hasło|\bheslo|mật khẩu|\bmat khau|\bmk(?=\s?[:=])"
    r"|kata sandi|รหัสผ่าน"
    r"|كلمة (?:ال)?(?:مرور|سر)|كلمة السر|الباسورد|باسورد|\bpin(?:[ -]?code|码)?(?![a-z])"
)
CODE_MAKER = re.compile(r"(?:authenticator|2fa|totp|setup|otp|验证器?|驗證器?)[ _-]?$")
API_SECRET = re.compile(
    r"(?:authenticator|2fa|totp|setup)[ _-]?(?:key|secret)|"
    r"(?:api|access|client|app|account|consumer|signing|webhook)[ _-]?(?:secret|key|token)(?:[ _-]?(?:key"
    r"|id))?|secret(?:[ _-]?(?:access[ _-]?)?key)?"
    r"|passphrase|(?:auth|bot|bearer|refresh|session)[ _-]?token|bearer|api ?(?:密[钥鑰码匙]|秘[钥鑰])|密[钥鑰匙]|秘[钥鑰]"
    r"|секретн\w+ ключ(?: api)?|ключ api|api[ -]?ключ|api ?金[鑰钥]|金[鑰钥]"
    r"|(?:clave|chave|llave) (?:secreta|api)(?: d[ea] (?:la )?api)?|シークレット(?:キー)?|시크릿(?: ?키)?|비밀 ?키|gizli anahtar(?:ı|ım|i|im)?"
    r"|(?:kh(?:óa|oá|oa)|mã) (?:bí mật|api)(?: api)?|مفتاح(?:ي|ك)? (?:ال)?(?:سري|api)|المفتاح السري"
)
ONE_TIME_CODE = re.compile(
    r"(?:验证|校验|动态|短信|谷歌|驗證|確認|认证)(?:验证)?(?:码|碼|代码|密码)|谷歌验证器?|\botp|\b2fa|\btotp|\bmfa"
    r"|(?:verification|verify|security|auth(?:entication|enticator)?|login|log-in|sign-in|sms|e?mail"
    r"|one[ -]time|confirmation|google)[ -]?(?:code|pin|passcode|password)"
    r"|authenticator|código de (?:verificaci|verifica|seguri|confirma)\w*|code de (?:vérification"
    r"|sécurité)|код (?:подтверждения|из смс|безопасности)"
    r"|認証コード|確認コード|인증 ?(?:번호|코드)|(?:doğrulama|onay|sms|güvenlik) kodu[mn]?|mã (?:xác minh|xác nhận|xác thực|otp|sms)|bestätigungscode"
    r"|codice di verifica|ověřovací kód|kode (?:verifikasi|otp)|(?:رمز|كود) (?:ال)?(?:تحقق|تأكيد|أمان)"
)
PLAIN_CODE = re.compile(r"\bcode|\bкод\b|\bc[óo]digo\b|\bkod(?:um|u|un)?\b|\bmã\b|코드|コード|(?:ال)?كود|الرمز")
"""A code of no said kind; only six digits count after it."""
NOT_A_CODE = re.compile(
    r"(?:error|err|status|country|zip|postal|post|promo|referral|invite|invitation|swift|sort|bank|qr"
    r"|area|product|coupon|voucher|discount"
    r"|reference|ref|transaction|branch|tax|dial(?:ing)?|source|return|response|http|bar|iban|airport"
    r"|dress|gift|rejection|reject|reason|ошибк\w{0,2}|почтовый|hata|posta|indirim|エラー|クーポン|紹介|에러|오류|추천|국가|쿠폰"
    r"|código de (?:área|error|erro))[ -]?$"
)


def lowered(text: str) -> str:
    """Lower case without moving any offset."""
    lower = text.lower()
    return (
        lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


def said_seed(before: str, at_end: bool = False) -> bool:
    """Whether the text just before names a seed phrase; ``at_end``: with only joining words after it."""
    ends = [word.end() for word in SEED.finditer(lowered(before))]
    return bool(ends) and (not at_end or bool(_JOINS.match(before, ends[-1])))

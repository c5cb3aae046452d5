"""What programs and companies put below a person's words: device lines, signatures, disclaimers. In doubt it is kept."""

import re

RULE_LINE = re.compile(r"[_\-—=*]{5,}|\|?\s*\|")
_DEVICE = re.compile(
    r"("
    r"sent from (my )?.{0,3}(iphone|ipad|ipod|mobile|phone|samsung|galaxy|huawei|xiaomi|redmi|oppo|vivo|oneplus|pixel|android|gmail|outlook|mail for windows|yahoo|proton|blackberry|windows"
    r"|nokia|honor|aquamail|spark|naver|mail\.ru|yandex).{0,80}"
    r"|sent with \[?(proton|spark|airmail|mailspring|tutanota|shortwave).{0,100}|get \[?outlook for (ios|android|mac).{0,80}|sent via .{1,40}"
    r"|发自我的.{1,40}|发自网易邮箱.{0,30}|来自网易邮箱.{0,30}|发送自.{1,40}|来自QQ邮箱.{0,20}|发自.{0,20}(foxmail|QQ邮箱|126邮箱|163邮箱|小米手机|华为|荣耀|iPhone|手机).{0,20}"
    r"|获取 ?\[?outlook for .{1,60}|下载适用于 .{1,30}的 ?outlook.{0,60}|从我的.{1,20}(发送|傳送)|從我的.{1,20}(傳送|發送)|發自我的.{1,40}|傳送自.{1,40}|寄自.{1,40}|取得 ?\[?outlook .{1,60}"
    r"|从 ?(windows|iphone).{0,30}(发送|版邮件).{0,30}|您的.{0,10}来自小米.{0,20}"
    r"|отправлено (с|из|от) .{1,80}|послано с .{1,40}|скачать outlook .{1,40}|загрузить outlook .{1,40}"
    r"|나의 .{1,30}에서 (보냄|전송)|.{0,20}(iphone|ipad|galaxy|갤럭시|아이폰|네이버 메일|daum 메일).{0,10}에서 (보냄|전송|발송|보냈습니다).{0,5}|outlook for (ios|android).{0,60} 다운로드.{0,5}"
    r"|.{0,20}(iphone|ipad|galaxy|android|ヤフーメール|yahoo!メール).{0,20}(から送信|より送信).{0,10}|outlook for (ios|android|mac).{0,40}(を入手|の入手).{0,10}"
    r"|enviado (desde|do|de|a partir do) (mi|meu|my)? ?\S{1,20}.{0,60}|obtener outlook .{1,60}|obter o? ?outlook .{1,60}"
    r"|đã gửi từ .{1,40}|được gửi từ .{1,40}|iphone'umdan gönderildi|.{1,30}('d[ae]n|'t[ae]n|mdan|imden) gönderildi"
    r")(\s?<http\S{0,200}>)?", re.IGNORECASE)
_DISCLAIMER = re.compile(
    r"\W{0,4}("
    r"confidentiality (notice|note)|(important )?disclaimer\b|legal notice|this (e-?mail|message|communication)( message)?,?( and| including| \(| may| is| contains|, and).{0,100}(confidential|privileged|intended|attach)"
    r"|the (information|contents?) (contained )?(in|of) this (e-?mail|message).{0,120}|please consider the environment"
    r"|(本|此)(电子)?(邮件|電子郵件|郵件|信件).{0,40}(保密|机密|機密|仅供|僅供|收件人|特权)|(保密|免责|免責)(声明|聲明|提示|通知)|【?重要提示】?[:：]?本邮件"
    r"|(это|данное|настоящее) (электронное )?(сообщение|письмо).{0,120}(конфиденциал|предназначен)|уведомление о конфиденциальности"
    r"|(본|이) (메일|메시지|이메일|전자우편).{0,80}(기밀|비밀|수신인|지정된)|(この|本)(電子)?(メール|メッセージ).{0,80}(機密|秘密|宛先|受信者)"
    r"|(este|el presente) (mensaje|correo|e-?mail).{0,140}(confidencial|destinatari|privilegiad)|aviso (legal|de confidencialidad)|(esta|este) (mensagem|e-mail).{0,140}(confidencial|destinat)"
    r")", re.IGNORECASE)
_MOST_DISCLAIMER = 25
"""Lines from a disclaimer to the end of the words; a person who quotes one in the middle goes on longer."""
_SIGN_OFF = re.compile(
    r"((best|kind|warm|many)? ?(regards|wishes)|sincerely( yours)?|yours (sincerely|faithfully|truly)|thanks( and regards)?|thank you|cheers|best"
    r"|此致|敬礼|祝好|顺颂商祺|順頌商祺|谢谢|謝謝|祝商祺|敬上|С уважением|с наилучшими пожеланиями|(un )?saludos?( cordiales?)?|atentamente|atenciosamente"
    r"|감사합니다|드림|敬具|よろしくお願い(いた|致)?します)[,，.。!！]?", re.IGNORECASE)
_CONTACT = re.compile(
    r"(t|tel|telephone|phone|mobile|mob|cell|m|f|fax|e|e-?mail|w|web|website|address|addr|电话|電話|手机|手機|传真|邮箱|郵箱|地址|网址|тел|моб|факс|почта|сайт|адрес|전화|팩스|이메일|휴대폰|주소|TEL|FAX|住所|teléfono|móvil|correo|dirección)"
    r"\.?\s{0,3}[:：.+]\s{0,3}\S.{0,120}|(https?://|www\.)\S{3,100}|\+?[\d ()-]{8,25}(\s?(ext|доб|转)\.?\s?\d{1,5})?|[^\s@]{1,64}@[^\s@]{3,100}|[^|]{1,60}( \| [^|]{1,60}){1,5}", re.IGNORECASE)


def without(lines: list[str], kept: list[int], sender: str = "", *, above_quote: bool = False, below_quote: bool = False) -> list[int]:
    """Of the kept line numbers those that are a person's words. sender: whose address alone at the end is Foxmail's signature.

    below_quote: they stand under what is quoted, where Yandex and Thunderbird put a signature and often nothing else.
    """
    kept = _above_separator(lines, _trimmed(lines, kept), alone=below_quote)
    kept = [at for at in kept if len(lines[at]) > 200 or not _DEVICE.fullmatch(lines[at].strip(" \t\u00a0*_[]()"))]
    kept = _above_disclaimer(lines, _trimmed(lines, kept))
    kept = _above_contacts(lines, kept)
    if above_quote and sender and len(kept) > 1 and lines[kept[-1]].strip().casefold() == sender.casefold():
        kept = kept[:-1]
    return _trimmed(lines, kept)


def _above_separator(lines: list[str], kept: list[int], *, alone: bool) -> list[int]:
    for place, at in enumerate(kept):
        if (place or alone) and lines[at].rstrip(" \u00a0") == "--" and len(kept) - place <= 14:
            return kept[:place]
    return kept


def _above_disclaimer(lines: list[str], kept: list[int]) -> list[int]:
    for place, at in enumerate(kept):
        starts = place and (not lines[at - 1].strip() or RULE_LINE.fullmatch(lines[at - 1].strip()))
        if starts and len(kept) - place <= _MOST_DISCLAIMER and _DISCLAIMER.match(lines[at]):
            return _trimmed(lines, kept[:place])
    return kept


def _above_contacts(lines: list[str], kept: list[int]) -> list[int]:
    """Cuts two or more lines of contacts at the end, but only below a sign-off: alone they may be the answer."""
    end, contacts = len(kept), 0
    while end and len(kept) - end < 10:
        words = lines[kept[end - 1]].strip()
        if words and not _CONTACT.fullmatch(words):
            break
        contacts += bool(words)
        end -= 1
    if contacts < 2:
        return kept
    above = [lines[at].strip() for at in kept[max(0, end - 4): end]]
    return _trimmed(lines, kept[:end]) if any(_SIGN_OFF.fullmatch(words) for words in above) else kept


def _trimmed(lines: list[str], kept: list[int]) -> list[int]:
    first, end = 0, len(kept)
    while end and (not lines[kept[end - 1]].strip() or RULE_LINE.fullmatch(lines[kept[end - 1]].strip())):
        end -= 1
    while first < end and not lines[kept[first]].strip():
        first += 1
    return kept[first:end]

"""Whether a message is nothing but thanks or goodbye. Such words do not open again what was resolved.

A message counts only if every piece of it is known: thanks or a goodbye, and words that go with them. One piece that
is not known, a number, or a question mark, and somebody should read it. In doubt it is no thanks: a ticket opened for nothing
costs a glance, a customer who is not heard costs more. Thanks in advance are a request, so "in advance" is not among the pieces.
"""

import re
import unicodedata

LONGEST = 120
"""Characters; who writes more has more to say."""

THANKS = {
    "zh": "谢谢 谢谢你 谢谢你们 谢谢您 谢谢了 谢谢啦 谢谢哈 多谢 多谢了 多谢晒 感谢 感谢你 感谢你们 感谢您 谢了 谢啦 辛苦了 您辛苦了 有劳了 麻烦了 麻烦您了 麻烦你了 "
          "再见 拜拜 唔该 唔该晒",
    "en": "thanks;thank you;no thanks;no thank you;thank u;thankyou;thx;thnx;thanx;tks;ty;tysm;cheers;many thanks;much appreciated;appreciate it;i appreciate it;"
          "appreciated;bye;bye bye;goodbye;good bye;see you;have a nice day;have a good day;have a great day;good night;take care",
    "ru": "спасибо;спс;спасиб;пасиб;пасибо;благодарю;благодарим;до свидания;пока;всего доброго;всего хорошего;хорошего дня;доброй ночи",
    "es": "gracias;adiós;adios;hasta luego;hasta pronto;chao;chau;que tenga buen día;que tenga un buen día;que tengas buen día;que estén bien;"
          "se agradece;agradecido;agradecida",
    "vi": "cảm ơn;cám ơn;cam on;cảm ơn bạn;xin cảm ơn;tạm biệt",
    "tr": "teşekkürler;teşekkür ederim;teşekkür ederiz;teşekkür;tesekkurler;tesekkur ederim;sağ ol;sağol;sağolun;sağ olun;sagol;sagolun;"
          "eyvallah;görüşürüz;hoşça kal;hoşçakal;hoşça kalın;hoşçakalın",
    "ko": "감사합니다;감사해요;감사드립니다;감사드려요;감사했습니다;감사;고맙습니다;고마워요;고마워;안녕히 계세요;안녕히계세요;수고하세요;수고하셨습니다;"
          "수고하십시오",
    "ja": "ありがとう ありがとうございます ありがとうございました ありがとうね 有難う 有難うございます 有り難うございます 有難うございました 感謝します "
          "感謝いたします 感謝です 助かりました お世話になりました サンキュー さようなら 失礼します 失礼いたします",
    "pt": "obrigado;obrigada;obg;vlw;valeu;agradeço;agradecido;agradecida;grato;grata;tchau;até logo;até mais;tenha um bom dia;tenham um bom dia",
    "ar": "شكرا;شكرا لك;شكرا لكم;شكرا جزيلا;مشكور;مشكورين;مشكورة;يعطيك العافية;يعطيكم العافية;جزاك الله خيرا;جزاكم الله خيرا;تسلم;تسلمون;مع السلامة;"
          "الى اللقاء;وداعا",
}
WITH = {
    "zh": "好 好的 好滴 好哒 好啦 嗯 嗯嗯 哦 噢 行 可以了 收到 收到了 已收到 已收到了 已经收到 已经收到了 到账了 已到账 已经到账 已经到账了 明白 明白了 知道了 "
          "了解 了解了 懂了 解决了 已解决 已经解决 已经解决了 问题解决了 搞定了 没问题了 没有问题了 没事了 没有其他问题了 没别的问题了 不用了 你们 您 你 啊 啦 哈 "
          "哈哈 了 呀 呢 哟 的 您的帮助 你的帮助 你们的帮助 您的回复 帮助 帮忙 客服 亲 老师 小姐姐 祝您 祝你 生活愉快 工作顺利 一切顺利 晚安 周末愉快 非常 十分 "
          "万分 真的 太 很 棒 给力 真好 很好 真棒 很快 效率很高 服务很好 这么快 那 先这样 就这样 再次",
    "en": "ok;okay;okey;k;kk;alright;all right;great;good;perfect;awesome;nice;cool;excellent;super;wonderful;amazing;brilliant;lovely;got it;i got it;"
          "received;i received it;i have received it;it arrived;understood;noted;so much;so;very much;a lot;lots;a million;again;once again;"
          "for your help;for the help;for help;for helping;for helping me;for all your help;for your support;for the support;for your time;"
          "for your reply;for the reply;for the quick reply;for your quick reply;for the quick response;for your quick response;for your patience;"
          "for everything;for that;for this;for the info;for the information;for letting me know;for the update;all good;all good now;it works;"
          "it works now;it's working now;it is working now;works now;working now;solved;resolved;it is solved;it's solved;problem solved;fixed;"
          "no problem;no worries;nothing else;that's all;that is all;you;u;you guys;guys;team;sir;madam;bro;mate;friend;my friend;"
          "man;dear;and;oh;wow;very;really;you too;best;regards;kind regards;best regards;that helped;that helps;very helpful;you were very helpful;"
          "everything is fine;everything is fine now;everything is ok;fine;all set;now;farol",
    "ru": "большое;огромное;вам;тебе;всем;за помощь;за вашу помощь;за ответ;за поддержку;за оперативность;за быстрый ответ;за информацию;ок;окей;"
          "хорошо;понял;поняла;понятно;ясно;отлично;супер;ладно;все пришло;всё пришло;пришло;уже пришло;деньги пришли;все получил;всё получил;"
          "все получила;получил;получила;все работает;всё работает;все хорошо;всё хорошо;все ок;всё ок;решено;вопрос решен;вопрос решён;"
          "проблема решена;очень;еще раз;ещё раз;и;вам тоже;ребята",
    "es": "ok;vale;perfecto;excelente;genial;listo;entendido;de acuerdo;bueno;muy;muchas;muchísimas;mil;amable;muy amable;por todo;por la ayuda;"
          "por su ayuda;por tu ayuda;por vuestra ayuda;por su respuesta;por la respuesta;por responder;por la atención;por su atención;a ustedes;"
          "a usted;a ti;ya llegó;ya me llegó;ya está;ya quedó;recibido;ya lo recibí;solucionado;resuelto;todo bien;igualmente;saludos;buen día;"
          "buenas noches;buenas tardes;y;de nuevo;amigo",
    "vi": "bạn;các bạn;nhiều;rất nhiều;rất;shop;ad;admin;em;anh;chị;ạ;nhé;nha;vâng;dạ;ok;được rồi;đã nhận;đã nhận được;đã nhận được rồi;nhận được rồi;"
          "mình nhận được rồi;mình đã nhận được;tôi đã nhận được;đã hiểu;hiểu rồi;mình hiểu rồi;rồi;tốt;tuyệt vời;vì đã hỗ trợ;đã hỗ trợ;hỗ trợ;"
          "xin;chân thành;xong rồi",
    "tr": "çok;tamam;tamamdır;ok;peki;anladım;oldu;geldi;para geldi;hesabıma geçti;çözüldü;sorun çözüldü;sorunum çözüldü;halloldu;yardımınız için;"
          "yardımlarınız için;ilginiz için;desteğiniz için;bilgi için;herkese;size;harika;süper;mükemmel;kolay gelsin;iyi çalışmalar;iyi günler;"
          "iyi geceler;iyi akşamlar;hocam;kardeşim;tekrar",
    "ko": "네;넵;넹;예;아;알겠습니다;알겠어요;확인했습니다;확인했어요;확인되었습니다;받았습니다;받았어요;입금됐어요;입금 확인했습니다;해결됐습니다;해결되었습니다;"
          "해결됐어요;정말;정말로;너무;매우;대단히;도와주셔서;도움 주셔서;답변;빠른 답변;친절한 답변;빠른 처리;처리;좋은 하루 되세요;좋은하루되세요;"
          "오케이;굿;다시 한번",
    "ja": "はい ええ 了解 了解です 了解しました 承知しました 承知いたしました わかりました 分かりました 解決しました 解決です 無事解決しました 届きました 着金しました "
          "確認できました 確認しました どうも 本当に 大変 誠に とても 非常に ご対応 対応 ご回答 ご返信 ご連絡 ご説明 ご丁寧に いただき いただいて 頂き くださり "
          "下さり して 迅速な 早速の 丁寧な の を よかったです 良かったです です 大丈夫です もう大丈夫です 問題ありません お疲れ様でした おかげさまで おかげで",
    "pt": "muito;muitíssimo;ok;certo;perfeito;ótimo;otimo;beleza;blz;entendi;entendido;tudo certo;tudo bem;resolvido;recebi;já recebi;já chegou;"
          "já caiu;chegou;pela ajuda;pelo suporte;pela atenção;pelo retorno;pela resposta;pelo atendimento;por tudo;a todos;a vocês;vocês;você;"
          "bom dia;boa noite;boa tarde;abraço;abraços;e;mesmo",
    "ar": "لك;لكم;جزيلا;كثيرا;جدا;تمام;حسنا;طيب;اوكي;على المساعدة;على مساعدتكم;لمساعدتكم;لمساعدتك;على الرد;على سرعة الرد;وصل;وصلت;وصلني;وصلني المبلغ;"
          "تم الاستلام;تم الحل;ممتاز;رائع;فهمت;اخي;أخي;الله;و",
}
GLAD = "🙏👍👌😊🙂😀😃😄😁🥰😍❤♥💕💐🌹🎉💪✌🤝👏☺😘🤗✅💯🙇🫶🥳😌💖💗😇🙌"
_QUESTION, _SAD = "?؟¿", re.compile(r"[:;=]['-]?[(\[<]|[tT]_[tT]")
_TO_SIMPLE = str.maketrans("謝煩勞見帳賬經決問題沒個順們幫週務給這樣師點對該曬嘅囉", "谢烦劳见账账经决问题没个顺们帮周务给这样师点对该晒的啰")
_DROPPED = re.compile("[\u0307\u064b-\u0652\u200b-\u200f\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")
_JOINED = {"zh", "ja"}
"""Scripts without spaces: a piece may end anywhere."""


def _plain(text: str) -> str:
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text).casefold().translate(_TO_SIMPLE)).replace("’", "'")


def _pieces(table: dict[str, str]) -> dict[str, bool]:
    """Each piece in plain form, and whether it may end inside a run of letters."""
    return {_plain(piece): language in _JOINED for language, row in table.items()
            for piece in (row.split() if language in _JOINED else row.split(";"))}


def _matcher() -> re.Pattern[str]:
    known = _pieces(WITH) | _pieces(THANKS)
    longest = sorted(known, key=len, reverse=True)
    return re.compile("|".join(re.escape(piece) + ("" if known[piece] else r"(?!\w)") for piece in longest))


_PIECE, _CORE = _matcher(), frozenset(_pieces(THANKS))


def is_thanks(text: str) -> bool:
    """Whether the words, in any of eleven languages, are nothing but thanks or goodbye. Glad faces alone count too."""
    if not text or len(text) > LONGEST:
        return False
    plain = _plain(text)
    if any(mark in plain for mark in _QUESTION) or _SAD.search(plain):
        return False
    at, thanked = 0, False
    while at < len(plain):
        if found := _PIECE.match(plain, at):
            thanked = thanked or found[0] in _CORE
            at = found.end()
        elif plain[at] in GLAD:
            thanked = True
            at += 1
        elif unicodedata.category(plain[at])[0] in "PZ" or plain[at] in "~^♡\n\r\t":
            at += 1
        else:
            return False
    return thanked

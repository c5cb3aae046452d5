"""The words themselves, folded as ``hear`` folds a text. Recall first: a false alarm costs a glance, a missed one an account or a life."""

_WITHOUT_LEAVE = ("trade", "log", "sign", "withdraw", "transfer", "transaction", "access", "activity", "payment", "order", "device")
"""An API answers "unauthorized" to programs every day; what is done without leave is another matter."""
THEFT = [
    "/stolen", *(f"unauthori{letter}ed {what}" for letter in "sz" for what in _WITHOUT_LEAVE),
    "被盗", "盗号", "盗了", "盗刷", "被黑", "黑客", "不是我操作", "不是本人操作", "非本人操作", "不是我登录", "不是我登陆", "不是我提", "不是我转",
    "把我的币", "币被转走", "币被人", "币不见了", "币没了", "号被人", "账户被人", "账号被人", "帳號被盜", "帳戶被盜", "被盜", "盜號", "被駭", "異常登入",
    "hacked", "hacker", "stolen", "stole my", "compromised", "taken over", "took over my", "someone withdrew",
    "somebody withdrew", "someone logged in", "somebody logged in", "someone is in my account", "someone else is using my", "wasn't me",
    "was not me", "it's not me", "it is not me", "did not make this", "didn't make this", "robbed", "being drained", "account takeover",
    "взломал", "взломан", "украли", "похитили", "угнали", "не я выводил", "не я вывел", "не я вывела", "не я входил", "это не я", "без моего ведома", "несанкционированн",
    "hackea", "me robaron", "me han robado", "han robado", "están robando", "estan robando", "fue robada", "no fui yo", "no he sido yo",
    "sin mi autorización", "sin mi autorizacion", "sin mi permiso", "no autorizad", "cuenta comprometida",
    "fui hackead", "roubaram", "não fui eu", "nao fui eu", "piraté", "ce n'est pas moi", "c'est pas moi", "gehackt", "gestohlen", "war ich nicht",
    "çalındı", "hacklendi", "ben yapmadım", "해킹", "도난", "제가 아닙니다", "제가 안 했", "ハッキング", "不正ログイン", "不正アクセス", "盗まれ", "私ではありません",
    "bị hack", "bị đánh cắp", "không phải tôi", "dibobol", "dihack", "dicuri", "bukan saya", "اختراق", "سرقة", "سُرق", "لست أنا",
]
CRISIS = [
    "不想活", "想死", "自杀", "自殺", "活不下去", "轻生", "輕生", "跳楼", "跳樓", "结束生命", "結束生命", "结束自己", "活着没意思", "没有活下去", "割腕", "死给", "去死算了", "全家的钱都没了", "撑不下去", "活够了", "遗书", "遗言", "跟我妈说对不起", "跟家人说对不起", "对不起爸妈",
    "suicid", "kill myself", "killing myself", "end my life", "ending my life", "want to die", "wanna die", "no reason to live", "end it all",
    "better off dead", "don't want to live", "do not want to live", "hurt myself", "harm myself", "i can't go on", "goodbye to everyone", "goodbye everyone", "want to be here anymore", "want to be alive",
    *(f"tell my {who} i love" for who in ("kids", "children", "wife", "husband", "family", "mom", "mum", "parents", "son", "daughter")),
    "покончить с собой", "покончу с собой", "самоубийств", "суицид", "не хочу жить", "не хочется жить", "хочу умереть", "нет смысла жить",
    "quitarme la vida", "no quiero vivir", "quiero morir", "matarme", "acabar con mi vida",
    "me matar", "tirar minha vida", "não quero viver", "nao quero viver", "me tuer", "envie de mourir", "umbringen", "will sterben", "will nicht mehr leben",
    "intihar", "ölmek istiyorum", "yaşamak istemiyorum", "죽고 싶", "자살", "死にたい", "消えたい", "tự tử", "muốn chết", "bunuh diri", "ingin mati", "انتحار", "أريد أن أموت",
]
DENIALS = [
    "不是我", "不是本人", "非本人", "没有操作", "我没有", "我没", "没有", "不认识", "不是", "否",
    "not me", "no", "nope", "wasn't me", "i didn't", "i did not", "not mine", "never did", "i don't recognise", "i don't recognize",
    "не я", "нет", "это не мое", "это не моё", "no fui yo", "no es mío", "no es mio", "yo no", "não", "nao fui", "non", "nein", "hayır", "아니", "いいえ", "không",
]
"""What a short answer to "was it you?" begins with. Alone it means nothing; after a security event it does."""

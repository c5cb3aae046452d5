"""What a denial begins with, folded as ``denies`` folds a text. What rings the alarm stands in ``heard/<language>.txt``."""

DENIALS = [
    "不是我", "不是本人", "非本人", "没有操作", "我没有", "我没", "没有", "不认识", "不是", "否",
    "not me", "no", "nope", "wasn't me", "i didn't", "i did not", "not mine", "never did", "i don't recognise", "i don't recognize",
    "не я", "нет", "это не мое", "это не моё", "no fui yo", "no es mío", "no es mio", "yo no", "não", "nao fui", "non", "nein", "hayır", "아니", "いいえ", "không",
]
"""What a short answer to "was it you?" begins with. Alone it means nothing; after a security event it does."""

"""Cities that stand for time zones, where a language does not write them as the zone's own name does."""

from .tongues import Tongue

PLACES: dict[str, dict[Tongue, str]] = {
    "Asia/Shanghai": {"zh": "上海", "zh-Hant": "上海", "ru": "Шанхай", "es": "Shanghái", "vi": "Thượng Hải", "tr": "Şanghay", "ko": "상하이", "ja": "上海",
                      "pt": "Xangai", "ar": "شنغهاي"},
    "Asia/Hong_Kong": {"zh": "香港", "zh-Hant": "香港", "ru": "Гонконг", "vi": "Hồng Kông", "ko": "홍콩", "ja": "香港", "ar": "هونغ كونغ"},
    "Asia/Taipei": {"zh": "台北", "zh-Hant": "台北", "ru": "Тайбэй", "es": "Taipéi", "vi": "Đài Bắc", "ko": "타이베이", "ja": "台北", "pt": "Taipé", "ar": "تايبيه"},
    "Asia/Singapore": {"zh": "新加坡", "zh-Hant": "新加坡", "ru": "Сингапур", "es": "Singapur", "tr": "Singapur", "ko": "싱가포르", "ja": "シンガポール",
                       "pt": "Singapura", "ar": "سنغافورة"},
    "Asia/Tokyo": {"zh": "东京", "zh-Hant": "東京", "ru": "Токио", "es": "Tokio", "ko": "도쿄", "ja": "東京", "pt": "Tóquio", "ar": "طوكيو"},
    "Asia/Seoul": {"zh": "首尔", "zh-Hant": "首爾", "ru": "Сеул", "es": "Seúl", "tr": "Seul", "ko": "서울", "ja": "ソウル", "pt": "Seul", "ar": "سول"},
    "Asia/Dubai": {"zh": "迪拜", "zh-Hant": "杜拜", "ru": "Дубай", "es": "Dubái", "ko": "두바이", "ja": "ドバイ", "ar": "دبي"},
    "Asia/Ho_Chi_Minh": {"zh": "胡志明市", "zh-Hant": "胡志明市", "ru": "Хошимин", "vi": "TP. Hồ Chí Minh", "ko": "호찌민", "ja": "ホーチミン", "ar": "هو تشي منه"},
    "Asia/Riyadh": {"zh": "利雅得", "zh-Hant": "利雅德", "ru": "Эр-Рияд", "es": "Riad", "tr": "Riyad", "ko": "리야드", "ja": "リヤド", "pt": "Riade", "ar": "الرياض"},
    "Africa/Cairo": {"zh": "开罗", "zh-Hant": "開羅", "ru": "Каир", "es": "El Cairo", "tr": "Kahire", "ko": "카이로", "ja": "カイロ", "ar": "القاهرة"},
    "Europe/Istanbul": {"zh": "伊斯坦布尔", "zh-Hant": "伊斯坦堡", "ru": "Стамбул", "es": "Estambul", "tr": "İstanbul", "ko": "이스탄불", "ja": "イスタンブール",
                        "pt": "Istambul", "ar": "إسطنبول"},
    "Europe/Moscow": {"zh": "莫斯科", "zh-Hant": "莫斯科", "ru": "Москва", "es": "Moscú", "tr": "Moskova", "ko": "모스크바", "ja": "モスクワ", "pt": "Moscou",
                      "ar": "موسكو"},
    "Europe/Madrid": {"zh": "马德里", "zh-Hant": "馬德里", "ru": "Мадрид", "ko": "마드리드", "ja": "マドリード", "pt": "Madri", "ar": "مدريد"},
    "Europe/London": {"zh": "伦敦", "zh-Hant": "倫敦", "ru": "Лондон", "es": "Londres", "tr": "Londra", "ko": "런던", "ja": "ロンドン", "pt": "Londres", "ar": "لندن"},
    "America/New_York": {"zh": "纽约", "zh-Hant": "紐約", "ru": "Нью-Йорк", "es": "Nueva York", "ko": "뉴욕", "ja": "ニューヨーク", "pt": "Nova York", "ar": "نيويورك"},
    "America/Sao_Paulo": {"zh": "圣保罗", "zh-Hant": "聖保羅", "ru": "Сан-Паулу", "es": "São Paulo", "ko": "상파울루", "ja": "サンパウロ", "pt": "São Paulo",
                          "ar": "ساو باولو"},
}  # fmt: skip

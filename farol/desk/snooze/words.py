"""What a silent customer is told, in the language of their ticket."""

REMINDERS = {
    "en": "We still need your answer to go on with {number}. Just reply here. If you no longer need help, you don't have to do anything.",
    "zh": "工单 {number} 还在等您的回复，收到后我们会继续处理，直接在这里回复即可。如果您不再需要帮助，可以不用理会。",
    "zh-Hant": "工單 {number} 還在等您的回覆，收到後我們會繼續處理，直接在這裡回覆即可。如果您不再需要協助，可以不用理會。",
    "ru": "Чтобы продолжить работу по обращению {number}, нам нужен ваш ответ. Просто напишите здесь. Если помощь больше не нужна, ничего делать не надо.",
    "es": "Para seguir con {number} necesitamos su respuesta. Puede escribirnos aquí. Si ya no necesita ayuda, no tiene que hacer nada.",
    "vi": "Chúng tôi cần câu trả lời của bạn để tiếp tục xử lý {number}. Bạn chỉ cần trả lời tại đây. Nếu không cần hỗ trợ nữa, bạn không phải làm gì.",
    "tr": "{number} numaralı talebinize devam edebilmemiz için yanıtınızı bekliyoruz. Buradan yazabilirsiniz. Artık yardıma ihtiyacınız yoksa bir şey yapmanız gerekmez.",
    "ko": "{number} 문의를 계속 처리하려면 고객님의 답변이 필요합니다. 여기에 바로 답해 주세요. 더 이상 도움이 필요하지 않으시면 아무것도 하지 않으셔도 됩니다.",
    "ja": "{number} の対応を続けるため、お客様のご返信をお待ちしています。こちらにそのままご返信ください。ご不要の場合は、何もしていただく必要はありません。",
    "pt": "Para continuar com {number}, precisamos da sua resposta. Basta escrever aqui. Se não precisar mais de ajuda, não é preciso fazer nada.",
    "ar": "نحتاج إلى ردك لنتابع الطلب {number}. يمكنك الرد هنا مباشرة. إذا لم تعد بحاجة إلى المساعدة فلا يلزمك فعل شيء.",
}
ENDS = {
    "en": "We have not heard from you, so we are closing {number} for now. Nothing is lost: write here at any time and it opens again.",
    "zh": "一直没有收到您的回复，工单 {number} 先为您结束。内容都会保留，您随时在这里回复，工单就会重新打开。",
    "zh-Hant": "一直沒有收到您的回覆，工單 {number} 先為您結束。內容都會保留，您隨時在這裡回覆，工單就會重新開啟。",
    "ru": "Мы не получили ответа, поэтому пока закрываем обращение {number}. Всё сохранится: напишите здесь в любое время, и оно снова откроется.",
    "es": "No hemos tenido respuesta suya, así que cerramos {number} por ahora. No se pierde nada: escriba aquí cuando quiera y se abrirá de nuevo.",
    "vi": "Chúng tôi chưa nhận được phản hồi nên tạm đóng {number}. Mọi nội dung vẫn được giữ: bạn viết tại đây bất cứ lúc nào, yêu cầu sẽ mở lại.",
    "tr": "Sizden yanıt alamadığımız için {number} numaralı talebi şimdilik kapatıyoruz. Hiçbir şey kaybolmaz: buraya yazdığınızda talep yeniden açılır.",
    "ko": "답변이 없어 {number} 문의를 우선 종료합니다. 내용은 그대로 보관되며, 언제든 여기에 답하시면 다시 열립니다.",
    "ja": "ご返信がなかったため、{number} をいったん終了します。内容は残りますので、いつでもこちらにご返信いただければ再開します。",
    "pt": "Não recebemos a sua resposta, por isso encerramos {number} por enquanto. Nada se perde: escreva aqui quando quiser e ele será reaberto.",
    "ar": "لم نتلق ردا منك، لذلك نغلق الطلب {number} مؤقتا. لن يضيع شيء: اكتب هنا في أي وقت وسيفتح من جديد.",
}
_TRADITIONAL = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")


def said(table: dict[str, str], language: str, number: str) -> str:
    """The sentence in the ticket's language; English where there is none."""
    plain = language.lower()
    key = "zh-Hant" if plain.startswith(_TRADITIONAL) else plain.split("-")[0]
    return table.get(key, table["en"]).format(number=number)

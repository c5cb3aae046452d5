/** The words of calls and voice messages. They come with this part, not with the panel; all but zh and en are first drafts. */
import type { Lang } from "../model/types";

const KEYS = [
  "call", "voice_message", "calling", "cancel", "invites", "take", "not_now", "connecting", "speaking", "away", "mute", "unmute", "camera", "no_camera",
  "screen", "no_screen", "hang_up", "never", "record_ask", "agree", "no", "recorded", "stop_record", "no_microphone", "no_screen_right", "unsupported",
  "send", "recording", "sent_name", "screen_care", "no_device", "no_camera_right",
] as const;
export type CallKey = (typeof KEYS)[number];

const TABLES: Record<Lang, readonly string[]> = {
  en: ["Call", "Voice message", "Calling. Keep this page open.", "Cancel", "{who} offers you a call", "Take the call", "Not now", "Connecting", "Call with {who}", "The connection is lost. Looking for another way.", "Mute", "Unmute", "Camera on", "Camera off",
    "Show my screen", "Stop showing", "Hang up", "Nobody here will ask for a password, a code or a seed phrase, in a call either.", "May this call be recorded as evidence in your ticket?", "Yes, record it", "No", "This call is recorded", "Stop recording", "Your browser does not let this page use the microphone. Allow it in the address bar and try again.", "The screen could not be shown.", "This browser cannot make calls. Write here instead.",
    "Send", "Recording", "voice message", "Close what nobody else should see first: passwords, codes, other accounts.", "No microphone was found. Connect one and try again, or write here.", "The camera could not be used."],
  zh: ["语音通话", "语音留言", "正在呼叫，请不要关闭此页面。", "取消", "{who} 邀请您通话", "接听", "暂不", "正在连接", "与 {who} 通话中", "连接中断，正在重新寻找线路。", "静音", "取消静音", "打开摄像头", "关闭摄像头",
    "共享屏幕", "停止共享", "挂断", "通话中客服也不会向您要密码、验证码或助记词。", "是否同意录音，作为此工单的证据？", "同意录音", "不同意", "此通话正在录音", "停止录音", "浏览器未允许使用麦克风。请在地址栏中允许后再试。", "无法共享屏幕。", "此浏览器不支持通话，请改用文字。",
    "发送", "正在录音", "语音留言", "请先关闭不应让别人看到的内容：密码、验证码、其他账户。", "没有找到麦克风。请接上后再试，或改用文字。", "无法使用摄像头。"],
  "zh-Hant": ["語音通話", "語音留言", "正在呼叫，請不要關閉此頁面。", "取消", "{who} 邀請您通話", "接聽", "暫不", "正在連線", "與 {who} 通話中", "連線中斷，正在重新尋找線路。", "靜音", "取消靜音", "開啟攝影機", "關閉攝影機",
    "分享螢幕", "停止分享", "掛斷", "通話中客服也不會向您要密碼、驗證碼或助記詞。", "是否同意錄音，作為此工單的證據？", "同意錄音", "不同意", "此通話正在錄音", "停止錄音", "瀏覽器未允許使用麥克風。請在網址列中允許後再試。", "無法分享螢幕。", "此瀏覽器不支援通話，請改用文字。",
    "傳送", "正在錄音", "語音留言", "請先關閉不應讓別人看到的內容：密碼、驗證碼、其他帳戶。", "找不到麥克風。請接上後再試，或改用文字。", "無法使用攝影機。"],
  ru: ["Позвонить", "Голосовое сообщение", "Идёт вызов. Не закрывайте страницу.", "Отменить", "{who} предлагает вам звонок", "Ответить", "Не сейчас", "Соединение", "Разговор: {who}", "Связь прервалась. Ищем другой путь.", "Выключить микрофон", "Включить микрофон", "Включить камеру", "Выключить камеру",
    "Показать экран", "Не показывать", "Завершить", "И по телефону никто здесь не спросит пароль, код или сид-фразу.", "Можно записать разговор как доказательство в обращении?", "Да, записывать", "Нет", "Разговор записывается", "Остановить запись", "Браузер не разрешает этой странице микрофон. Разрешите его в адресной строке и повторите.", "Экран показать не удалось.", "Этот браузер не умеет звонить. Напишите здесь.",
    "Отправить", "Запись", "голосовое сообщение", "Сначала закройте то, что другим видеть нельзя: пароли, коды, другие аккаунты.", "Микрофон не найден. Подключите его и повторите или напишите здесь.", "Камеру включить не удалось."],
  es: ["Llamar", "Mensaje de voz", "Llamando. No cierre esta página.", "Cancelar", "{who} le ofrece una llamada", "Aceptar", "Ahora no", "Conectando", "En llamada con {who}", "Se perdió la conexión. Buscando otra vía.", "Silenciar", "Activar micrófono", "Activar cámara", "Apagar cámara",
    "Mostrar mi pantalla", "Dejar de mostrar", "Colgar", "Tampoco en una llamada le pediremos contraseñas, códigos ni la frase semilla.", "¿Se puede grabar esta llamada como prueba en su ticket?", "Sí, grabar", "No", "La llamada se está grabando", "Detener grabación", "Su navegador no permite el micrófono en esta página. Permítalo en la barra de direcciones e inténtelo de nuevo.", "No se pudo mostrar la pantalla.", "Este navegador no puede llamar. Escriba aquí.",
    "Enviar", "Grabando", "mensaje de voz", "Cierre antes lo que nadie más deba ver: contraseñas, códigos, otras cuentas.", "No se encontró ningún micrófono. Conecte uno e inténtelo de nuevo, o escriba aquí.", "No se pudo usar la cámara."],
  vi: ["Gọi", "Tin nhắn thoại", "Đang gọi. Đừng đóng trang này.", "Hủy", "{who} mời bạn gọi", "Nghe máy", "Để sau", "Đang kết nối", "Đang gọi với {who}", "Mất kết nối. Đang tìm đường khác.", "Tắt tiếng", "Bật tiếng", "Bật camera", "Tắt camera",
    "Chia sẻ màn hình", "Dừng chia sẻ", "Gác máy", "Trong cuộc gọi cũng không ai ở đây hỏi mật khẩu, mã hay cụm từ khôi phục.", "Có thể ghi âm cuộc gọi này làm bằng chứng trong phiếu không?", "Đồng ý ghi", "Không", "Cuộc gọi đang được ghi âm", "Dừng ghi", "Trình duyệt không cho trang này dùng micro. Hãy cho phép ở thanh địa chỉ rồi thử lại.", "Không chia sẻ được màn hình.", "Trình duyệt này không gọi được. Hãy viết ở đây.",
    "Gửi", "Đang ghi", "tin nhắn thoại", "Trước hết hãy đóng những gì người khác không nên thấy: mật khẩu, mã, tài khoản khác.", "Không tìm thấy micro. Hãy cắm micro rồi thử lại, hoặc viết ở đây.", "Không dùng được camera."],
  tr: ["Ara", "Sesli mesaj", "Aranıyor. Bu sayfayı kapatmayın.", "Vazgeç", "{who} size bir arama öneriyor", "Kabul et", "Şimdi değil", "Bağlanıyor", "{who} ile görüşme", "Bağlantı koptu. Başka bir yol aranıyor.", "Sesi kapat", "Sesi aç", "Kamerayı aç", "Kamerayı kapat",
    "Ekranımı göster", "Göstermeyi durdur", "Kapat", "Görüşmede de kimse sizden parola, kod veya kurtarma ifadesi istemez.", "Bu görüşme talebinizde kanıt olarak kaydedilebilir mi?", "Evet, kaydet", "Hayır", "Görüşme kaydediliyor", "Kaydı durdur", "Tarayıcınız bu sayfaya mikrofon izni vermiyor. Adres çubuğundan izin verip yeniden deneyin.", "Ekran gösterilemedi.", "Bu tarayıcı arama yapamıyor. Buraya yazın.",
    "Gönder", "Kaydediliyor", "sesli mesaj", "Önce başkasının görmemesi gerekenleri kapatın: parolalar, kodlar, diğer hesaplar.", "Mikrofon bulunamadı. Bir tane takıp yeniden deneyin ya da buraya yazın.", "Kamera kullanılamadı."],
  ko: ["통화하기", "음성 메시지", "호출 중입니다. 이 페이지를 닫지 마세요.", "취소", "{who} 님이 통화를 제안합니다", "받기", "나중에", "연결 중", "{who} 님과 통화 중", "연결이 끊겼습니다. 다른 경로를 찾는 중입니다.", "음소거", "음소거 해제", "카메라 켜기", "카메라 끄기",
    "화면 공유", "공유 중지", "끊기", "통화에서도 비밀번호, 코드, 시드 문구를 묻지 않습니다.", "이 통화를 문의의 증거로 녹음해도 될까요?", "녹음 동의", "아니요", "녹음 중인 통화입니다", "녹음 중지", "브라우저가 마이크 사용을 허용하지 않습니다. 주소창에서 허용한 뒤 다시 시도하세요.", "화면을 공유하지 못했습니다.", "이 브라우저는 통화를 지원하지 않습니다. 여기에 글로 남겨 주세요.",
    "보내기", "녹음 중", "음성 메시지", "다른 사람이 보면 안 되는 것(비밀번호, 코드, 다른 계정)을 먼저 닫으세요.", "마이크를 찾을 수 없습니다. 연결한 뒤 다시 시도하거나 여기에 글로 남겨 주세요.", "카메라를 사용할 수 없습니다."],
  ja: ["通話する", "音声メッセージ", "呼び出し中です。このページを閉じないでください。", "取り消す", "{who} から通話の提案があります", "応答する", "後にする", "接続中", "{who} と通話中", "接続が切れました。別の経路を探しています。", "ミュート", "ミュート解除", "カメラをオン", "カメラをオフ",
    "画面を見せる", "共有を止める", "終了", "通話でもパスワード、コード、シードフレーズを尋ねることはありません。", "この通話を問い合わせの証拠として録音してよいですか。", "録音に同意", "いいえ", "録音中です", "録音を止める", "ブラウザーがマイクを許可していません。アドレスバーで許可してから再度お試しください。", "画面を共有できませんでした。", "このブラウザーでは通話できません。ここに書いてください。",
    "送信", "録音中", "音声メッセージ", "他人に見せてはいけないもの（パスワード、コード、他の口座）を先に閉じてください。", "マイクが見つかりません。接続して再度お試しいただくか、ここに書いてください。", "カメラを使えませんでした。"],
  pt: ["Ligar", "Mensagem de voz", "Chamando. Não feche esta página.", "Cancelar", "{who} oferece uma ligação", "Atender", "Agora não", "Conectando", "Em ligação com {who}", "A conexão caiu. Procurando outro caminho.", "Silenciar", "Ativar microfone", "Ligar câmera", "Desligar câmera",
    "Mostrar minha tela", "Parar de mostrar", "Desligar", "Também em ligação ninguém aqui pede senha, código ou frase-semente.", "Esta ligação pode ser gravada como prova no seu ticket?", "Sim, gravar", "Não", "A ligação está sendo gravada", "Parar gravação", "O navegador não permite o microfone nesta página. Permita na barra de endereço e tente de novo.", "Não foi possível mostrar a tela.", "Este navegador não faz ligações. Escreva aqui.",
    "Enviar", "Gravando", "mensagem de voz", "Feche antes o que ninguém mais deve ver: senhas, códigos, outras contas.", "Nenhum microfone foi encontrado. Conecte um e tente de novo, ou escreva aqui.", "Não foi possível usar a câmera."],
  ar: ["اتصال", "رسالة صوتية", "جارٍ الاتصال. لا تغلق هذه الصفحة.", "إلغاء", "{who} يعرض عليك مكالمة", "الرد", "ليس الآن", "جارٍ التوصيل", "مكالمة مع {who}", "انقطع الاتصال. نبحث عن مسار آخر.", "كتم الصوت", "إلغاء الكتم", "تشغيل الكاميرا", "إيقاف الكاميرا",
    "عرض شاشتي", "إيقاف العرض", "إنهاء", "حتى في المكالمة لن يطلب أحد هنا كلمة مرور أو رمزًا أو عبارة الاسترداد.", "هل يمكن تسجيل هذه المكالمة دليلًا في تذكرتك؟", "نعم، سجّل", "لا", "المكالمة مسجّلة", "إيقاف التسجيل", "المتصفح لا يسمح لهذه الصفحة باستخدام الميكروفون. اسمح به من شريط العنوان ثم أعد المحاولة.", "تعذّر عرض الشاشة.", "هذا المتصفح لا يدعم المكالمات. اكتب هنا.",
    "إرسال", "جارٍ التسجيل", "رسالة صوتية", "أغلق أولًا ما لا يجب أن يراه غيرك: كلمات المرور والرموز والحسابات الأخرى.", "لم يُعثر على ميكروفون. صِل واحدًا وأعد المحاولة أو اكتب هنا.", "تعذّر استخدام الكاميرا."],
};

/** A sentence in the customer's language. */
export function said(lang: Lang, key: CallKey, who = ""): string {
  return (TABLES[lang][KEYS.indexOf(key)] ?? "").replace("{who}", who);
}

/** For the test that every language has every sentence. */
export const complete = (lang: Lang): boolean => TABLES[lang].length === KEYS.length && TABLES[lang].every(Boolean);

/** The words of sounds and of ways to go on elsewhere. They come with this part, not with the panel; all but zh and en are first drafts. */
import type { Lang } from "../model/types";

const KEYS = ["go_on", "open", "once", "send", "play", "pause", "no_sound", "record"] as const;
export type WayKey = (typeof KEYS)[number];

const TABLES: Record<Lang, readonly string[]> = {
  en: ["Continue on {name}", "Open {name}", "Works once, for 15 minutes. Do not pass it on.", "Once there, send:", "Play", "Pause", "This browser cannot play it. Press its name to save it.", "Save the conversation"],
  zh: ["在 {name} 继续", "打开 {name}", "只能用一次，15 分钟内有效，不要转发。", "打开后发送：", "播放", "暂停", "此浏览器无法播放，点文件名可保存。", "保存对话"],
  "zh-Hant": ["在 {name} 繼續", "開啟 {name}", "只能用一次，15 分鐘內有效，請勿轉發。", "開啟後傳送：", "播放", "暫停", "此瀏覽器無法播放，點檔名可儲存。", "儲存對話"],
  ru: ["Продолжить в {name}", "Открыть {name}", "Действует один раз, 15 минут. Никому не пересылайте.", "Отправьте там:", "Слушать", "Пауза", "Браузер не может это воспроизвести. Нажмите на имя, чтобы сохранить.", "Сохранить переписку"],
  es: ["Seguir en {name}", "Abrir {name}", "Sirve una vez, durante 15 minutos. No lo reenvíe.", "Allí envíe:", "Reproducir", "Pausa", "Este navegador no puede reproducirlo. Pulse el nombre para guardarlo.", "Guardar la conversación"],
  vi: ["Tiếp tục trên {name}", "Mở {name}", "Dùng một lần, trong 15 phút. Đừng chuyển cho ai.", "Ở đó hãy gửi:", "Phát", "Tạm dừng", "Trình duyệt này không phát được. Nhấn tên tệp để lưu.", "Lưu cuộc trò chuyện"],
  tr: ["{name} üzerinden devam et", "{name} uygulamasını aç", "Bir kez, 15 dakika geçerli. Kimseye iletmeyin.", "Orada gönderin:", "Oynat", "Duraklat", "Bu tarayıcı oynatamıyor. Kaydetmek için adına basın.", "Konuşmayı kaydet"],
  ko: ["{name}에서 계속", "{name} 열기", "15분 동안 한 번만 쓸 수 있습니다. 전달하지 마세요.", "그곳에서 보내세요:", "재생", "일시정지", "이 브라우저에서는 재생할 수 없습니다. 이름을 눌러 저장하세요.", "대화 저장"],
  ja: ["{name} で続ける", "{name} を開く", "15分間、一度だけ使えます。転送しないでください。", "開いたら送信：", "再生", "一時停止", "このブラウザーでは再生できません。名前を押して保存してください。", "会話を保存"],
  pt: ["Continuar no {name}", "Abrir {name}", "Vale uma vez, por 15 minutos. Não repasse.", "Lá, envie:", "Ouvir", "Pausar", "Este navegador não reproduz. Toque no nome para salvar.", "Salvar a conversa"],
  ar: ["تابع على {name}", "افتح {name}", "صالح مرة واحدة لمدة 15 دقيقة. لا ترسله إلى أحد.", "أرسل هناك:", "تشغيل", "إيقاف مؤقت", "هذا المتصفح لا يشغّله. اضغط الاسم لحفظه.", "حفظ المحادثة"],
};

/** A sentence in the customer's language. */
export function said(lang: Lang, key: WayKey, name = ""): string {
  return (TABLES[lang][KEYS.indexOf(key)] ?? "").replace("{name}", name);
}

/** For the test that every language has every sentence. */
export const complete = (lang: Lang): boolean => TABLES[lang].length === KEYS.length && TABLES[lang].every(Boolean);

/** Channels by the names and icons people know them by. */
import { w } from "@/words";

const ICONS: Record<string, string> = {
  email: "i-mail", phone: "i-phone", telegram: "i-plane", discord: "i-discord", messenger: "i-messenger", instagram: "i-instagram", whatsapp: "i-whatsapp", x: "i-x-post",
  line: "i-line-app", call: "i-mic", partner: "i-link", portal: "i-globe", console: "i-pencil",
};

export const channelName = (key: string): string => w.value.channels[key] ?? key;
export const channelIcon = (key: string): string => ICONS[key] ?? "i-chat";

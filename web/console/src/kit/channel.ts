/** Channels by the names and icons people know them by. */
import { w } from "@/words";

const ICONS: Record<string, string> = {
  email: "i-mail", phone: "i-phone", telegram: "i-plane", discord: "i-discord", messenger: "i-messenger", instagram: "i-instagram", whatsapp: "i-whatsapp", x: "i-x-post",
  line: "i-line-app", call: "i-mic", partner: "i-link", portal: "i-globe", console: "i-pencil",
};

export const channelName = (key: string): string => w.value.channels[key] ?? key;
/** Who has the ticket; whoever has no name is told by where they write from. */
export const nameIn = (row: { customer: { name: string }; channel: string; number: string }): string =>
  row.customer.name || `${w.value.inbox.unnamed(channelName(row.channel))} · ${row.number}`;
export const channelIcon = (key: string): string => ICONS[key] ?? "i-chat";

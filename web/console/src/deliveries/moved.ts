/** A visitor's ticket that became a customer's: a line in the conversation, and whoever has it open reads it anew. */
import { channelName } from "@/kit/channel";
import { wordsOf } from "@/kit/words";
import { onHappened } from "@/live/heard";
import { addLine } from "@/ticket/lines";
import { known, readTicket } from "@/ticket/store";

const words = wordsOf({
  en: { moved: (channel: string) => `The ${channel} chat was linked with an account and took this ticket along. What stands above was said by a visitor.` },
  zh: { moved: (channel: string) => `${channel} 聊天已与账户关联，工单随之转入该账户。以上内容由访客写下。` },
});

addLine("ticket.moved", ({ body }) => words.value.moved(channelName(String(body.channel))), "i-link");
onHappened("ticket.moved", ({ ticket }) => {
  const entry = known(ticket);
  if (entry) void readTicket(entry);
});

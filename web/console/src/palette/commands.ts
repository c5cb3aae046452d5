/** Every command of the palette, with the key that does the same. Built from what is on screen and may be done. */
import type { Severity } from "@/api/types";
import { show } from "@/inbox/store";
import { VIEWS } from "@/inbox/order";
import { showFind, toggleList, toggleSide } from "@/kit/layout";
import { openOverlay } from "@/kit/overlay";
import { may } from "@/kit/people";
import { go } from "@/kit/route";
import { screensShown, settingsShown } from "@/kit/screens";
import { leave, session } from "@/kit/session";
import { settings } from "@/kit/settings";
import { readCase } from "@/side/store";
import { change, setOwner, setStatus } from "@/ticket/change";
import { draftOf } from "@/ticket/drafts";
import { current, ticketOf } from "@/ticket/store";
import { language, w } from "@/words";

export interface Command {
  id: string;
  icon: string;
  label: string;
  combo?: string;
  /** Also in the menu of the ticket's header: always, or on phones only, where its button has no room. */
  menu?: "always" | "phone";
  run: () => void;
}

/** "ticket": on the open ticket, offered while one is open; "everywhere": always. */
export type Section = "ticket" | "everywhere";

const added: { make: () => Command[]; section: Section }[] = [];

/** Adds a feature's commands. `make` is asked each time the palette opens: what may not be done now, it leaves out. */
export const addCommands = (make: () => Command[], section: Section = "everywhere"): void => void added.push({ make, section });

const addedTo = (section: Section): Command[] => added.flatMap((one) => (one.section === section ? one.make() : []));

const SEVERITIES: readonly Severity[] = ["P0", "P1", "P2", "P3", "P4"];

export function ticketCommands(): Command[] {
  const entry = current.value;
  const ticket = entry && ticketOf(entry);
  if (!entry || !ticket) return [];
  const { id } = entry;
  const words = w.value;
  const list: Command[] = [];
  if (may("ticket.reply")) list.push({ id: "reply", icon: "i-send", label: words.composer.reply, combo: "KeyR", run: () => (draftOf(id).mode = "reply") });
  list.push({ id: "note", icon: "i-eye-off", label: words.composer.note, combo: "KeyN", run: () => (draftOf(id).mode = "note") });
  if (may("ticket.change")) list.push(...changes(id, ticket.status, ticket.severity, ticket.owner?.id ?? null));
  list.push({ id: "copy", icon: "i-copy", label: words.palette.copyNumber, run: () => void navigator.clipboard?.writeText(ticket.number) });
  if (may("customer.see")) list.push({ id: "refresh", icon: "i-refresh", label: words.palette.refresh, run: () => void readCase(id) });
  list.push(...addedTo("ticket"));
  return list;
}

function changes(id: number, status: string, severity: Severity, owner: number | null): Command[] {
  const { talk, palette } = w.value;
  const me = session.me?.id ?? 0;
  const done = status === "resolved" || status === "closed";
  const list: Command[] = [
    done
      ? { id: "reopen", icon: "i-refresh", label: talk.reopen, combo: "KeyE", run: () => void setStatus(id, "open") }
      : { id: "resolve", icon: "i-check", label: talk.resolve, combo: "KeyE", run: () => void setStatus(id, "resolved") },
  ];
  if (status === "open") list.push({ id: "pending", icon: "i-wait", label: talk.pending, menu: "phone", run: () => void setStatus(id, "pending") });
  if (status === "pending") list.push({ id: "resume", icon: "i-refresh", label: talk.resume, menu: "phone", run: () => void setStatus(id, "open") });
  if (owner !== me) list.push({ id: "mine", icon: "i-user", label: talk.takeIt, combo: "KeyA", run: () => void setOwner(id, me) });
  if (owner !== null) list.push({ id: "release", icon: "i-users", label: talk.release, run: () => void setOwner(id, null) });
  for (const one of session.staff) {
    if (one.id !== me && one.id !== owner) {
      list.push({ id: `to-${one.id}`, icon: "i-users", label: palette.assignTo(one.name), run: () => void setOwner(id, one.id) });
    }
  }
  for (const one of SEVERITIES) {
    if (one !== severity) list.push({ id: one, icon: "i-flag", label: palette.severityTo(one), run: () => void change(id, { severity: one }) });
  }
  return list;
}

export function generalCommands(): Command[] {
  const { palette, rail, inbox } = w.value;
  return [
    { id: "find", icon: "i-search", label: palette.focusSearch, combo: "Slash", run: showFind },
    ...VIEWS.map((view) => ({
      id: `view-${view}`, icon: "i-inbox", label: palette.showView(inbox.views[view]),
      run: () => { show(view); go({ name: "inbox" }); },
    })),
    ...screensShown.value.map((one) => ({
      id: `screen-${one.name}`, icon: one.icon, label: palette.goTo(one.title()), combo: one.key && `KeyG ${one.key}`,
      run: () => go({ name: "screen", screen: one.name, rest: "" }),
    })),
    ...settingsShown.value.map((one) => ({
      id: `setting-${one.path}`, icon: "i-list", label: palette.setting(one.title()),
      run: () => go({ name: "screen", screen: "settings", rest: one.path }),
    })),
    ...addedTo("everywhere"),
    { id: "keys", icon: "i-key", label: palette.shortcuts, combo: "Shift+Slash", run: () => openOverlay("keys") },
    { id: "list", icon: "i-list", label: palette.toggleList, combo: "BracketLeft", run: toggleList },
    { id: "side", icon: "i-id", label: palette.toggleSide, combo: "BracketRight", run: toggleSide },
    ...(["system", "light", "dark"] as const).map((theme) => ({
      id: theme, icon: "i-moon", label: palette.theme(rail.themes[theme]), run: () => (settings.theme = theme),
    })),
    { id: "language", icon: "i-translate", label: rail.languageName, run: () => (settings.language = language.value === "zh" ? "en" : "zh") },
    { id: "account", icon: "i-finger", label: palette.account, run: () => openOverlay("account") },
    { id: "out", icon: "i-right", label: palette.signOut, run: () => void leave() },
  ];
}

/** What the widget asks of the server about calls. */
import type { CallNow, Line, Signal, Way } from "../../../calls/peer";
import type { Api } from "../net/api";

export interface Call extends CallNow {
  kind: "voice" | "video";
  who: string;
  live_at: string | null;
}

export interface Standing {
  open: boolean;
  call: Call | null;
  way: Way | null;
}

export const standing = (api: Api, ticket: number): Promise<Standing> => api.call("GET", `/tickets/${ticket}/call`);
export const ask = (api: Api, ticket: number): Promise<Call> => api.call("POST", `/tickets/${ticket}/calls`, { kind: "voice" });
export const accept = (api: Api, call: number): Promise<Call> => api.call("POST", `/calls/${call}/acceptance`);
export const end = (api: Api, call: number, why: string): Promise<void> => api.call("POST", `/calls/${call}/end`, { why });
export const consent = (api: Api, call: number, given: boolean): Promise<Call> => api.call("PUT", `/calls/${call}/consent`, { given });

export function lineOf(api: Api, call: number): Line {
  return {
    hear: (after) => api.call<{ call: Call; signals: Signal[] }>("GET", `/calls/${call}/signals?after=${after}`),
    say: async (kind, body) => void (await api.call("POST", `/calls/${call}/signals`, { kind, body })),
    begun: async () => void (await api.call("POST", `/calls/${call}/beginning`)),
  };
}

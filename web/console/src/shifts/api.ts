/** The shift plan's routes and shapes. */
import { ask } from "@/api/http";

export interface Shift {
  id: number;
  staff_id: number;
  starts_at: string;
  ends_at: string;
  note: string;
}
export interface Worker {
  id: number;
  name: string;
  role: string;
  state: string;
  languages: string[];
}
export interface Hour {
  at: string;
  people: number;
  usual: number | null;
}
export interface Plan {
  since: string;
  until: string;
  people: Worker[];
  shifts: Shift[];
  hours: Hour[];
}
export interface Times {
  starts_at: string;
  ends_at: string;
  note: string;
}

export const readPlan = (since: string): Promise<Plan> => ask("GET", `/shifts?since=${since}&days=7`);
export const readMissing = (): Promise<{ staff_id: number; name: string; since: string }[]> => ask("GET", "/shifts/missing");
export const addShift = (staff_id: number, times: Times): Promise<Shift> => ask("POST", "/shifts", { staff_id, ...times });
export const moveShift = (id: number, times: Times): Promise<Shift> => ask("PATCH", `/shifts/${id}`, times);
export const removeShift = (id: number): Promise<void> => ask("DELETE", `/shifts/${id}`);
export const copyWeek = (source: string, target: string): Promise<{ added: number; skipped: number }> =>
  ask("POST", "/shifts/copies", { source, target });

/** The lists this person has, and what their editor needs to know. */
import { computed, shallowReactive } from "vue";
import { session } from "@/kit/session";
import { language } from "@/words";
import * as api from "./api";

export const known = shallowReactive({ views: [] as api.View[], teams: [] as api.Team[], catalogue: null as api.Catalogue | null, read: false });

export const savedOf = (id: number): api.View | undefined => known.views.find((view) => view.id === id);
export const nameOf = (view: api.View): string => view[language.value];

/** Own ones first, then those of the team, then everybody's; by name. */
export const sorted = computed(() => {
  const place = (view: api.View) => (view.mine ? 0 : view.scope === "team" ? 1 : 2);
  return [...known.views].sort((a, b) => place(a) - place(b) || nameOf(a).localeCompare(nameOf(b), language.value));
});

export async function readViews(): Promise<void> {
  known.views = await api.views();
  known.read = true;
}

/** What the editor is made of; asked once. */
export async function readCatalogue(): Promise<void> {
  const [catalogue, teams] = await Promise.all([known.catalogue ?? api.catalogue(), api.teams()]);
  [known.catalogue, known.teams] = [catalogue, teams];
}

export const teamName = (id: number): string => known.teams.find((team) => team.id === id)?.[language.value] ?? String(id);
export const personName = (id: number): string => session.staff.find((one) => one.id === id)?.name ?? String(id);

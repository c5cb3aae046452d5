/** Screens beside the tickets, and sections of the one settings screen. Features add theirs; each is loaded when first shown. */
import { type AsyncComponentLoader, type Component, computed, defineAsyncComponent, shallowReactive } from "vue";
import { may } from "./people";
import { knowScreen } from "./route";

interface Shown {
  title: () => string;
  /** The right somebody must hold, or one of several; left out: everybody. */
  right?: string | readonly string[];
  /** Lower comes first. */
  order: number;
  view: AsyncComponentLoader;
}

export interface ScreenPlan extends Shown {
  name: string;
  /** One part of an address: /console/<path>. What follows it in the address is given to the view as `rest`. */
  path: string;
  icon: string;
  /** A number that needs somebody, on the rail; nothing at 0. */
  badge?: () => number;
  /** Its number is of somebody in danger: red, and in sight on phones. */
  alarm?: boolean;
  /** The key that goes there after G. */
  key?: string;
  /** Where somebody begins whose role has no inbox. */
  home?: boolean;
}

export interface SettingPlan extends Shown {
  /** The section's address: /console/settings/<path>. */
  path: string;
  /** For the person alone, or for the whole desk. */
  group: "me" | "desk";
  /** Further words under which the section is found. */
  words?: () => string;
}

type Ready<P extends Shown> = P & { component: Component };

const screens = shallowReactive<Ready<ScreenPlan>[]>([]);
const settings = shallowReactive<Ready<SettingPlan>[]>([]);

const put = <P extends Shown>(list: Ready<P>[], plan: P): void => {
  list.push({ ...plan, component: defineAsyncComponent(plan.view) });
  list.sort((a, b) => a.order - b.order);
};

export function addScreen(plan: ScreenPlan): void {
  knowScreen(plan.name, plan.path);
  put(screens, plan);
}

export const addSetting = (plan: SettingPlan): void => put(settings, plan);

const allowed = <P extends Shown>(list: readonly P[]): P[] => list.filter((one) => !one.right || [one.right].flat().some(may));

/** The screens this person may open, in the rail's order. */
export const screensShown = computed(() => allowed(screens));
/** The settings this person may open, in order. */
export const settingsShown = computed(() => allowed(settings));

/** J and K through a list of rows that are buttons or links: the focus moves, Enter opens as anywhere. */
import { onUnmounted, type Ref } from "vue";
import { shortcuts } from "./keys";

export function walkRows(list: Ref<HTMLElement | null>, row: string): void {
  const step = (by: number): boolean => {
    const rows = [...(list.value?.querySelectorAll<HTMLElement>(row) ?? [])];
    if (!rows.length) return false;
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const to = at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1);
    rows[to]!.focus();
    return true;
  };
  onUnmounted(shortcuts([{ combo: "KeyJ", run: () => step(1) }, { combo: "KeyK", run: () => step(-1) }]));
}

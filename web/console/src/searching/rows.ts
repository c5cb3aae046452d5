/** J and K go from row to row, / to the field above them; Enter then opens the row as any button does. */
import type { Ref } from "vue";
import { shortcuts } from "@/kit/keys";

export function rowKeys(root: Ref<HTMLElement | null>, field: () => HTMLElement | null = () => null): () => void {
  const step = (by: number): boolean => {
    const rows = [...(root.value?.querySelectorAll<HTMLElement>("[data-row]:not(:disabled)") ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1)];
    next?.focus();
    return next !== undefined;
  };
  const find = (): boolean => {
    field()?.focus();
    return field() !== null;
  };
  return shortcuts([{ combo: "KeyJ", run: () => step(1) }, { combo: "KeyK", run: () => step(-1) }, { combo: "Slash", run: find }]);
}

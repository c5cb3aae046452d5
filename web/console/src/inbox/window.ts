/** Draws only the rows near the eye once a list is long. Row heights are fixed per screen, so no measuring of each. */
import { computed, nextTick, onBeforeUnmount, onMounted, ref, watch, type Ref } from "vue";
import type { InboxRow } from "@/api/types";
import type { Group } from "./order";

export type Item = { key: string } & ({ kind: "group"; group: Group } | { kind: "row"; row: InboxRow });

const LONG = 100;
const MARGIN = 12;

export function useWindow(scroller: Ref<HTMLElement | null>, groups: Ref<Group[]>) {
  const top = ref(0);
  const height = ref(900);
  const rowHeight = ref(82);
  const groupHeight = ref(28);

  const all = computed<Item[]>(() =>
    groups.value.flatMap((group) => [
      { kind: "group" as const, key: `g-${group.key}`, group },
      ...group.rows.map((row) => ({ kind: "row" as const, key: `r-${row.id}`, row })),
    ]),
  );
  const sizeOf = (item: Item) => (item.kind === "group" ? groupHeight.value : rowHeight.value);

  const range = computed(() => {
    const list = all.value;
    if (list.length <= LONG) return { from: 0, to: list.length, before: 0, after: 0 };
    const first = top.value - MARGIN * rowHeight.value;
    const last = top.value + height.value + MARGIN * rowHeight.value;
    let offset = 0;
    let from = -1;
    let to = list.length;
    let before = 0;
    let end = 0;
    list.forEach((item, index) => {
      const size = sizeOf(item);
      if (from < 0 && offset + size >= first) [from, before] = [index, offset];
      if (to === list.length && offset > last) [to, end] = [index, offset];
      offset += size;
    });
    return { from: Math.max(0, from), to, before, after: to === list.length ? 0 : offset - end };
  });

  /** Reads where the list is scrolled to, and how tall a row is here. */
  function measure(): void {
    const box = scroller.value;
    if (!box) return;
    top.value = box.scrollTop;
    height.value = box.clientHeight;
    const row = box.querySelector<HTMLElement>("a.tick");
    if (row && row.offsetHeight) rowHeight.value = row.offsetHeight;
    const group = box.querySelector<HTMLElement>(".group");
    if (group && group.offsetHeight) groupHeight.value = group.offsetHeight;
  }

  /** Where a ticket's row begins, also when it is not drawn; -1 when it is not in the list. */
  function offsetOf(id: number): number {
    let offset = 0;
    for (const item of all.value) {
      if (item.kind === "row" && item.row.id === id) return offset;
      offset += sizeOf(item);
    }
    return -1;
  }

  let observer: ResizeObserver | null = null;
  onMounted(() => {
    observer = new ResizeObserver(measure);
    if (scroller.value) observer.observe(scroller.value);
  });
  onBeforeUnmount(() => observer?.disconnect());
  watch(() => all.value.length, () => void nextTick(measure));

  return {
    items: computed(() => all.value.slice(range.value.from, range.value.to)),
    before: computed(() => range.value.before),
    after: computed(() => range.value.after),
    measure,
    offsetOf,
  };
}

/** A feature's own words, in the language chosen now. The Chinese table has the English one's shape, checked by the compiler. */
import { computed, type ComputedRef } from "vue";
import { language } from "@/words";

/** Every feature's tables, for the test that reads them all. */
export const tables: { en: object; zh: object }[] = [];

export function wordsOf<T extends object>(both: { en: T; zh: NoInfer<T> }): ComputedRef<T> {
  tables.push(both);
  return computed(() => both[language.value]);
}

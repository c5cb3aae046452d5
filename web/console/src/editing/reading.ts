/** One thing read from the server: what came, or why it did not. */
import { onMounted, ref, shallowRef } from "vue";
import { whyOf } from "@/words";

export function useReading<T>(ask: () => Promise<T>) {
  const found = shallowRef<T | null>(null);
  const why = ref("");
  async function read(): Promise<void> {
    try {
      found.value = await ask();
      why.value = "";
    } catch (error) {
      why.value = whyOf(error);
    }
  }
  onMounted(read);
  return { found, why, read };
}

/** A list, whether it came bare or as the only list of an object. */
export function listOf<T>(answer: unknown): T[] {
  if (Array.isArray(answer)) return answer as T[];
  const found = Object.values((answer ?? {}) as Record<string, unknown>).find(Array.isArray);
  return (found ?? []) as T[];
}

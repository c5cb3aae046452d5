/** What was written before it was translated, by the id the reply went out with: a reply that is taken back comes back as it was written. */
const written = new Map<string, string>();

export const wrote = (client_id: string, original: string): void => void written.set(client_id, original);
export const asWritten = (client_id: string, sent: string): string => written.get(client_id) ?? sent;

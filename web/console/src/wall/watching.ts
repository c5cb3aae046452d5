/** Topics that somebody said they keep an eye on: for this browser, until the topic is quiet again. */
import { reactive } from "vue";

const watched = reactive(new Set<string>());

export const isWatched = (topic: string): boolean => watched.has(topic);
export const toggleWatch = (topic: string): void => void (watched.delete(topic) || watched.add(topic));

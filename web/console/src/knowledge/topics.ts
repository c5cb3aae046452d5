/** The tree of topics as lists want it: in order, with how deep each stands. */
import { computed, shallowRef } from "vue";
import { language } from "@/words";
import * as api from "./api";

export interface Branch extends api.Topic {
  depth: number;
  name: string;
}

const known = shallowRef<api.Topic[]>([]);

export async function readTopics(): Promise<void> {
  known.value = (await api.topics()).topics;
}

export function branches(topics: readonly api.Topic[], name: (topic: api.Topic) => string): Branch[] {
  const below = (parent: string, depth: number): Branch[] =>
    topics.filter((topic) => topic.parent === parent).flatMap((topic) => [{ ...topic, depth, name: name(topic) }, ...below(topic.code, depth + 1)]);
  return below("", 0);
}

/** All topics, each after the one it stands below. */
export const tree = computed(() => branches(known.value, (topic) => topic[language.value]));
export const topicName = (code: string): string => tree.value.find((topic) => topic.code === code)?.name ?? code;

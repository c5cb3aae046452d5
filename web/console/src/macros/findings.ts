/** What the guard last said of the reply that is being written, by ticket, for those who offer something to do about it. */
import { shallowReactive } from "vue";
import type { Finding } from "./api";

export const findings = shallowReactive(new Map<number, readonly Finding[]>());

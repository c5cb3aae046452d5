/** What calls for the person now, in front of the page's title; empty when nothing does. */
import { shallowRef } from "vue";

export const calling = shallowRef("");

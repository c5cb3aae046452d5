/** One language that is being written: its words, whether they are saved, and what somebody else saved meanwhile. */
import { computed, reactive, ref, type Ref, shallowRef, watch } from "vue";
import { Refused } from "@/api/http";
import { ownKey } from "@/kit/session";
import { load, save as keep } from "@/kit/storage";
import { whyOf } from "@/words";
import * as api from "./api";

export const PARTS = ["title", "summary", "keywords", "body"] as const;
export const LONGEST = { title: 120, summary: 600, keywords: 600, body: 40_000 } as const;

interface Kept {
  text: api.Text;
  revision: number;
}

const plain = (text: api.Text): api.Text => ({ title: text.title, summary: text.summary, body: text.body, keywords: text.keywords, related: [...text.related] });
const same = (a: api.Text, b: api.Text): boolean => PARTS.every((part) => a[part] === b[part]) && a.related.join(" ") === b.related.join(" ");
const EMPTY: api.Text = { title: "", summary: "", body: "", keywords: "", related: [] };

/** Keeps unsaved words in the browser under the article and language, so that a closed tab loses nothing. */
export function useDraft(id: number, tongue: Ref<api.Tongue>, saved: () => void) {
  const key = ownKey("article", `${id}.${tongue.value.language}`);
  const from = (): api.Text => plain(tongue.value.draft ?? tongue.value.published ?? EMPTY);
  const text = reactive<api.Text>(from());
  const revision = ref(tongue.value.draft?.revision ?? 0);
  const bringsUp = ref(tongue.value.draft?.brings_up ?? true);
  const mend = ref<api.Mend[]>([]);
  const theirs = ref<api.Draft | null>(null);
  const busy = ref(false);
  const why = ref("");
  const restored = ref(false);
  const base = shallowRef<api.Text>(from());
  const dirty = computed(() => !same(text, base.value));

  const kept = load<Kept | null>(key, null);
  if (kept && !same(kept.text, base.value)) {
    Object.assign(text, plain(kept.text));
    restored.value = true;
    // What it was written over is not what stands there now: saving asks first.
    revision.value = kept.revision;
  }
  watch(text, () => keep(key, dirty.value ? { text: plain(text), revision: revision.value } : null), { deep: true });

  /** Takes over what the server has, unless something is unsaved here. */
  function renew(): void {
    if (dirty.value) return;
    base.value = from();
    Object.assign(text, plain(base.value));
    revision.value = tongue.value.draft?.revision ?? 0;
    bringsUp.value = tongue.value.draft?.brings_up ?? true;
  }
  watch(tongue, renew);

  function forget(): void {
    keep(key, null);
    base.value = from();
    Object.assign(text, plain(base.value));
    revision.value = tongue.value.draft?.revision ?? 0;
    restored.value = false;
  }

  async function act<T>(what: () => Promise<T>): Promise<T | null> {
    busy.value = true;
    why.value = "";
    try {
      return await what();
    } catch (error) {
      if (error instanceof Refused && error.code === "draft_changed") theirs.value = error.fields.theirs as api.Draft;
      else if (error instanceof Refused && error.code === "article_refused") mend.value = error.fields.errors as api.Mend[];
      // Published or thrown away meanwhile: what is written here begins a new draft.
      else if (error instanceof Refused && error.code === "no_draft") revision.value = 0;
      why.value = theirs.value ? "" : whyOf(error);
      return null;
    } finally {
      busy.value = false;
    }
  }

  /** Saves over the revision that was read. Says whether it is saved. */
  async function save(): Promise<boolean> {
    const sent = plain(text);
    const answer = await act(() => api.write(id, tongue.value.language, { ...sent, revision: revision.value, brings_up: bringsUp.value }));
    if (!answer) return false;
    revision.value = answer.revision;
    mend.value = answer.mend;
    base.value = sent;
    restored.value = false;
    keep(key, null);
    saved();
    return true;
  }

  /** After both texts were seen: mine goes over theirs, or theirs takes the place of mine. */
  async function settle(mine: boolean): Promise<void> {
    const other = theirs.value;
    if (!other) return;
    theirs.value = null;
    revision.value = other.revision;
    if (mine) await save();
    else {
      base.value = plain(other);
      Object.assign(text, plain(other));
      keep(key, null);
      saved();
    }
  }

  return reactive({ text, revision, bringsUp, mend, theirs, busy, why, restored, dirty, save, settle, forget, act });
}

export type Writing = ReturnType<typeof useDraft>;

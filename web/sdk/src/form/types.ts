/** A form as the server tells it. */
export interface Ask {
  key: string;
  label: string;
  hint: string;
  optional: boolean;
  type: string;
  options: [value: string, words: string][];
  when: string;
  values: string[];
}

type Word =
  | "add_files" | "as_is" | "choose" | "em_another" | "em_away" | "em_done" | "em_done_known" | "em_done_text" | "em_email" | "em_email_why"
  | "em_going" | "em_name" | "never_send" | "optional" | "papers_help" | "send_ticket" | "story" | "story_hint" | "too_long" | "uploading";

export interface Shown {
  key: string;
  title: string;
  language: string;
  dir: string;
  ready: string[];
  asks: Ask[];
  papers: boolean;
  most_files: number;
  longest_answer: number;
  longest_words: number;
  words: Record<Word, string>;
}

export interface Received {
  id: number;
  number: string;
  urgent: string;
}

import { wordsOf } from "@/kit/words";

export const words = wordsOf({
  en: {
    writing: (name: string) => `${name} is writing`,
    kept: (name: string, at: string) => `${name} has a draft here, ${at}`,
    see: "See draft",
    hide: "Hide",
    note: "internal note",
    nothing: "Nothing kept yet",
    older: "Another of your tabs had other words for this.",
    use: "Use those",
    drop: "Leave them",
  },
  zh: {
    writing: (name) => `${name} 正在写`,
    kept: (name, at) => `${name} 在这里有草稿，${at}`,
    see: "看草稿",
    hide: "收起",
    note: "内部备注",
    nothing: "还没有内容",
    older: "您在另一个标签页里写的是别的内容。",
    use: "换成那份",
    drop: "不用",
  },
});

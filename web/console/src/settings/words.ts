/** The words of the settings screen. */
import { wordsOf } from "@/kit/words";

export const words = wordsOf({
  en: {
    title: "Settings",
    find: "Find a setting",
    none: (q: string) => `No setting for “${q}”`,
    groups: { me: "For you", desk: "For the whole desk" },
    back: "All settings",
    choose: "Choose a setting",
    sections: "Sections",
  },
  zh: {
    title: "设置",
    find: "查找设置",
    none: (q: string) => `没有与“${q}”相关的设置`,
    groups: { me: "仅对自己", desk: "对整个客服台" },
    back: "全部设置",
    choose: "请选择一项设置",
    sections: "分类",
  },
});

/** The words of checklists. */
import { wordsOf } from "@/kit/words";

export const words = wordsOf({
  en: {
    title: "Steps",
    count: (done: number, all: number) => `${done} of ${all}`,
    next: (step: string) => `Next: ${step}`,
    nextIs: "Next",
    all: "All steps are done",
    none: "Choose a reason and its steps stand here.",
    tick: (step: string) => `Done: ${step}`,
    by: (name: string, when: string) => `${name}, ${when}`,
    reopened: (name: string, when: string) => `opened again by ${name}, ${when}`,
    before: "Done before",
    under: (reason: string) => `under ${reason}`,
    failed: (why: string) => `Not ticked: ${why}`,
    key: "Step 1 to 9 done",
    ticked: (who: string, step: string) => `${who} did: ${step}`,
    opened: (who: string, step: string) => `${who} opened again: ${step}`,
  },
  zh: {
    title: "步骤",
    count: (done: number, all: number) => `${done}/${all}`,
    next: (step: string) => `下一步：${step}`,
    nextIs: "下一步",
    all: "步骤都完成了",
    none: "选好原因后，这里会列出步骤。",
    tick: (step: string) => `已完成：${step}`,
    by: (name: string, when: string) => `${name}，${when}`,
    reopened: (name: string, when: string) => `${name} 重新打开，${when}`,
    before: "之前做过",
    under: (reason: string) => `原因为“${reason}”时`,
    failed: (why: string) => `没有勾上：${why}`,
    key: "完成第 1 到 9 步",
    ticked: (who: string, step: string) => `${who} 完成：${step}`,
    opened: (who: string, step: string) => `${who} 重新打开：${step}`,
  },
});

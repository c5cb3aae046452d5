/** The words of followers. */
import { wordsOf } from "@/kit/words";

export const words = wordsOf({
  en: {
    followers: "Followers",
    none: "Nobody follows. Name a colleague with @ in a note, or follow it yourself.",
    follow: "Follow",
    following: "Following",
    followLine: "You are told when the customer writes and when it ends",
    stop: "Follow no more",
    asked: "asked to follow",
    mentioned: "was mentioned in a note",
    members: (n: number) => (n === 1 ? "team, 1 person" : `team, ${n} people`),
    complete: "Colleagues and teams",
    nobody: "No colleague or team of that name",
    failed: (why: string) => `Not changed: ${why}`,
    lines: {
      follows: (who: string) => `${who} follows`,
      mentioned: (who: string, names: string) => `${who} mentioned ${names}, who follow from here on`,
      left: (who: string) => `${who} follows no more`,
    },
  },
  zh: {
    followers: "关注的同事",
    none: "还没有人关注。在备注里用 @ 提到同事，或自己关注。",
    follow: "关注",
    following: "已关注",
    followLine: "客户来消息、工单结束时会通知您",
    stop: "取消关注",
    asked: "主动关注",
    mentioned: "在备注中被提到",
    members: (n: number) => `团队，${n} 人`,
    complete: "同事和团队",
    nobody: "没有这个名字的同事或团队",
    failed: (why: string) => `没有改动：${why}`,
    lines: {
      follows: (who: string) => `${who} 关注了工单`,
      mentioned: (who: string, names: string) => `${who} 提到了 ${names}，他们会收到后续通知`,
      left: (who: string) => `${who} 取消了关注`,
    },
  },
});

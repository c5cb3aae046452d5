/** What rail, settings and lines call releases. The other words come with the screen. */
import { wordsOf } from "@/kit/words";

export const title = wordsOf({
  en: {
    screen: "Releases", setting: "Allowed contacts", also: "numbers addresses links hosts guard",
    held: (by: string, why: string) => `${by} asked for a release: ${why}`,
    released: (by: string) => `${by} released the reply`,
    refused: (by: string, why: string) => (why ? `${by} refused the release: ${why}` : `${by} refused the release`),
    ended: { stale: "Not released: the customer wrote first", expired: "Not released: nobody decided within a day", taken: "The reply was taken back" } as Record<string, string>,
  },
  zh: {
    screen: "放行", setting: "允许的联系方式", also: "号码 地址 网址 链接 名单",
    held: (by: string, why: string) => `${by} 请求放行：${why}`,
    released: (by: string) => `${by} 放行了这条回复`,
    refused: (by: string, why: string) => (why ? `${by} 没有放行：${why}` : `${by} 没有放行`),
    ended: { stale: "没有放行：客户先说了话", expired: "没有放行：一天内没有人处理", taken: "作者收回了这条回复" } as Record<string, string>,
  },
});

/** What rail, settings and keys call the community. The other words come with the screen. */
import { wordsOf } from "@/kit/words";

export const title = wordsOf({
  en: { title: "Community", setting: "Community", official: "Our own hosts, one a line", categories: "Categories", next: "Next, previous post to decide", yes: "Publish the post, or say nothing is wrong", no: "Refuse or hide the post" },
  zh: { title: "社区", setting: "社区", official: "我们自己的网址，每行一个", categories: "版块", next: "下一条、上一条待处理", yes: "公开，或认为没有问题", no: "不公开，或隐藏" },
});

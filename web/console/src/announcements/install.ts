/** Announcements: a section of the settings for those who tell everybody. */
import { addSetting } from "@/kit/screens";
import { words } from "./words";

addSetting({
  path: "announcements", title: () => words.value.title, group: "desk", right: "announcement.manage", order: 75, view: () => import("./AnnouncementSettings.vue"),
});

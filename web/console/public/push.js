/* Shows notices while no console is looked at, and opens their ticket. What it is sent holds a number and no words. */
"use strict";

const BASE = "/console/";

const windows = () => self.clients.matchAll({ type: "window", includeUncontrolled: true });
const ofDesk = (client) => new URL(client.url).pathname.startsWith(BASE);

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("push", (event) => {
  let told;
  try {
    told = event.data.json();
  } catch {
    return;
  }
  event.waitUntil((async () => {
    // Who has the console before their eyes sees it there.
    if ((await windows()).some((client) => ofDesk(client) && client.focused)) return;
    await self.registration.showNotification(told.title, {
      body: told.body, lang: told.lang, tag: told.about, renotify: true, icon: `${BASE}mark.svg`, data: { ticket: told.ticket },
    });
  })());
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const { ticket } = event.notification.data;
  const address = ticket ? `${BASE}tickets/${ticket}` : BASE;
  event.waitUntil((async () => {
    const open = (await windows()).find(ofDesk);
    if (!open) return self.clients.openWindow(address);
    await open.focus();
    open.postMessage({ t: "open", ticket });
  })());
});

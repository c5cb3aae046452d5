/** A page as docs/guides/sdk.md shows it: compiled, never run. */
import { createFarol, FarolError } from "../src/sdk";

declare const uid: string;
declare function show(ticket: number, message: { body: string }): void;
declare function badge(total: number): void;
export { FarolError, opened, ticket };

// begin
const farol = createFarol({
  base: "https://support.example",
  identity: async () => (await fetch("/support-token")).text(), // null when nobody is signed in
  person: uid,   // any stable id: unsent words then outlive the tab
  language: "zh",
  log: true,     // keeps the page's last fifty errors in memory, for report()
});
farol.on("message", ({ ticket, message }) => show(ticket, message));
farol.on("unread", ({ total }) => badge(total));
await farol.connect();
const { ticket, opened } = await farol.open({ body: "My withdrawal is still pending" });

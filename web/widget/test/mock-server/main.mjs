// `npm run mock`: the stand-in server by hand, with Mei's items, at a fixed port.
import { meiItems } from "./items.mjs";
import { start } from "./server.mjs";

const server = await start({ port: Number(process.argv[2] ?? 8790) });
server.world.homes.set("20778177", meiItems());
console.log(`signed in: ${server.url}/?sub=20778177&name=Mei&lang=zh`);
console.log(`visitor:   ${server.url}/?lang=en`);

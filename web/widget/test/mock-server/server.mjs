// A server that speaks the customer side of the contract from memory, for the widget's own tests.
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { handle } from "./http.mjs";
import { liveSocket } from "./live.mjs";
import { World } from "./world.mjs";

export const ASSETS = fileURLToPath(new URL("../../../../farol/app/static/widget/", import.meta.url));

/** Listens on 127.0.0.1; resolves to `{url, world, close}`. */
export async function start({ port = 0, assets = ASSETS } = {}) {
  const shared = { world: new World(), faults: {}, passes: new Map(), assets, live: null };
  const server = createServer((request, response) => {
    handle(request, response, shared).catch((error) => {
      console.error(error);
      response.destroy();
    });
  });
  shared.live = liveSocket(server, shared);
  await new Promise((done) => server.listen(port, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    world: shared.world,
    close: () => {
      shared.live.drop();
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

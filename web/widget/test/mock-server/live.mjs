// The live socket of the stand-in server.
import { WebSocketServer } from "ws";

export function liveSocket(server, { world, faults, passes }) {
  const sockets = new WebSocketServer({ noServer: true });
  const watching = new Map();
  const heard = [];
  server.on("upgrade", (request, socket, head) => {
    const url = new URL(request.url, "http://mock");
    const pass = url.searchParams.get("pass");
    if (url.pathname !== "/live" || !passes.delete(pass) || faults.nosocket || faults.away)
      return socket.destroy();
    sockets.handleUpgrade(request, socket, head, (client) => attach(client));
  });
  world.listeners.add((frame) => {
    for (const [client, tickets] of watching)
      if (tickets.has(frame.ticket)) client.send(JSON.stringify(frame));
  });

  function attach(client) {
    watching.set(client, new Set());
    client.on("close", () => watching.delete(client));
    client.on("message", (data) => {
      const frame = JSON.parse(data);
      heard.push(frame);
      if (frame.t === "ping") client.send(JSON.stringify({ t: "pong" }));
      if (frame.t === "watch") {
        const ticket = world.tickets.get(frame.ticket);
        if (!ticket) return client.send(JSON.stringify({ t: "error", code: "not_found" }));
        watching.get(client)?.add(frame.ticket);
        client.send(JSON.stringify({ t: "watching", ticket: frame.ticket, seq: ticket.seq }));
        for (const old of ticket.log) if (old.seq > frame.after) client.send(JSON.stringify(old));
      }
      if (frame.t === "unwatch") watching.get(client)?.delete(frame.ticket);
    });
  }

  return {
    heard,
    tell(frame) {
      for (const client of watching.keys()) client.send(JSON.stringify(frame));
    },
    drop() {
      for (const client of watching.keys()) client.terminate();
    },
  };
}

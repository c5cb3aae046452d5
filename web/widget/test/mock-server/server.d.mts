import type { World } from "./world.mjs";

export interface MockServer {
  url: string;
  world: World;
  close(): Promise<void>;
}
export function start(options?: { port?: number; assets?: string }): Promise<MockServer>;

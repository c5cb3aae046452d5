export class World {
  homes: Map<string, unknown[]>;
}

export interface Frame {
  t: string;
  ticket: number;
  seq: number;
  message?: { seq: number; body: string };
}

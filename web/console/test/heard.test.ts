import { describe, expect, it } from "vitest";
import type { HappenedFrame } from "../src/api/frames";
import { happened, heard, onFrame, onHappened } from "../src/live/heard";

const frame = (kind: string): HappenedFrame => ({ t: "happened", ticket: 1, seq: 1, kind, by: "staff:1", at: "2026-11-21T15:00:00Z", body: {} });

describe("live news", () => {
  it("reaches those who asked for that frame, until they stop", () => {
    const got: string[] = [];
    const stop = onFrame<{ t: "offer"; ticket: number }>("offer", ({ ticket }) => got.push(`offer ${ticket}`));
    heard({ t: "offer", ticket: 7 } as { t: string });
    heard({ t: "other" });
    stop();
    heard({ t: "offer", ticket: 8 } as { t: string });
    expect(got).toEqual(["offer 7"]);
  });

  it("tells of what happened by its kind", () => {
    const got: string[] = [];
    onHappened("ticket.snoozed", ({ kind }) => got.push(kind));
    happened(frame("ticket.snoozed"));
    happened(frame("ticket.tagged"));
    expect(got).toEqual(["ticket.snoozed"]);
  });
});

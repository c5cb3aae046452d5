/** The one error of the SDK. */
import type { Code, Trouble } from "./public";

export class FarolError extends Error implements Trouble {
  constructor(
    readonly code: Code,
    readonly status = 0,
    readonly detail = "",
    readonly problem: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail || code);
    this.name = "FarolError";
  }

  get passing(): boolean {
    return this.code === "away" || this.status >= 500 || this.status === 429 || this.status === 408;
  }
}

/** The problem document of a refused request, which may also be a page of some proxy. */
export function refusal(status: number, text: string): FarolError {
  let problem: Record<string, unknown> = {};
  try {
    problem = Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    // Not ours: the status has to do.
  }
  return new FarolError(String(problem["code"] ?? status), status, String(problem["detail"] ?? ""), problem);
}

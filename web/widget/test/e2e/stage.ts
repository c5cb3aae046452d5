// A browser, a stand-in Farol on one origin and a host page on another.
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { meiItems } from "../mock-server/items.mjs";
import { start } from "../mock-server/server.mjs";

type Server = Awaited<ReturnType<typeof start>>;
export const MEI = "20778177";
const BROWSER = process.env["FAROL_CHROMIUM"] ?? "/usr/bin/chromium";

export interface Stage {
  farol: Server;
  browser: Browser;
  /** A host page in a browser of its own (or in the given one's next tab). */
  visit(query?: Record<string, string>, options?: BrowserContextOptions | Page): Promise<Visit>;
  close(): Promise<void>;
}

export interface Visit {
  page: Page;
  /** What the browser complained about. */
  trouble: string[];
  open(): Promise<void>;
  write(text: string): Promise<void>;
  /** The last message of the log. */
  last(): ReturnType<Page["locator"]>;
}

export async function stage(): Promise<Stage> {
  const [farol, host] = await Promise.all([start(), start()]);
  const browser = await chromium.launch({
    executablePath: BROWSER,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  farol.world.homes.set(MEI, meiItems());
  return {
    farol,
    browser,
    async visit(query = {}, options = {}) {
      const page =
        "context" in options
          ? await options.context().newPage()
          : await (
              await browser.newContext({
                timezoneId: "Asia/Shanghai",
                viewport: { width: 1280, height: 900 },
                ...options,
              })
            ).newPage();
      const trouble: string[] = [];
      page.on("pageerror", (error) => trouble.push(String(error)));
      page.on("console", (line) => line.type() === "error" && trouble.push(line.text()));
      await page.goto(`${host.url}/?${new URLSearchParams({ farol: farol.url, lang: "en", ...query })}`);
      return {
        page,
        trouble,
        async open() {
          await page.locator(".pill").click();
          await page.locator(".panel").waitFor();
        },
        async write(text) {
          await page.locator("textarea").fill(text);
          await page.locator("textarea").press("Enter");
        },
        last: () => page.locator(".said").last(),
      };
    },
    async close() {
      await browser.close();
      await Promise.all([farol.close(), host.close()]);
    },
  };
}

/** Act as staff, the exchange, or bad luck. */
export async function act(
  farol: Server,
  verb: string,
  data: object = {},
): Promise<{ tickets: Ticket[]; heard: { t: string; on?: boolean }[]; chose?: string }> {
  const answer = await fetch(`${farol.url}/mock/${verb}`, { method: "POST", body: JSON.stringify(data) });
  return (await answer.json()) as Awaited<ReturnType<typeof act>>;
}

export interface Ticket {
  id: number;
  number: string;
  status: string;
  seq: number;
  marks: { customer: { seq: number } | null };
  log: {
    t: string;
    seq: number;
    message?: {
      body: string;
      client_id: string;
      author: { kind: string };
      files: { name: string; size: number }[];
    };
  }[];
}

export const newest = async (farol: Server): Promise<Ticket> => (await act(farol, "tickets")).tickets.at(-1)!;

/** What the customer's messages in a ticket say, in order. */
export const said = (ticket: Ticket): string[] =>
  ticket.log.flatMap((frame) => (frame.message?.author.kind === "customer" ? [frame.message.body] : []));

/** Nothing that lets somebody in leaves the browser inside a recording or a log: 200 canaries, none comes through. */
import { describe, expect, it } from "vitest";
import { address, wash, washed } from "../../../washing/wash.mjs";

let made = 0;
const canaries: string[] = [];
/** Another one each time: letters and digits, as tokens are. */
function canary(): string {
  made += 1;
  const one = `CaN${(made * 7919).toString(36)}rY${(made * 104729).toString(36)}zQ9`;
  canaries.push(one);
  return one;
}
const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));
const jwt = (): string => `eyJhbGciOiJIUzI1NiJ9.eyJzdWIi${canary()}.${canary()}`;

function har(): string {
  const entries = times(10, (i) => ({
    startedDateTime: "2026-11-22T10:00:00.000Z",
    time: 12,
    comment: canary(),
    request: {
      method: "POST",
      url: `https://api.example.com/v1/session/${canary()}/orders?token=${canary()}&id=${i}`,
      httpVersion: "HTTP/2",
      headers: [
        { name: "Authorization", value: `Bearer ${canary()}` },
        { name: "Cookie", value: `sid=${canary()}; theme=${canary()}` },
        { name: "X-CSRF-Token", value: canary() },
        { name: "Content-Type", value: "application/json" },
      ],
      cookies: [{ name: "sid", value: canary() }],
      queryString: [{ name: "token", value: canary() }],
      postData: { mimeType: "application/json", text: JSON.stringify({ password: canary() }) },
    },
    response: {
      status: 200,
      headers: [{ name: "Set-Cookie", value: `sid=${canary()}; HttpOnly` }],
      cookies: [],
      content: { size: 3, mimeType: "text/html", text: `<input name="SAMLResponse" value="${canary()}">` },
      redirectURL: `https://app.example.com/cb?code=${canary()}`,
    },
    _securityState: canary(),
  }));
  return JSON.stringify({ log: { version: "1.2", creator: { name: "Browser", version: "1" }, entries, _storage: canary() } });
}

function logs(): string {
  return [
    ...times(4, () => `GET /v1/me HTTP/1.1\nAuthorization: Bearer ${canary()}\nCookie: a=${canary()}; b=${canary()}`),
    ...times(4, () => `curl 'https://x.example/a' -H 'cookie: a=${canary()}; sid=${canary()}' -H "x-auth-token: ${canary()}"`),
    ...times(4, () => `2026-11-22 10:00:00 INFO login ok token=${canary()} user=7`),
    ...times(4, () => `redirect to https://x.example/cb?code=${canary()}&state=${canary()}#top`),
    ...times(4, () => `body={"access_token":"${canary()}","refresh_token": "${canary()}","expires_in":3600}`),
    ...times(4, () => `body={\\"apiKey\\":\\"${canary()}\\",\\"n\\":1}`),
    ...times(4, () => `localStorage: {"authToken":"${canary()}","csrf":"${canary()}","theme":"dark"}`),
    ...times(4, () => `got ${jwt()} from the server`),
    ...times(4, () => `SAMLResponse=${canary()}&RelayState=${canary()}`),
    ...times(4, () => `<saml:AttributeValue type="x">${canary()}</saml:AttributeValue>`),
    ...times(4, () => `password: ${canary()}`),
  ].join("\n");
}

describe("what leaves the browser", () => {
  it("holds none of 200 canaries", async () => {
    const recording = await washed(har());
    const log = await washed(logs());
    expect(canaries.length).toBeGreaterThanOrEqual(200);
    expect(canaries.filter((one) => recording.text.includes(one) || log.text.includes(one))).toEqual([]);
    expect(recording.taken.har).toBe(10);
    expect(log.taken.headers).toBeGreaterThan(0);
  });

  it("keeps what support reads of a recording", async () => {
    const { log } = JSON.parse((await washed(har())).text) as { log: { entries: { request: Record<string, unknown> }[] } };
    expect(log.entries[0]?.request["method"]).toBe("POST");
    expect(log.entries[0]?.request["url"]).toBe("https://api.example.com/v1/session/[removed]/orders?token=[removed]&id=[removed]");
    expect(address("javascript:alert(1)")).toBe("[removed]");
  });

  it("leaves words, hashes and addresses as they are, and the very same file", async () => {
    const text = "tx 0x9f3c4bd1f3c2a4e5b6978877665544332211ffeeddccbbaa0099887766554433 to TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE\r\nERR_CONNECTION_RESET at step 3";
    expect((await washed(text)).text).toBe(text);
    const file = new File([text], "a.log");
    expect(await wash(file, "en")).toEqual({ file, told: "" });
    const picture = new File([new Uint8Array([137, 80, 78, 71, 0, 1])], "a.png");
    expect((await wash(picture, "en")).file).toBe(picture);
  });

  it("says what was taken out, in the reader's language", async () => {
    const file = new File(["authorization: Bearer abcdefghijk\npassword=hunter2hunter2"], "app.log", { type: "text/plain" });
    const done = await wash(file, "en");
    expect(done.told).toBe("app.log: taken out before it leaves your device: 1 cookies and sign-in headers, 1 passwords, keys and session values.");
    expect((await wash(file, "zh")).told).toContain("离开您的设备前已去掉");
    expect(await done.file.text()).toBe("authorization: [removed]\npassword=[removed]");
    expect(done.file.type).toBe("text/plain");
  });

  it("reads logs in other encodings, and long ones in pieces", async () => {
    const bytes = new Uint8Array([0xb4, 0xed, 0x0a, ...new TextEncoder().encode("token=abcdefgh1234\n")]);
    const out = new Uint8Array(await (await wash(new File([bytes], "gbk.log"), "zh")).file.arrayBuffer());
    expect([...out.subarray(0, 3)]).toEqual([0xb4, 0xed, 0x0a]);
    expect(new TextDecoder().decode(out.subarray(3))).toBe("token=[removed]\n");
    const long = await washed(`${"x".repeat(99)}\n`.repeat(20_000) + "sid=abcdefgh1234");
    expect(long.text.endsWith("sid=[removed]")).toBe(true);
  });

  it("is done with hostile text in a moment", async () => {
    const began = performance.now();
    for (const hostile of ["token".repeat(40_000), "\"".repeat(200_000), "cookie:'".repeat(25_000), "eyJ".repeat(70_000), "x-".repeat(100_000)])
      await washed(hostile);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

/** WebAuthn between the server's JSON and the browser's buffers. */

/** Passkeys belong to a name: pages opened by an IP address cannot have them. */
const byName = (host: string): boolean => !/^[\d.]+$|^\[/.test(host);

export const supported = (): boolean => window.isSecureContext && "PublicKeyCredential" in window && byName(location.hostname);

type Json = Record<string, unknown>;

const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

const toText = (buffer: ArrayBuffer | null): string | null =>
  buffer && btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const withId = (one: Json): PublicKeyCredentialDescriptor => ({ ...one, type: "public-key", id: toBytes(one.id as string) }) as PublicKeyCredentialDescriptor;

/** The server may wrap its options in `publicKey`, or not. */
const inner = (options: Json): Json => (options.publicKey ?? options.options ?? options) as Json;

/** Makes a new passkey on this device. Rejects when the person declines. */
export async function create(options: Json): Promise<Json> {
  const raw = inner(options);
  const user = raw.user as Json;
  const publicKey = {
    ...raw,
    challenge: toBytes(raw.challenge as string),
    user: { ...user, id: toBytes(user.id as string) },
    excludeCredentials: ((raw.excludeCredentials ?? []) as Json[]).map(withId),
  } as unknown as PublicKeyCredentialCreationOptions;
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
  const response = made.response as AuthenticatorAttestationResponse;
  return {
    ...outer(made),
    response: {
      clientDataJSON: toText(response.clientDataJSON),
      attestationObject: toText(response.attestationObject),
      transports: response.getTransports(),
    },
  };
}

/** Proves a passkey. Rejects when the person declines or has none. */
export async function prove(options: Json): Promise<Json> {
  const raw = inner(options);
  const publicKey = {
    ...raw,
    challenge: toBytes(raw.challenge as string),
    allowCredentials: ((raw.allowCredentials ?? []) as Json[]).map(withId),
  } as unknown as PublicKeyCredentialRequestOptions;
  const proof = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  const response = proof.response as AuthenticatorAssertionResponse;
  return {
    ...outer(proof),
    response: {
      clientDataJSON: toText(response.clientDataJSON),
      authenticatorData: toText(response.authenticatorData),
      signature: toText(response.signature),
      userHandle: toText(response.userHandle),
    },
  };
}

const outer = (credential: PublicKeyCredential): Json => ({
  id: credential.id,
  rawId: toText(credential.rawId),
  type: credential.type,
  authenticatorAttachment: credential.authenticatorAttachment,
  clientExtensionResults: credential.getClientExtensionResults(),
});

/** A name for this device: "Chrome on Windows". */
export function deviceName(agent: string = navigator.userAgent): string {
  const browser = [["Edg/", "Edge"], ["Firefox/", "Firefox"], ["Chrome/", "Chrome"], ["Safari/", "Safari"]].find(([mark]) => agent.includes(mark!))?.[1];
  const system = [["iPhone", "iPhone"], ["iPad", "iPad"], ["Android", "Android"], ["Windows", "Windows"], ["Mac OS", "macOS"], ["Linux", "Linux"]].find(
    ([mark]) => agent.includes(mark!),
  )?.[1];
  return [browser ?? "Browser", system].filter(Boolean).join(" · ");
}

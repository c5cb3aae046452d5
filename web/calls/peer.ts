/**
 * One side of a call: finds a way to the other browser, keeps it, and says what goes on.
 *
 * Only the customer's side makes offers, so the two can never collide: the agent's side answers, and asks for a new offer
 * when the way is lost. Sound has one track and pictures one, from the beginning; a camera or a screen only takes its place
 * in it, so nothing is negotiated again.
 */

export type Side = "customer" | "staff";
export type Phase = "asking" | "connecting" | "live" | "away" | "over";
export type Trouble = "microphone" | "no_device" | "camera" | "screen" | "unsupported" | "refused";

/** There is none to be had, as opposed to one that may not be used. */
export const isMissing = (error: unknown): boolean => ["NotFoundError", "OverconstrainedError"].includes((error as DOMException).name);

export interface Signal {
  seq: number;
  kind: "offer" | "answer" | "candidate" | "restart" | "media";
  body: string;
}

export interface CallNow {
  id: number;
  state: "asked" | "invited" | "taken" | "live" | "ended";
  why: string;
  recording: boolean | null;
}

export interface Way {
  servers: { urls: string[]; username: string; credential: string }[];
  relay_only: boolean;
}

/** What goes between the two by way of the server. */
export interface Line {
  hear(after: number): Promise<{ call: CallNow; signals: Signal[] }>;
  say(kind: Signal["kind"], body: string): Promise<void>;
  /** They hear each other (the customer's side says it). */
  begun(): Promise<void>;
}

export interface Media {
  mic: boolean;
  camera: boolean;
  screen: boolean;
}

export interface PeerState {
  phase: Phase;
  mine: Media;
  theirs: Media;
  trouble: Trouble | null;
  recording: boolean | null;
}

const NOTHING: Media = { mic: false, camera: false, screen: false };
const CONNECTING_MS = 500;
const LIVE_MS = 2_500;
const PATIENCE_MS = 8_000;

export class Peer {
  state: PeerState = { phase: "asking", mine: NOTHING, theirs: NOTHING, trouble: null, recording: null };
  readonly remote = new MediaStream();
  #pc: RTCPeerConnection | null = null;
  #sound: MediaStreamTrack | null = null;
  #picture: MediaStreamTrack | null = null;
  #after = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  #early: RTCIceCandidateInit[] = [];
  #hearing = false;

  constructor(
    private readonly side: Side,
    private readonly line: Line,
    private readonly way: Way,
    private readonly changed: (state: PeerState) => void,
  ) {}

  /** The microphone's own track and what arrives, for a recording. */
  get tracks(): { mine: MediaStreamTrack | null; theirs: MediaStream } {
    return { mine: this.#sound, theirs: this.remote };
  }

  /** The picture this side sends, to be shown small. */
  get preview(): MediaStreamTrack | null {
    return this.#picture;
  }

  /** Asks for the microphone and begins; false when it may not be used, which `trouble` tells. */
  async start(camera: boolean): Promise<boolean> {
    if (!navigator.mediaDevices?.getUserMedia || !window.RTCPeerConnection) return this.#fails("unsupported");
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: camera });
      this.#sound = stream.getAudioTracks()[0] ?? null;
      this.#picture = stream.getVideoTracks()[0] ?? null;
    } catch (error) {
      return this.#fails(isMissing(error) ? "no_device" : "microphone");
    }
    if (this.state.phase === "over") {
      this.#stopTracks();
      return false;
    }
    this.#connect();
    this.#tell({ phase: "connecting", trouble: null, mine: { mic: true, camera: !!this.#picture, screen: false } });
    if (this.side === "customer") await this.#offer(false);
    void this.hear();
    return true;
  }

  /** There may be something new: look now. */
  async hear(): Promise<void> {
    if (this.#hearing || this.state.phase === "over") return;
    this.#hearing = true;
    clearTimeout(this.#timer);
    try {
      const heard = await this.line.hear(this.#after);
      this.#tell({ recording: heard.call.recording });
      for (const signal of heard.signals) {
        this.#after = Math.max(this.#after, signal.seq);
        await this.#take(signal);
      }
      if (heard.call.state === "ended") this.end();
      // Whoever was without a network could say nothing then: the server is there again, so a way is looked for once more.
      else if (this.phase === "away") void this.#again();
    } catch {
      // The server is away for a moment; the two still hear each other.
    }
    this.#hearing = false;
    if (this.phase !== "over") this.#timer = setTimeout(() => void this.hear(), this.phase === "live" ? LIVE_MS : CONNECTING_MS);
  }

  get phase(): Phase {
    return this.state.phase;
  }

  mute(on: boolean): void {
    if (this.#sound) this.#sound.enabled = !on;
    this.#show({ mic: !on });
  }

  /** Switches the camera; false when it may not be used. */
  async camera(on: boolean): Promise<boolean> {
    return this.#replace(on ? "camera" : null, () => navigator.mediaDevices.getUserMedia({ video: true }));
  }

  /** Shows a screen or a window; the browser asks which. */
  async screen(on: boolean): Promise<boolean> {
    return this.#replace(on ? "screen" : null, () => navigator.mediaDevices.getDisplayMedia({ video: true }));
  }

  /** Lets go of everything. Whether the call itself is over is the caller's matter. */
  end(): void {
    clearTimeout(this.#timer);
    this.#stopTracks();
    this.#pc?.close();
    this.#pc = null;
    if (this.state.phase !== "over") this.#tell({ phase: "over" });
  }

  #connect(): void {
    const servers = this.way.servers.map(({ urls, username, credential }) => (username ? { urls, username, credential } : { urls }));
    const pc = (this.#pc = new RTCPeerConnection({ iceServers: servers, iceTransportPolicy: this.way.relay_only ? "relay" : "all" }));
    if (this.side === "customer") {
      pc.addTransceiver(this.#sound ?? "audio", { direction: "sendrecv" });
      pc.addTransceiver(this.#picture ?? "video", { direction: "sendrecv" });
    }
    pc.ontrack = ({ track }) => {
      for (const old of this.remote.getTracks()) if (old.kind === track.kind) this.remote.removeTrack(old);
      this.remote.addTrack(track);
      this.changed(this.state);
    };
    pc.onicecandidate = ({ candidate }) => {
      if (candidate) void this.line.say("candidate", JSON.stringify(candidate)).catch(() => undefined);
    };
    pc.onconnectionstatechange = () => this.#moved(pc);
  }

  #moved(pc: RTCPeerConnection): void {
    if (pc !== this.#pc) return;
    if (pc.connectionState === "connected") {
      const first = this.state.phase !== "live";
      this.#tell({ phase: "live" });
      if (first && this.side === "customer") void this.line.begun().catch(() => undefined);
      void this.line.say("media", JSON.stringify(this.state.mine)).catch(() => undefined);
    } else if (pc.connectionState === "failed" || pc.connectionState === "disconnected") {
      this.#tell({ phase: "away" });
      void this.#again();
      void this.hear();
    }
  }

  /** The way is lost: a new one is looked for, not more often than every few seconds. */
  async #again(): Promise<void> {
    if (Date.now() - this.#asked < PATIENCE_MS) return;
    this.#asked = Date.now();
    if (this.side === "customer") await this.#offer(true);
    else await this.line.say("restart", "").catch(() => undefined);
  }

  async #offer(anew: boolean): Promise<void> {
    const pc = this.#pc;
    if (!pc) return;
    await pc.setLocalDescription(await pc.createOffer({ iceRestart: anew }));
    await this.line.say("offer", pc.localDescription?.sdp ?? "").catch(() => undefined);
  }

  async #take({ kind, body }: Signal): Promise<void> {
    const pc = this.#pc;
    if (!pc) return;
    try {
      if (kind === "offer" && this.side === "staff") await this.#answer(pc, body);
      else if (kind === "answer" && this.side === "customer") {
        if (pc.signalingState === "have-local-offer") await pc.setRemoteDescription({ type: "answer", sdp: body });
        await this.#lateCandidates(pc);
      } else if (kind === "candidate") {
        const candidate = JSON.parse(body) as RTCIceCandidateInit;
        if (pc.remoteDescription) await pc.addIceCandidate(candidate);
        else this.#early.push(candidate);
      } else if (kind === "restart" && this.side === "customer") await this.#again();
      else if (kind === "media") this.#tell({ theirs: { ...NOTHING, ...(JSON.parse(body) as Media) } });
    } catch {
      // What the other side said cannot be used; the next offer mends it.
    }
  }

  async #answer(pc: RTCPeerConnection, sdp: string): Promise<void> {
    await pc.setRemoteDescription({ type: "offer", sdp });
    for (const transceiver of pc.getTransceivers()) {
      const track = transceiver.receiver.track.kind === "audio" ? this.#sound : this.#picture;
      transceiver.direction = "sendrecv";
      if (transceiver.sender.track !== track) await transceiver.sender.replaceTrack(track);
    }
    await pc.setLocalDescription(await pc.createAnswer());
    await this.line.say("answer", pc.localDescription?.sdp ?? "").catch(() => undefined);
    await this.#lateCandidates(pc);
  }

  async #lateCandidates(pc: RTCPeerConnection): Promise<void> {
    const early = this.#early;
    this.#early = [];
    for (const candidate of early) await pc.addIceCandidate(candidate);
  }

  /** Puts a camera or a screen, or nothing, into the place for pictures. */
  async #replace(what: "camera" | "screen" | null, get: () => Promise<MediaStream>): Promise<boolean> {
    let track: MediaStreamTrack | null = null;
    if (what) {
      try {
        track = (await get()).getVideoTracks()[0] ?? null;
      } catch {
        this.#tell({ trouble: what });
        return false;
      }
    }
    this.#picture?.stop();
    this.#picture = track;
    if (track) track.onended = () => void this.#replace(null, get);
    const place = this.#pc?.getTransceivers().find((one) => one.receiver.track.kind === "video");
    await place?.sender.replaceTrack(track);
    this.#tell({ trouble: null });
    this.#show({ camera: what === "camera", screen: what === "screen" });
    return true;
  }

  #show(patch: Partial<Media>): void {
    const mine = { ...this.state.mine, ...patch };
    this.#tell({ mine });
    void this.line.say("media", JSON.stringify(mine)).catch(() => undefined);
  }

  #fails(trouble: Trouble): false {
    this.#tell({ trouble });
    return false;
  }

  #stopTracks(): void {
    this.#sound?.stop();
    this.#picture?.stop();
  }

  #tell(patch: Partial<PeerState>): void {
    this.state = { ...this.state, ...patch };
    this.changed(this.state);
  }
}

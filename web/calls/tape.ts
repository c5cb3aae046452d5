/** A recording of what was said, made in the browser: several streams of sound in one, and a picture where there is one. */

export interface Tape {
  /** Ends it: the bytes and how long it was. */
  stop(): Promise<{ bytes: Blob; seconds: number }>;
}

const SOUND = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
const PICTURE = ["video/webm;codecs=vp8,opus", "video/mp4"];
const BITS = 32_000;

const supported = (kinds: string[]): string => kinds.find((kind) => MediaRecorder.isTypeSupported(kind)) ?? "";

/** Whether this browser can record at all. */
export const canRecord = (): boolean => typeof MediaRecorder !== "undefined" && supported(SOUND) !== "";

/** Begins to record; `most` is the number of bytes after which it ends by itself and `full` is called. */
export function record(sounds: readonly MediaStreamTrack[], picture: MediaStreamTrack | null, most: number, full: () => void): Tape {
  const mixer = new AudioContext();
  const mixed = mixer.createMediaStreamDestination();
  for (const track of sounds) mixer.createMediaStreamSource(new MediaStream([track])).connect(mixed);
  const tracks = [...mixed.stream.getAudioTracks(), ...(picture ? [picture] : [])];
  const mimeType = supported(picture ? PICTURE : SOUND);
  const recorder = new MediaRecorder(new MediaStream(tracks), { mimeType, audioBitsPerSecond: BITS });
  const pieces: Blob[] = [];
  let size = 0;
  let told = false;
  const began = Date.now();
  recorder.ondataavailable = ({ data }) => {
    pieces.push(data);
    size += data.size;
    if (size > most && !told) {
      told = true;
      full();
    }
  };
  recorder.start(1_000);
  return {
    stop: () =>
      new Promise((done) => {
        const finish = (): void => {
          void mixer.close();
          done({ bytes: new Blob(pieces, { type: mimeType.split(";")[0] ?? "" }), seconds: Math.round((Date.now() - began) / 1000) });
        };
        if (recorder.state === "inactive") finish();
        else {
          recorder.onstop = finish;
          recorder.stop();
        }
      }),
  };
}

/** The ending of a recording's name. */
export const ending = (type: string): string => (type.includes("mp4") ? "m4a" : type.includes("ogg") ? "ogg" : type.startsWith("audio/") ? "weba" : "webm");

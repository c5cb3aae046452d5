/**
 * Files before they are sent (tray) and in messages. Pictures are painted on a canvas: no `img-src blob:` of
 * the host is needed.
 */
import { Fragment, h } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Piece } from "../model/outbox";
import { size } from "../model/sizes";
import type { FileInfo } from "../model/types";
import { Icon, useFarol } from "./bits";
import { later } from "./later";

const LONGEST_SIDE = 480;

/** A picture from bytes, scaled down; nothing is drawn when the bytes are not a picture. */
function Picture({
  load,
  label,
  seen,
}: {
  load: () => Promise<Blob | null>;
  label: string;
  seen?: (shown: boolean) => void;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let gone = false;
    void load()
      .then((blob) => (blob ? createImageBitmap(blob) : null))
      .then((bitmap) => {
        const target = canvas.current;
        if (!bitmap || !target || gone) return;
        const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
        target.width = Math.max(1, Math.round(bitmap.width * scale));
        target.height = Math.max(1, Math.round(bitmap.height * scale));
        target.getContext("2d")?.drawImage(bitmap, 0, 0, target.width, target.height);
        bitmap.close();
        seen?.(true);
      })
      .catch(() => seen?.(false));
    return () => {
      gone = true;
    };
  }, []);
  return <canvas ref={canvas} width={1} height={1} role="img" aria-label={label} />;
}

/** Files being added to a message, with their progress. */
export function Tray({ talk, pieces }: { talk: string; pieces: readonly Piece[] }) {
  const { app, state, say } = useFarol();
  return (
    <ul class="tray">
      {pieces.map((piece) => {
        const share = piece.file ? 1 : (state.progress[piece.lid] ?? 0);
        return (
          <li key={piece.lid}>
            <span class="thumb">
              {piece.type.startsWith("image/") ? (
                <Picture
                  load={() => app.core.blobs.get(piece.lid)}
                  label={say("picture", { name: piece.name })}
                />
              ) : (
                <Icon name="doc" large />
              )}
            </span>
            <span class="name">
              <bdi class="clip">{piece.name}</bdi>
              <span class="dim num">{size(piece.size)}</span>
            </span>
            {share < 1 && state.session && <progress value={share} aria-label={piece.name} />}
            <button
              type="button"
              class="icon-button"
              aria-label={say("file_remove", { name: piece.name })}
              onClick={() => app.drafts.remove(talk, piece.lid)}
            >
              <Icon name="x" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Files of a message on their way: drawn from the bytes this browser still has. */
export function WaitingFiles({ pieces }: { pieces: readonly Piece[] }) {
  const { app, state, say } = useFarol();
  return (
    <>
      {pieces.map((piece) => (
        <span class="file" key={piece.lid}>
          {piece.type.startsWith("image/") && (
            <Picture
              load={() => app.core.blobs.get(piece.lid)}
              label={say("picture", { name: piece.name })}
            />
          )}
          <FileName name={piece.name} note={size(piece.size)} />
          {!piece.file && (state.progress[piece.lid] ?? 0) > 0 && (
            <progress value={state.progress[piece.lid]} aria-label={piece.name} />
          )}
        </span>
      ))}
    </>
  );
}

export function SentFiles({ ticket, files }: { ticket: number; files: readonly FileInfo[] }) {
  return (
    <>
      {files.map((file) => (
        <SentFile key={file.id} ticket={ticket} file={file} />
      ))}
    </>
  );
}

function SentFile({ ticket, file }: { ticket: number; file: FileInfo }) {
  const { app, say } = useFarol();
  const [lost, setLost] = useState(false);
  const path = `/tickets/${ticket}/files/${encodeURIComponent(file.id)}`;
  if (file.state === "checking")
    return <FileLine name={file.name} note={say("file_checking")} icon="clock" />;
  if (file.state === "refused") return <FileLine name={file.name} note={say("file_unsafe")} icon="alert" />;
  const Sound = /^audio/.test(file.media_type) && later(app)?.Sound;
  const get = async (): Promise<void> => {
    setLost(false);
    try {
      save(await app.core.api.bytes(path), file.name);
    } catch {
      setLost(true);
    }
  };
  return (
    <span class="file">
      <button
        type="button"
        onClick={() => void get()}
        title={say("file_get", { name: file.name })}
      >
        {file.preview && file.state === "ready" && (
          <Picture
            key={file.state}
            load={() => app.core.api.bytes(`${path}?preview=1`)}
            label={say("picture", { name: file.name })}
          />
        )}
        <FileName name={file.name} note={size(file.size)} />
      </button>
      {Sound && <Sound path={path} name={file.name} />}
      {lost && (
        <span class="hint err" role="alert">
          {say("file_lost")}
        </span>
      )}
    </span>
  );
}

function FileLine({ name, note, icon }: { name: string; note: string; icon: string }) {
  return (
    <span class="file">
      <FileName name={name} note={note} icon={icon} />
    </span>
  );
}

function FileName({ name, note, icon = "doc" }: { name: string; note: string; icon?: string }) {
  return (
    <span class="file-name">
      <Icon name={icon} />
      <bdi class="clip">{name}</bdi>
      <span class="dim num">{note}</span>
    </span>
  );
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  const address = URL.createObjectURL(blob);
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

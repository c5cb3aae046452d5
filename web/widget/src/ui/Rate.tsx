/** Solved or not, and how it was: one tap each; words are welcome and never required. */
import { h } from "preact";
import { useState } from "preact/hooks";
import type { Rating } from "../model/types";
import { useFarol } from "./bits";

const STARS = [1, 2, 3, 4, 5];
const LONGEST = 1000;

export function Rate({ ticket, rating }: { ticket: number; rating: Rating | undefined }) {
  const { app, say } = useFarol();
  const [solved, setSolved] = useState<true | null>(null);
  const [stars, setStars] = useState(0);
  const [comment, setComment] = useState("");
  const [sent, setSent] = useState(false);
  const shown = stars || rating?.stars || 0;
  const send = async (): Promise<void> => {
    await app.aside.rate(ticket, stars, comment.trim(), solved ?? rating?.solved ?? null);
    setSent(true);
  };
  return (
    <div class="rate">
      <p class="row solved">
        <span>{say("solved_ask")}</span>
        {rating?.asked && !solved && !rating.solved && (
          <button type="button" class="btn end" onClick={() => setSolved(true)}>
            {say("solved")}
          </button>
        )}
        <button type="button" class="btn end" onClick={() => app.notSolved(String(ticket))}>
          {say("not_solved")}
        </button>
      </p>
      {rating?.asked && (
        <fieldset>
          <legend class="t2">{say(rating.stars ? "rated" : "rate")}</legend>
          <div class="stars">
            {STARS.map((n) => (
              <label key={n} class={n <= shown ? "on" : ""}>
                <input
                  type="radio"
                  name="farol-stars"
                  checked={n === shown}
                  aria-label={say("stars", { n })}
                  onChange={() => {
                    setStars(n);
                    setSent(false);
                  }}
                />
                ★
              </label>
            ))}
          </div>
          {stars > 0 && !sent && (
            <div class="field">
              <textarea
                class="input"
                rows={2}
                maxLength={LONGEST}
                dir="auto"
                placeholder={say("rate_words")}
                aria-label={say("rate_words")}
                onInput={(event) => setComment(event.currentTarget.value)}
              />
              <button type="button" class="btn go" onClick={() => void send()}>
                {say("send")}
              </button>
            </div>
          )}
        </fieldset>
      )}
    </div>
  );
}

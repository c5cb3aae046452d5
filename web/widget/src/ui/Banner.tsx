import { h } from "preact";
import { clock } from "../model/time";
import { Icon, useFarol } from "./bits";

/** What is wrong with the connection, after three seconds of it; goes by itself. */
export function Banner() {
  const { state, say } = useFarol();
  const at = state.lostAt ? clock(state.lostAt, state.lang) : "";
  return (
    <div class="banner" role="status">
      {state.banner === "offline" && (
        <p class="bar risk">
          <Icon name="refresh" />
          <span>{say("offline", { at })}</span>
        </p>
      )}
      {state.banner === "catching" && (
        <p class="bar">
          <Icon name="refresh" />
          <span>{say("catching")}</span>
        </p>
      )}
    </div>
  );
}

/** After a new version, parts of the old one that were not loaded yet are gone: the page is read anew, at most once a minute. What was written is kept. */
import { load, save } from "./storage";

const LEAST_MS = 60_000;

export function followVersions(): void {
  addEventListener("vite:preloadError", (event) => {
    if (Date.now() - load("renewed", 0) < LEAST_MS || !save("renewed", Date.now())) return;
    event.preventDefault();
    location.reload();
  });
}

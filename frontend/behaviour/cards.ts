/** A map with `card="#selector"` loads a clicked area's address there instead of leaving the page. */
import htmx from "htmx.org";

import type { Picked } from "../elements/map/host";

export function startCards(): void {
  document.addEventListener("wg-map:pick", (event) => {
    const target = (event.target as Element).getAttribute("card");
    const { code, href } = (event as CustomEvent<Picked>).detail;
    if (!target || !code || !href) return;
    event.preventDefault();
    const place = document.querySelector(target);
    void htmx
      .ajax("get", href, { target, swap: "innerHTML" })
      .then(() => place?.firstElementChild?.scrollIntoView({ block: "nearest" }));
  });
}

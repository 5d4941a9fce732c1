/** A map with `card="#selector"` loads a clicked area's address there instead of leaving the page. */
import htmx from "htmx.org";

import type { AreaProperties } from "../elements/map/sources";

export function startCards(): void {
  document.addEventListener("wg-map:pick", (event) => {
    const target = (event.target as Element).getAttribute("card");
    const { href } = (event as CustomEvent<AreaProperties>).detail;
    if (!target || !href) return;
    event.preventDefault();
    void htmx.ajax("get", href, { target, swap: "innerHTML" });
  });
}

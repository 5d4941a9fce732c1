/** htmx without eval and without styles of its own, so that the content security policy holds. */
import htmx from "htmx.org";

import { begin } from "./idle";

const FIRST_FIELD = "input:not([type=hidden]), select, textarea, button[type=submit]";

const endings = new WeakMap<XMLHttpRequest, () => void>();

interface RequestEvent extends Event {
  readonly detail: { readonly xhr: XMLHttpRequest };
}

export function startHtmx(): void {
  Object.assign(htmx.config, {
    allowEval: false,
    allowScriptTags: false,
    defaultSettleDelay: 0, // a fragment stands settled when its request has ended
    historyCacheSize: 0, // pages with personal data are not kept in the browser's storage
    includeIndicatorStyles: false,
    // A refusal is an answer with words in it; it is shown where the fragment stands.
    responseHandling: [
      { code: "204", swap: false },
      { code: "[23]..", swap: true },
      { code: "[45]..", swap: true, error: true },
    ],
  });
  document.addEventListener("htmx:beforeSend", (event) => {
    endings.set((event as RequestEvent).detail.xhr, begin());
  });
  // Unfolding a move puts the focus into its form.
  document.addEventListener("htmx:afterSettle", (event) => {
    const fields = (event.target as Element).closest(".move-fields");
    fields?.querySelector<HTMLElement>(FIRST_FIELD)?.focus();
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    endings.get((event as RequestEvent).detail.xhr)?.();
  });
}

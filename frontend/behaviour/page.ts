/** What every page does once it is loaded: say that script runs, focus, print, dismiss toasts. */
import { showCurrent } from "./strips";

export function startPage(): void {
  document.documentElement.dataset.script = "";
  document.querySelector<HTMLElement>("[data-focus-first]")?.focus({ preventScroll: true });
  showCurrent();
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    if (target.closest("[data-print]")) window.print();
    target.closest(".toast")?.remove();
  });
}

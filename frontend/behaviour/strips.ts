/** A strip (`data-strip`) is a row of links that scrolls sideways: it opens at the current one. */

export function showCurrent(): void {
  document.querySelectorAll<HTMLElement>("[data-strip]").forEach((strip) => {
    const here = strip.querySelector<HTMLElement>("[aria-current]");
    if (!here || strip.scrollWidth <= strip.clientWidth) return;
    const from = here.getBoundingClientRect().left - strip.getBoundingClientRect().left;
    strip.scrollLeft += from - (strip.clientWidth - here.offsetWidth) / 2;
  });
}

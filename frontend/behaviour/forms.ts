/** A form marked data-once is sent once: a second press before the answer does nothing. */

export function startForms(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.matches("[data-once]") || event.defaultPrevented) return;
    if ("sent" in form.dataset) event.preventDefault();
    else form.dataset.sent = "";
  });
  for (const ending of ["htmx:afterRequest", "pageshow"]) {
    window.addEventListener(ending, () => {
      document.querySelectorAll<HTMLElement>("form[data-sent]").forEach((form) => {
        delete form.dataset.sent;
      });
    });
  }
}

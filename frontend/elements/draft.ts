/**
 * `<wg-draft data-key data-kept>` around a form keeps what was typed until it has been taken: a lost
 * network, a closed page or an expired session costs nobody their words.
 *
 * Passwords, files and hidden fields are never kept. A sent draft is forgotten by the next page of
 * this tab if that is an answer to it: reached by a redirect, or without the form in it. Error pages
 * (`meta[name=draft-keep]`) and the sign-in page are no answers.
 */
import { controls, type Draft, fill, values } from "./draft/form";
import { forget, forgetAll, keep, kept } from "./draft/storage";

const SENT = "wangge.sent"; // per tab: the key of the draft that was sent last

class DraftElement extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector("form");
    if (!form) return;
    this.restore(form);
    const save = (): void => keep(this.key, { at: Date.now(), values: values(form) });
    form.addEventListener("input", save);
    form.addEventListener("change", save);
    form.addEventListener("submit", () => sessionStorage.setItem(SENT, this.key));
    form.addEventListener("htmx:afterRequest", (event) => {
      if ((event as CustomEvent<{ successful?: boolean }>).detail.successful) forget(this.key);
    });
  }

  get key(): string {
    return this.dataset.key ?? location.pathname;
  }

  private restore(form: HTMLFormElement): void {
    const draft: Draft | null = kept(this.key);
    const answered = controls(form).some((control) => control.hasAttribute("aria-invalid"));
    if (draft && !answered && fill(form, draft)) this.say();
  }

  private say(): void {
    const line = document.createElement("p");
    line.className = "draft-kept";
    line.setAttribute("role", "status");
    line.textContent = this.dataset.kept ?? "";
    this.prepend(line);
  }
}

function settleSent(): void {
  const sent = sessionStorage.getItem(SENT);
  if (sent === null) return;
  sessionStorage.removeItem(SENT);
  const noAnswer = document.querySelector('meta[name="draft-keep"], input[type="password"]');
  const here = [...document.querySelectorAll("wg-draft")].some(
    (element) => (element as HTMLElement).dataset.key === sent,
  );
  const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const redirected = visit !== undefined && visit.type === "navigate" && visit.redirectCount > 0;
  if (!noAnswer && (redirected || !here)) forget(sent);
}

settleSent();
customElements.define("wg-draft", DraftElement);
// After signing out nothing stays behind on a shared computer.
document.addEventListener("submit", (event) => {
  if ((event.target as Element).matches("[data-forget-drafts]")) forgetAll();
});

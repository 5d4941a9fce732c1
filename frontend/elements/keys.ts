/**
 * `<wg-keys data-title data-close>` with a <template> of the key list: the console's keyboard.
 *
 * "/" and Ctrl-K search · j and k in lists, and there the arrows · Enter opens · g and a letter to
 * a rail entry · m to the first move, in a list to that of the marked row · n to the next case of
 * the queue · Ctrl-Enter sends the form · ? the list of keys.
 * Other keys typed into fields are never taken.
 */

const SECOND_KEY = 1500; // milliseconds in which the letter after g must come

class KeysElement extends HTMLElement {
  private goUntil = 0;

  connectedCallback(): void {
    document.addEventListener("keydown", this.press);
  }

  disconnectedCallback(): void {
    document.removeEventListener("keydown", this.press);
  }

  private readonly press = (event: KeyboardEvent): void => {
    const searching = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    if (searching) return take(event, focusSearch());
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return take(event, send(event));
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    if (event.timeStamp < this.goUntil) {
      this.goUntil = 0;
      return take(event, goTo(event.key));
    }
    this.single(event);
  };

  private single(event: KeyboardEvent): void {
    switch (event.key) {
      case "/":
        return take(event, focusSearch());
      case "ArrowDown":
        return take(event, isInList(event) && step(1));
      case "ArrowUp":
        return take(event, isInList(event) && step(-1));
      case "j":
        return take(event, step(1));
      case "k":
        return take(event, step(-1));
      case "Enter":
        return take(event, openHere(event));
      case "m":
        return take(event, focusFirstMove() || follow("[data-here] .cell-link a"));
      case "n":
        return take(event, follow("[data-next]"));
      case "g":
        this.goUntil = event.timeStamp + SECOND_KEY;
        return;
      case "?":
        return take(event, this.toggleList());
      case "Escape":
        this.querySelector(".keys-sheet")?.remove();
    }
  }

  private toggleList(): boolean {
    const shown = this.querySelector(".keys-sheet");
    if (shown) {
      shown.remove();
      return true;
    }
    const list = this.querySelector("template");
    if (!list) return false;
    const sheet = document.createElement("section");
    sheet.className = "keys-sheet";
    sheet.setAttribute("aria-label", this.dataset.title ?? "");
    sheet.tabIndex = -1;
    sheet.append(heading(this.dataset.title), list.content.cloneNode(true), this.closer(sheet));
    this.append(sheet);
    sheet.focus();
    return true;
  }

  private closer(sheet: HTMLElement): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = this.dataset.close ?? "";
    button.addEventListener("click", () => sheet.remove());
    return button;
  }
}

function heading(text = ""): HTMLHeadingElement {
  const title = document.createElement("h2");
  title.textContent = text;
  return title;
}

function take(event: KeyboardEvent, taken: boolean): void {
  if (taken) event.preventDefault();
}

function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  if (event.isComposing || target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Long forms can be sent from any field; checks and data-once hold as always. */
function send(event: KeyboardEvent): boolean {
  const form = (event.target as Element).closest<HTMLFormElement>("main form");
  form?.requestSubmit();
  return form !== null;
}

function focusSearch(): boolean {
  const search = document.querySelector<HTMLInputElement>("[data-search]");
  search?.focus();
  search?.select();
  return search !== null;
}

function focusFirstMove(): boolean {
  const move = document.querySelector<HTMLElement>(".move > summary");
  move?.focus();
  move?.scrollIntoView({ block: "center" });
  return move !== null;
}

function goTo(letter: string): boolean {
  return follow(`[data-key="${CSS.escape(letter)}"]`);
}

function follow(selector: string): boolean {
  const link = document.querySelector<HTMLAnchorElement>(selector);
  link?.click();
  return link !== null;
}

function isInList(event: KeyboardEvent): boolean {
  return (event.target as Element).closest("[data-list] [data-item]") !== null;
}

/** Move the mark up or down; the lists of a page count as one. */
function step(by: number): boolean {
  const items = [...document.querySelectorAll<HTMLElement>("[data-list] [data-item]")];
  if (items.length === 0) return false;
  const focused = items.findIndex((item) => item.contains(document.activeElement));
  const from = focused < 0 ? items.findIndex((item) => "here" in item.dataset) : focused;
  const to = from < 0 ? 0 : Math.min(Math.max(from + by, 0), items.length - 1);
  items.forEach((item, index) => item.toggleAttribute("data-here", index === to));
  const here = items[to];
  here?.querySelector<HTMLElement>("a, button")?.focus();
  here?.scrollIntoView({ block: "nearest" });
  return true;
}

/** Enter opens the marked item unless the focus stands on something that answers Enter itself. */
function openHere(event: KeyboardEvent): boolean {
  if ((event.target as Element).closest("a, button, summary, [tabindex]")) return false;
  const link = document.querySelector<HTMLElement>("[data-here] a");
  link?.click();
  return link !== null;
}

customElements.define("wg-keys", KeysElement);

/**
 * `<wg-filter data-label data-none>` around the many choices of a field: a box to search them by
 * words. Folded groups unfold during a search; what is chosen stays in sight. Without script there
 * are the groups alone.
 */

class FilterElement extends HTMLElement {
  private unfolded: HTMLDetailsElement[] = [];

  connectedCallback(): void {
    if (this.querySelector(":scope > .field-filter")) return;
    const line = document.createElement("input");
    line.type = "search";
    line.className = "field-input field-filter";
    line.setAttribute("aria-label", this.dataset.label ?? "");
    line.placeholder = this.dataset.label ?? "";
    line.addEventListener("input", () => this.show(line.value.trim().toLowerCase()));
    line.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) event.preventDefault();
    });
    const said = document.createElement("p");
    said.className = "muted";
    said.setAttribute("role", "status");
    this.prepend(line, said);
  }

  private show(words: string): void {
    const cards = [...this.querySelectorAll<HTMLElement>(".field-card")];
    for (const card of cards) {
      const chosen = card.querySelector("input")?.checked ?? false;
      card.hidden = !chosen && !(card.textContent ?? "").toLowerCase().includes(words);
    }
    this.unfold(words !== "");
    const none = words !== "" && cards.every((card) => card.hidden);
    const said = this.querySelector(":scope > [role=status]");
    if (said) said.textContent = none ? (this.dataset.none ?? "") : "";
  }

  private unfold(looking: boolean): void {
    if (!looking) {
      this.unfolded.forEach((group) => (group.open = group.querySelector(":checked") !== null));
      this.unfolded = [];
      return;
    }
    const folded = [...this.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
    folded.forEach((group) => (group.open = true));
    this.unfolded.push(...folded);
  }
}

customElements.define("wg-filter", FilterElement);

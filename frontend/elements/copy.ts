/** `<wg-copy data-label data-done>` around a <code>: a button that copies it. */

class CopyElement extends HTMLElement {
  connectedCallback(): void {
    const code = this.querySelector("code");
    if (!code || !navigator.clipboard || this.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy unprinted";
    button.textContent = this.dataset.label ?? "";
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", () => void this.copy(code, button));
    this.append(button);
  }

  private async copy(code: HTMLElement, button: HTMLButtonElement): Promise<void> {
    await navigator.clipboard.writeText(code.textContent?.trim() ?? "");
    button.textContent = this.dataset.done ?? "";
  }
}

customElements.define("wg-copy", CopyElement);

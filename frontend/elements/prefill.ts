/**
 * `<wg-prefill>` around the form with the fields "number" and "code": fills them in from the part of
 * the address behind "#", as the QR code of a receipt has it (`#NUMBER-CODE`). Browsers send that
 * part to nobody; here it is taken out of the address as well, so that no history keeps it.
 */

class PrefillElement extends HTMLElement {
  connectedCallback(): void {
    const [, number, code] = /^#(SJ\d+)-([0-9A-Z]+)$/.exec(location.hash) ?? [];
    if (number === undefined || code === undefined) return;
    this.fill("number", number);
    this.fill("code", code);
    history.replaceState(null, "", location.pathname + location.search);
  }

  private fill(name: string, value: string): void {
    const field = this.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    if (field) field.value = value;
  }
}

customElements.define("wg-prefill", PrefillElement);

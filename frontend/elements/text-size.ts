/**
 * `<wg-text-size data-larger data-usual>` around a link: switches large type at once and keeps it
 * in the cookie "type" for a year, so that the server draws the next page in it.
 */

const YEAR = 365 * 24 * 3600;

class TextSizeElement extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("click", (event) => {
      event.preventDefault();
      this.toggle();
    });
  }

  private toggle(): void {
    const page = document.documentElement;
    const large = page.dataset.type !== "large";
    if (large) page.dataset.type = "large";
    else delete page.dataset.type;
    const secure = location.protocol === "https:" ? "; secure" : "";
    document.cookie = `wangge_type=${large ? "large" : "usual"}; path=/; max-age=${YEAR}; samesite=lax${secure}`;
    const control = this.querySelector("a");
    if (control) control.textContent = (large ? this.dataset.usual : this.dataset.larger) ?? "";
  }
}

customElements.define("wg-text-size", TextSizeElement);

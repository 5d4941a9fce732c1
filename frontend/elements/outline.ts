/**
 * `<wg-outline again>` around a map and a text field: an outline is drawn on the map, corner by
 * corner, and its corners stand in the field, a line each ("111.590000, 25.530000"). What is typed
 * into the field is drawn on the map. Without script the field is all there is.
 *
 * again  words of the button that starts over
 */
import { begin } from "../behaviour/idle";
import type { MapReady } from "./map/ready";
import type { Corner, OutlineHost } from "./outline/host";

class OutlineElement extends HTMLElement implements OutlineHost {
  connectedCallback(): void {
    this.addEventListener("wg-map:ready", (event) => void this.open(event as MapReady));
  }

  get field(): HTMLTextAreaElement {
    const found = this.querySelector("textarea");
    if (!found) throw new Error("wg-outline holds no textarea");
    return found;
  }

  /** The corners in the field; a line that names no place is left out, the server says so. */
  get corners(): Corner[] {
    return this.field.value
      .split(/[\n;\uff1b]+/)
      .map((line) =>
        line
          .trim()
          .split(/[\s,\uff0c]+/)
          .map(Number),
      )
      .filter((pair) => pair.length === 2 && pair.every(Number.isFinite)) as unknown as Corner[];
  }

  set corners(corners: readonly Corner[]) {
    this.field.value = corners.map(([x, y]) => `${x.toFixed(6)}, ${y.toFixed(6)}`).join("\n");
  }

  private async open(event: MapReady): Promise<void> {
    const ended = begin();
    const { drawOutline } = await import("./outline/drawing");
    const again = drawOutline(event.detail.map, this);
    const row = document.createElement("p");
    row.append(this.button(again));
    this.field.after(row);
    this.dataset.drawn = "";
    ended();
  }

  private button(press: () => void): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = this.getAttribute("again") ?? "";
    button.addEventListener("click", press);
    return button;
  }
}

customElements.define("wg-outline", OutlineElement);

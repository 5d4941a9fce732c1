/**
 * `<wg-map src labels points note card>`: areas, their labels and cases on a quiet ground.
 *
 * src     GeoJSON of polygons; properties: name, and optionally href, worker, phone, tint (0–5)
 * labels  GeoJSON of one point per polygon with the same properties (labels of polygons would
 *         repeat in every tile)
 * points  GeoJSON of cases; properties: name, light (green · yellow · red · none), href
 * note    printed on the map, e.g. that its boundaries are invented
 * card    selector: a clicked area's href is loaded there instead of being opened (console)
 *
 * Fires "wg-map:pick" (cancellable, detail: the feature's properties) before following a link.
 * The same areas stand in a table under the map: for keyboards, screen readers, and devices that
 * cannot draw. The map itself is loaded when it comes into view.
 */
import { begin } from "../behaviour/idle";
import { areaTable } from "./map/table";
import type { AreaCollection, AreaProperties, Sources } from "./map/sources";

export class MapElement extends HTMLElement {
  private watch: IntersectionObserver | undefined;
  private release: (() => void) | undefined;

  connectedCallback(): void {
    this.watch = new IntersectionObserver((seen) => {
      if (!seen.some((each) => each.isIntersecting)) return;
      this.watch?.disconnect();
      void this.show();
    });
    this.watch.observe(this);
  }

  disconnectedCallback(): void {
    this.watch?.disconnect();
    this.release?.();
  }

  /** A person chose a feature: tell the page, then follow its link. */
  pick(properties: AreaProperties): void {
    const told = new CustomEvent("wg-map:pick", {
      bubbles: true,
      cancelable: true,
      detail: properties,
    });
    if (this.dispatchEvent(told) && properties.href) location.assign(properties.href);
  }

  private async show(): Promise<void> {
    const ended = begin();
    try {
      const sources = await this.sources();
      this.append(areaTable(sources.areas, this.dataset));
      await this.draw(sources);
    } catch (error) {
      this.fail(String(error));
    } finally {
      ended();
    }
  }

  private async sources(): Promise<Sources> {
    const [areas, labels, points] = await Promise.all(
      ["src", "labels", "points"].map((name) => collection(this.getAttribute(name))),
    );
    const none: AreaCollection = { type: "FeatureCollection", features: [] };
    return { areas: areas ?? none, labels: labels ?? none, points: points ?? none };
  }

  private async draw(sources: Sources): Promise<void> {
    const { drawMap } = await import("./map/draw");
    this.release = await drawMap(this, sources);
    this.dataset["drawn"] = "";
  }

  private fail(why: string): void {
    this.dataset["failed"] = why;
    this.querySelector(".map-ground")?.remove();
    this.querySelector("details")?.setAttribute("open", "");
  }
}

async function collection(url: string | null): Promise<AreaCollection | null> {
  if (!url) return null;
  const answer = await fetch(url, { headers: { Accept: "application/geo+json, application/json" } });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return (await answer.json()) as AreaCollection;
}

customElements.define("wg-map", MapElement);

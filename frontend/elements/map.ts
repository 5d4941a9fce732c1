/**
 * `<wg-map tiles extent bounds area open card points drawing labels note deepest>`: areas in soft
 * tints, their names, and what lies in them, on plain paper or over imagery.
 *
 * tiles    address of vector tiles with {z}/{x}/{y}: layers townships, villages, grids (id: the
 *          code, name, tint), names (also level and, for officials, worker), groups, households,
 *          barriers, bridges
 * extent   west,south,east,north of everything there is; bounds likewise of what is shown first
 * area     code of the area the page is about: the rest is paler; a grid is marked as chosen
 * open     address of an area, with {code}; without it areas cannot be chosen
 * card     selector: a chosen area is loaded there instead of being opened
 * points   GeoJSON of cases; properties: name, light (green · yellow · red · none), href
 * drawing  GeoJSON polygons of a division that is not in force: properties name, href?, tint?
 * labels   GeoJSON points with the names of the drawing (on polygons they would repeat per tile)
 * data-locate  words of a button that shows where the reader is; data-locate-… what it then says
 * note     printed on the map, e.g. that its boundaries are invented
 * deepest  the last zoom there are tiles for
 *
 * Children: `.map-choices` lists the grounds to choose from (data-key, -tiles, -over, -credit,
 * -zoom, -bounds), `.map-list` the same areas as links, `.zoom-buttons` the buttons. Words come as data attributes.
 *
 * Fires "wg-map:pick" (cancellable, detail: code, name, href) before following a link. The map is
 * loaded when it comes into view.
 */
import { begin } from "../behaviour/idle";
import type { MapHost, Picked } from "./map/host";

class MapElement extends HTMLElement implements MapHost {
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

  /** A person chose something: tell the page, then follow its link. */
  pick(picked: Picked): void {
    const event = new CustomEvent("wg-map:pick", {
      bubbles: true,
      cancelable: true,
      detail: picked,
    });
    if (this.dispatchEvent(event) && picked.href) location.assign(picked.href);
  }

  private async show(): Promise<void> {
    const ended = begin();
    try {
      const { drawMap } = await import("./map/draw");
      this.release = await drawMap(this);
      this.dataset.drawn = "";
    } catch (error) {
      this.fail(String(error));
    } finally {
      ended();
    }
  }

  private fail(why: string): void {
    this.dataset.failed = why;
    this.querySelector(".map-ground")?.remove();
    this.querySelector("details.map-list")?.setAttribute("open", "");
  }
}

customElements.define("wg-map", MapElement);

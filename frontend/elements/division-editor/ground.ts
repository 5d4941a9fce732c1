/** Pictures of the ground under the drawing: tiles of the chosen ground, as fine as the zoom asks for. */
import { begin } from "../../behaviour/idle";
import type { Ground } from "../map/grounds";
import type { Pair } from "./board";
import { made } from "./svg";

const HALF_WORLD = 20_037_508.342789244; // metres of web mercator
const TILE = 256; // pixels
const OVERLAP = 1.002; // of a tile's side: no hair lines between them
const MOST = 80; // tiles at a time

interface Seen {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export class GroundLayer {
  readonly layer = made("g", { class: "board-ground", "aria-hidden": "true" });
  private readonly shown = new Map<string, SVGImageElement>();
  private ground: Ground | undefined;
  private last: { seen: Seen; unitsPerPixel: number } | undefined;

  /** `zero`: where the drawing's zero lies in web mercator, y to the north. */
  constructor(private readonly zero: Pair) {}

  change(ground: Ground | undefined): void {
    this.ground = ground;
    this.keepOnly(new Set());
    if (this.last) this.look(this.last.seen, this.last.unitsPerPixel);
  }

  look(seen: Seen, unitsPerPixel: number): void {
    this.last = { seen, unitsPerPixel };
    const wanted = new Map(this.tiles(seen, unitsPerPixel).map((tile) => [tile.address, tile]));
    this.keepOnly(new Set(wanted.keys()));
    for (const [address, { attributes }] of wanted) {
      if (!this.shown.has(address)) this.add(address, attributes);
    }
  }

  private tiles(seen: Seen, unitsPerPixel: number): Tile[] {
    const { ground } = this;
    if (!ground) return [];
    const finest = Math.round(Math.log2((2 * HALF_WORLD) / TILE / unitsPerPixel));
    const z = Math.max(0, Math.min(ground.deepest, finest));
    const side = (2 * HALF_WORLD) / 2 ** z;
    const west = this.zero[0] + seen.x + HALF_WORLD;
    const north = HALF_WORLD - this.zero[1] + seen.y;
    const found: Tile[] = [];
    for (const sheet of ground.sheets) {
      for (let y = Math.floor(north / side); y * side < north + seen.height; y += 1) {
        for (let x = Math.floor(west / side); x * side < west + seen.width; x += 1) {
          found.push(this.tile(sheet, z, x, y, side));
        }
      }
    }
    return found.slice(0, MOST);
  }

  private tile(sheet: string, z: number, x: number, y: number, side: number): Tile {
    const numbers: Readonly<Record<string, number>> = { z, x, y };
    return {
      address: sheet.replace(/\{([zxy])\}/g, (_, name: string) => String(numbers[name])),
      attributes: {
        x: x * side - HALF_WORLD - this.zero[0],
        y: y * side - HALF_WORLD + this.zero[1],
        width: side * OVERLAP,
        height: side * OVERLAP,
        preserveAspectRatio: "none",
      },
    };
  }

  /** A tile that fails to load leaves a hole. */
  private add(address: string, attributes: Tile["attributes"]): void {
    const image = made("image", attributes);
    this.shown.set(address, image);
    this.layer.append(image);
    const ended = begin();
    void pictureAt(address)
      .then((url) => {
        if (!image.isConnected) return URL.revokeObjectURL(url);
        image.addEventListener("load", () => URL.revokeObjectURL(url), { once: true });
        image.setAttribute("href", url);
      })
      .catch(() => undefined)
      .finally(ended);
  }

  private keepOnly(wanted: ReadonlySet<string>): void {
    for (const [address, image] of this.shown) {
      if (wanted.has(address)) continue;
      image.remove();
      this.shown.delete(address);
    }
  }
}

interface Tile {
  readonly address: string;
  readonly attributes: Readonly<Record<string, string | number>>;
}

/** Fetched as maps do: the provider checks by the origin that the key may be used here. */
async function pictureAt(address: string): Promise<string> {
  const answer = await fetch(address, { referrerPolicy: "origin" });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return URL.createObjectURL(await answer.blob());
}

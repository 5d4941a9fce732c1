/** Tiles of a picture from above under the drawing: both are in web mercator metres. */
import type { Board } from "./board";

const WORLD = 40075016.685578488; // metres around the equator
const TILES_ACROSS = 5;

interface Tile {
  readonly href: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** The tiles that cover a box of the drawing, at the zoom that needs a few of them. */
export function positions(imagery: NonNullable<Board["imagery"]>, box: DOMRect): Tile[] {
  const [least, most] = imagery.zooms;
  const wished = Math.round(Math.log2((WORLD * TILES_ACROSS) / Math.max(box.width, box.height)));
  const zoom = Math.min(most, Math.max(least, wished));
  const size = WORLD / 2 ** zoom;
  const [zeroX, zeroY] = imagery.zero;
  const column = (x: number): number => Math.floor((x + zeroX + WORLD / 2) / size);
  const row = (y: number): number => Math.floor((y - zeroY + WORLD / 2) / size);
  const tiles: Tile[] = [];
  for (let across = column(box.left); across <= column(box.right); across += 1) {
    for (let down = row(box.top); down <= row(box.bottom); down += 1) {
      tiles.push({
        href: imagery.url
          .replace("{z}", String(zoom))
          .replace("{x}", String(across))
          .replace("{y}", String(down)),
        x: across * size - WORLD / 2 - zeroX,
        y: down * size - WORLD / 2 + zeroY,
        size,
      });
    }
  }
  return tiles;
}

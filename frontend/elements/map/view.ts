/** What a map shows first. */
import { positions } from "./tints";

/** West, south, east, north in degrees. */
export type Box = [number, number, number, number];

const CHINA: Box = [73, 18, 135, 54];

/** Four numbers with commas between them; undefined if that is not what they are. */
export function boxOf(text: string | null): Box | undefined {
  const numbers = (text ?? "").split(",").map(Number);
  const [west, south, east, north] = numbers;
  if (numbers.length !== 4 || !numbers.every(Number.isFinite)) return undefined;
  return [west, south, east, north] as Box;
}

/** The first that is known: the bounds asked for, what is drawn, everything there is, the country. */
export function firstView(
  bounds: Box | undefined,
  drawing: GeoJSON.FeatureCollection | undefined,
  extent: Box | undefined,
): Box {
  return bounds ?? around(drawing) ?? extent ?? CHINA;
}

function around(drawing: GeoJSON.FeatureCollection | undefined): Box | undefined {
  const all = (drawing?.features ?? []).flatMap(({ geometry }) => positions(geometry));
  if (all.length === 0) return undefined;
  const box: Box = [180, 90, -180, -90];
  for (const [x = 0, y = 0] of all) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

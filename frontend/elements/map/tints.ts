/**
 * Six soft tints for a drawing, so that no neighbours share one: greedy colouring over shared
 * corners. Areas in force bring their tint with them.
 */
import type { FeatureCollection, Geometry, Position } from "geojson";

export const TINTS = 6;

/** The drawing with a `tint` for each polygon; one of its own wins. */
export function tinted(drawing: FeatureCollection): FeatureCollection {
  const neighbours = neighboursOf(drawing);
  const tints: number[] = [];
  const features = drawing.features.map((feature, index) => {
    const own = feature.properties?.tint as number | undefined;
    tints[index] = own ?? freeTint(neighbours[index], tints, index);
    return { ...feature, properties: { ...feature.properties, tint: tints[index] } };
  });
  return { type: "FeatureCollection", features };
}

function freeTint(
  neighbours: ReadonlySet<number> | undefined,
  tints: number[],
  index: number,
): number {
  const taken = new Set([...(neighbours ?? [])].map((other) => tints[other]));
  // Beginning at a different tint each time spreads the colours instead of favouring the first.
  for (let step = 0; step < TINTS; step += 1) {
    const tint = (index + step) % TINTS;
    if (!taken.has(tint)) return tint;
  }
  return index % TINTS;
}

function neighboursOf(areas: FeatureCollection): Set<number>[] {
  const atCorner = new Map<string, number[]>();
  const neighbours = areas.features.map(() => new Set<number>());
  areas.features.forEach((feature, index) => {
    for (const corner of corners(feature.geometry)) {
      const met = atCorner.get(corner) ?? [];
      for (const other of met) {
        neighbours[index]?.add(other);
        neighbours[other]?.add(index);
      }
      if (met[met.length - 1] !== index) atCorner.set(corner, [...met, index]);
    }
  });
  neighbours.forEach((set, index) => set.delete(index));
  return neighbours;
}

function corners(geometry: Geometry): string[] {
  return positions(geometry).map(([x = 0, y = 0]) => `${x.toFixed(6)} ${y.toFixed(6)}`);
}

/** All corners of polygons and points; other geometries have none here. */
export function positions(geometry: Geometry): Position[] {
  if (geometry.type === "Polygon") return geometry.coordinates.flat();
  if (geometry.type === "MultiPolygon") return geometry.coordinates.flat(2);
  return geometry.type === "Point" ? [geometry.coordinates] : [];
}

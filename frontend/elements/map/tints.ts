/** Six soft tints so that no neighbours share one: greedy colouring over shared corners. */
import type { Geometry, Position } from "geojson";

import type { AreaCollection } from "./sources";

export const TINTS = 6;

/** The tint of each area, in the order of the collection. A `tint` property of its own wins. */
export function tintsOf(areas: AreaCollection): number[] {
  const neighbours = neighboursOf(areas);
  const tints: number[] = [];
  areas.features.forEach((feature, index) => {
    const own = feature.properties.tint;
    tints[index] = own === undefined ? freeTint(neighbours[index], tints, index) : own % TINTS;
  });
  return tints;
}

function freeTint(neighbours: ReadonlySet<number> | undefined, tints: number[], index: number): number {
  const taken = new Set([...(neighbours ?? [])].map((other) => tints[other]));
  // Beginning at a different tint each time spreads the colours instead of favouring the first.
  for (let step = 0; step < TINTS; step += 1) {
    const tint = (index + step) % TINTS;
    if (!taken.has(tint)) return tint;
  }
  return index % TINTS;
}

function neighboursOf(areas: AreaCollection): Set<number>[] {
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

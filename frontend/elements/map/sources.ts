/** What a map draws, and the properties it reads. */
import type { FeatureCollection, Geometry } from "geojson";

export interface AreaProperties {
  readonly name: string;
  readonly href?: string;
  readonly worker?: string;
  readonly phone?: string;
  readonly light?: "green" | "yellow" | "red" | "none";
  readonly tint?: number;
}

export type AreaCollection = FeatureCollection<Geometry, AreaProperties>;

export interface Sources {
  readonly areas: AreaCollection;
  readonly labels: AreaCollection;
  readonly points: AreaCollection;
}

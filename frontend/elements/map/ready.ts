import type { Map as GlMap } from "maplibre-gl";

/** Told by a map that stands: whoever draws on it takes it from here. */
export type MapReady = CustomEvent<{ readonly map: GlMap }>;

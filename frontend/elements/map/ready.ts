import type { Map as GlMap } from "maplibre-gl";

/** Fired by a map once it is drawn: elements that draw on it take it from here. */
export type MapReady = CustomEvent<{ readonly map: GlMap }>;

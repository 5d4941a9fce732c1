/** Names on the map: of grids with their worker before those of villages, and these before others. */
import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from "maplibre-gl";

import type { Palette } from "./palette";

const USUAL = 16; // pixels of type for which the sizes below are made
const IS_NUMBER: ExpressionSpecification = ["!=", ["to-number", ["get", "name"], -1], -1];

/** Layers of names, the least important first: those above are placed before those below. */
export function namesOf(
  grid: readonly [string, string],
  drawn: boolean,
  colours: Palette,
): LayerSpecification[] {
  const [before, after] = grid;
  const name: ExpressionSpecification = ["to-string", ["get", "name"]];
  const named: ExpressionSpecification = ["case", IS_NUMBER, ["concat", before, name, after], name];
  const withWorker: ExpressionSpecification = [
    "format",
    named,
    {},
    ["case", ["has", "worker"], "\n", ""],
    {},
    ["coalesce", ["get", "worker"], ""],
    { "font-scale": 0.88 },
  ];
  const ofGroup: ExpressionSpecification = ["to-string", ["coalesce", ["get", "number"], ""]];
  return [
    { ...symbol("group-names", "groups", ofGroup, 11, colours, [0, 0.9]), minzoom: 15 },
    { ...symbol("township-names", "names", name, 15, colours), ...level(9), maxzoom: 12 },
    ofVillages(name, colours),
    drawn
      ? ofDrawing(withWorker, colours) // its grids are not those in force
      : { ...symbol("grid-names", "names", withWorker, 14, colours), ...level(15), minzoom: 12 },
  ];
}

/** Far out people read the villages; closer up the grids, and the village's name is muted. */
function ofVillages(name: ExpressionSpecification, colours: Palette): LayerSpecification {
  const made = symbol("village-names", "names", name, 13, colours);
  const colour: ExpressionSpecification = ["step", ["zoom"], colours.ink, 12.5, colours.muted];
  return { ...made, ...level(12), minzoom: 10.5, paint: { ...made.paint, "text-color": colour } };
}

function level(digits: number): { filter: FilterSpecification } {
  return { filter: ["==", ["get", "level"], digits] };
}

function symbol(
  id: string,
  layer: string,
  text: ExpressionSpecification,
  size: number,
  colours: Palette,
  offset?: [number, number],
): SymbolLayerSpecification {
  return {
    id,
    type: "symbol",
    source: "areas",
    "source-layer": layer,
    layout: {
      "text-field": text,
      "text-size": size * largerType(),
      "text-padding": 4,
      "text-max-width": 8,
      ...(offset
        ? { "text-offset": offset, "text-optional": true }
        : {
            "text-variable-anchor": ["center", "bottom", "top"],
            "text-radial-offset": 0.5,
          }),
    },
    paint: {
      "text-color": colours.ink,
      "text-halo-color": colours.halo,
      "text-halo-width": 1.6,
    },
  };
}

/** Names are as large as the page is read: portal and large type have more than the console. */
function largerType(): number {
  return Math.max(1, parseFloat(getComputedStyle(document.body).fontSize) / USUAL);
}

function ofDrawing(text: ExpressionSpecification, colours: Palette): LayerSpecification {
  const { "source-layer": _, ...rest } = symbol("drawn-names", "", text, 14, colours);
  return { ...rest, source: "labels" };
}

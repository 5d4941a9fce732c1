/** The layers of the map, from the ground up, in the colours of the scheme. */
import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  LineLayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from "maplibre-gl";

import type { Ground } from "./grounds";
import { namesOf } from "./names";
import type { Palette } from "./palette";
import type { Box } from "./view";

/** Levels of areas, and the digits of their codes. A deeper level covers the one above. */
const DIGITS = { townships: 9, villages: 12, grids: 15 } as const;
type LevelName = keyof typeof DIGITS;
export const LEVELS = Object.keys(DIGITS) as LevelName[];

/** Where each level begins; from there on it covers the one above. */
const FIRST_ZOOM: Readonly<Record<LevelName, number>> = { townships: 0, villages: 9, grids: 10 };
const LINES: Readonly<Record<LevelName, readonly [number, number]>> = {
  townships: [0.8, 2.5],
  villages: [0.5, 1.8],
  grids: [0.4, 1.2],
};

export interface Drawn {
  readonly tiles: string;
  readonly deepest: number;
  readonly extent: Box | undefined;
  readonly area: string;
  readonly grid: readonly [string, string]; // what stands before and after the number of a grid
  readonly points: string;
  readonly drawing: GeoJSON.FeatureCollection | undefined;
  readonly labels: string;
  readonly ground: Ground | undefined;
}

export function styleOf(drawn: Drawn, colours: Palette): StyleSpecification {
  const pictured = Boolean(drawn.ground?.sheets.length);
  return {
    version: 8,
    sources: sourcesOf(drawn),
    layers: [
      { id: "paper", type: "background", paint: { "background-color": colours.ground } },
      ...pictures(drawn.ground, colours),
      ...LEVELS.map((level) => areas(level, colours, pictured, Boolean(drawn.drawing))),
      ...LEVELS.flatMap((level) => outside(level, drawn.area, colours, pictured)),
      ...(pictured ? [...LEVELS].reverse().map((level) => edge(level, colours)) : []),
      ...[...LEVELS].reverse().map((level) => line(level, colours, pictured)),
      ...(drawn.drawing ? drawing(colours, pictured) : []),
      ...LEVELS.map((level) => chosen(level, drawn.area, colours)),
      ...points(colours),
      ...namesOf(drawn.grid, Boolean(drawn.labels), colours),
      ...(drawn.points ? [MARKS] : []),
    ],
  };
}

/** The filter of an area by its code. */
export function marked(code: number): FilterSpecification {
  return ["==", ["id"], code];
}

function sourcesOf(drawn: Drawn): Record<string, SourceSpecification> {
  const { tiles, deepest, extent, points: cases, drawing: polygons, ground } = drawn;
  const found: Record<string, SourceSpecification> = {
    areas: { type: "vector", tiles: [tiles], maxzoom: deepest, ...(extent && { bounds: extent }) },
  };
  ground?.sheets.forEach((sheet, index) => {
    found[`picture${index}`] = {
      type: "raster",
      tiles: [sheet],
      tileSize: 256,
      maxzoom: ground.deepest,
      ...(ground.bounds && { bounds: ground.bounds }),
    };
  });
  if (cases) found.points = { type: "geojson", data: cases };
  if (polygons) found.drawing = { type: "geojson", data: polygons };
  if (drawn.labels) found.labels = { type: "geojson", data: drawn.labels };
  return found;
}

function pictures(ground: Ground | undefined, colours: Palette): LayerSpecification[] {
  return (ground?.sheets ?? []).map((_, index) => ({
    id: `picture${index}`,
    type: "raster",
    source: `picture${index}`,
    paint: { "raster-brightness-max": colours.brightness, "raster-fade-duration": 0 },
  }));
}

/** Under a drawing the areas bear no tints: those of the drawing would be taken for theirs. */
function areas(
  level: LevelName,
  colours: Palette,
  pictured: boolean,
  drawnOver: boolean,
): LayerSpecification {
  return {
    id: level,
    type: "fill",
    source: "areas",
    "source-layer": level,
    minzoom: FIRST_ZOOM[level],
    paint: {
      "fill-color": tint(colours),
      "fill-opacity": drawnOver ? 0 : pictured ? veil(level) : 1,
    },
  };
}

/** Over a picture tints are thin; where villages are painted, townships would add up with them. */
function veil(level: LevelName): ExpressionSpecification | number {
  return level === "townships" ? ["step", ["zoom"], 0.25, FIRST_ZOOM.villages, 0] : 0.14;
}

function tint(colours: Palette): ExpressionSpecification {
  const own: ExpressionSpecification = ["%", ["coalesce", ["get", "tint"], 0], 6];
  return ["to-color", ["at", own, ["literal", [...colours.tints]]]];
}

/** What does not lie in the area in hand, and does not hold it, is paler. */
function outside(
  level: LevelName,
  area: string,
  colours: Palette,
  pictured: boolean,
): LayerSpecification[] {
  const spare = DIGITS[level] - area.length;
  if (area.length < DIGITS.townships || spare < 0) return [];
  const first = Number(area) * 10 ** spare;
  return [
    {
      id: `${level}-outside`,
      type: "fill",
      source: "areas",
      "source-layer": level,
      minzoom: FIRST_ZOOM[level],
      filter: ["any", ["<", ["id"], first], [">=", ["id"], first + 10 ** spare]],
      paint: { "fill-color": colours.ground, "fill-opacity": pictured ? 0.35 : 0.6 },
    },
  ];
}

function line(level: LevelName, colours: Palette, pictured: boolean): LayerSpecification {
  const colour = pictured ? colours.lineOnPicture : colours.line;
  return lineOf(`${level}-line`, level, { "line-color": colour, "line-width": width(level, 0) });
}

/** A dark edge under a light line: it is seen on bright pictures and on dark ones. */
function edge(level: LevelName, colours: Palette): LayerSpecification {
  return lineOf(`${level}-edge`, level, {
    "line-color": colours.edge,
    "line-opacity": 0.55,
    "line-width": width(level, 1.6),
  });
}

function width(level: LevelName, more: number): ExpressionSpecification {
  const [far, near] = LINES[level];
  return ["interpolate", ["linear"], ["zoom"], 9, far + more, 14, near + more];
}

function lineOf(
  id: string,
  level: LevelName,
  paint: LineLayerSpecification["paint"] & object,
): LayerSpecification {
  const minzoom = FIRST_ZOOM[level];
  return { id, type: "line", source: "areas", "source-layer": level, minzoom, paint };
}

function chosen(level: LevelName, area: string, colours: Palette): LayerSpecification {
  return {
    id: `${level}-chosen`,
    type: "line",
    source: "areas",
    "source-layer": level,
    filter: marked(area.length === DIGITS[level] ? Number(area) : 0),
    paint: { "line-color": colours.chosen, "line-width": 3.5 },
  };
}

function drawing(colours: Palette, pictured: boolean): LayerSpecification[] {
  return [
    {
      id: "drawn",
      type: "fill",
      source: "drawing",
      paint: { "fill-color": tint(colours), "fill-opacity": pictured ? 0.35 : 1 },
    },
    {
      id: "drawn-line",
      type: "line",
      source: "drawing",
      paint: { "line-color": colours.line, "line-width": 1.5 },
    },
  ];
}

/** Barriers as dashes, bridges and groups as rings, households as dots. */
function points(colours: Palette): LayerSpecification[] {
  const ring = {
    "circle-color": colours.halo,
    "circle-stroke-color": colours.ink,
    "circle-stroke-width": 1.5,
  };
  return [
    {
      id: "barriers",
      type: "line",
      source: "areas",
      "source-layer": "barriers",
      paint: { "line-color": colours.barrier, "line-width": 2.5, "line-dasharray": [3, 1.5] },
    },
    {
      id: "households",
      type: "circle",
      source: "areas",
      "source-layer": "households",
      paint: {
        "circle-color": colours.household,
        "circle-opacity": ["case", ["get", "approximate"], 0.45, 0.9],
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 13, 1.4, 17, 4],
      },
    },
    {
      id: "bridges",
      type: "circle",
      source: "areas",
      "source-layer": "bridges",
      paint: { ...ring, "circle-radius": 3, "circle-stroke-color": colours.barrier },
    },
    {
      id: "groups",
      type: "circle",
      source: "areas",
      "source-layer": "groups",
      paint: { ...ring, "circle-radius": 4 },
    },
  ];
}

const MARKS: LayerSpecification = {
  id: "marks",
  type: "symbol",
  source: "points",
  layout: {
    "icon-image": ["concat", "light-", ["coalesce", ["get", "light"], "none"]],
    "icon-allow-overlap": true,
    "icon-ignore-placement": true,
  },
};

/** Choosing something on the map: by pointer, or by keyboard what lies under the cross. */
import type { Map as GlMap, MapGeoJSONFeature, PointLike } from "maplibre-gl";

import type { MapHost, Picked } from "./host";
import { LEVELS, marked } from "./style";

const PICKABLE = ["marks", "drawn", ...[...LEVELS].reverse()];

export function onPick(map: GlMap, element: MapHost): void {
  const choose = (point: PointLike): void => {
    const hit = nearest(map, point);
    if (!hit) return;
    const picked = read(hit, element);
    if (!picked.href) return;
    if (picked.code) mark(map, Number(picked.code));
    element.pick(picked);
  };
  map.on("click", ({ point }) => choose(point));
  map.on("mousemove", ({ point }) => {
    const hit = nearest(map, point);
    map.getCanvas().style.cursor = hit && read(hit, element).href ? "pointer" : "";
  });
  map.getCanvas().addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    choose(map.project(map.getCenter()));
  });
}

/** Draw the border of one area as chosen. */
function mark(map: GlMap, code: number): void {
  for (const level of LEVELS) map.setFilter(`${level}-chosen`, marked(code));
}

/** The deepest area that holds a point, its name with those of the areas around it; none outside. */
export function areaAt(map: GlMap, point: PointLike, element: MapHost): Picked | undefined {
  const hits = map.queryRenderedFeatures(point, { layers: [...LEVELS].reverse() });
  const parts = new Map(hits.map((hit) => [hit.layer.id, hit]));
  const deepest = LEVELS.map((level) => parts.get(level))
    .filter((hit) => hit !== undefined)
    .pop();
  if (!deepest) return undefined;
  const names = LEVELS.map((level) => parts.get(level)).map((hit) => nameOf(hit, element));
  return { ...read(deepest, element), name: names.filter(Boolean).join(" ") };
}

/** As people say it: a grid that is a number alone is called a grid with that number. */
function nameOf(hit: MapGeoJSONFeature | undefined, element: MapHost): string {
  const name = String((hit?.properties as { name?: string | number } | undefined)?.name ?? "");
  const isNumber = /^[0-9]+$/.test(name);
  return isNumber ? (element.dataset.grid ?? "#").replace("#", name) : name;
}

function nearest(map: GlMap, point: PointLike): MapGeoJSONFeature | undefined {
  const layers = PICKABLE.filter((layer) => map.getLayer(layer));
  const hits = map.queryRenderedFeatures(point, { layers });
  const depth = (hit: MapGeoJSONFeature): number => layers.indexOf(hit.layer.id);
  return hits.sort((one, other) => depth(one) - depth(other))[0];
}

function read(hit: MapGeoJSONFeature, element: MapHost): Picked {
  const { name = "", href = "" } = hit.properties as { name?: string; href?: string };
  if (hit.source !== "areas") return { code: "", name, href };
  const code = String(hit.id ?? "");
  return { code, name, href: (element.getAttribute("open") ?? "").replace("{code}", code) };
}

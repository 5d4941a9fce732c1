/** Draws a map with MapLibre. Loaded only when a map comes into view. */
import "../../behaviour/old-webviews";
import {
  Map as GlMap,
  setWorkerUrl,
  type ExpressionSpecification,
  type StyleSpecification,
} from "maplibre-gl";

import type { MapElement } from "../map";
import workerUrl from "./worker?worker&url";
import { darkScheme, palette, type Palette } from "./palette";
import { addLightMarks } from "./marks";
import type { AreaCollection, AreaProperties, Sources } from "./sources";
import { positions, tintsOf } from "./tints";
import { zoomButtons } from "./zoom";

const FACES = '"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';

setWorkerUrl(workerUrl);

/** Put the map into the element; resolves when it stands still, to a function that removes it. */
export async function drawMap(element: MapElement, sources: Sources): Promise<() => void> {
  const frame = ground(element);
  const map = new GlMap({
    container: frame,
    style: styleOf(sources, palette()),
    bounds: boundsOf(sources),
    fitBoundsOptions: { padding: 24 },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    localIdeographFontFamily: FACES,
    fadeDuration: 0,
  });
  map.touchZoomRotate.disableRotation();
  map.getCanvas().setAttribute("aria-label", element.getAttribute("label") ?? "");
  frame.append(zoomButtons(map, element.dataset));
  onPick(map, element);
  const repaint = (): void => void map.setStyle(styleOf(sources, palette()));
  darkScheme.addEventListener("change", repaint);
  map.on("style.load", () => addLightMarks(map, palette()));
  await stillness(map);
  return () => {
    darkScheme.removeEventListener("change", repaint);
    map.remove();
  };
}

function ground(element: MapElement): HTMLElement {
  const frame = document.createElement("div");
  frame.className = "map-ground";
  const note = element.getAttribute("note");
  if (note) {
    const line = document.createElement("p");
    line.className = "map-note";
    line.textContent = note;
    frame.append(line);
  }
  element.prepend(frame);
  return frame;
}

function stillness(map: GlMap): Promise<void> {
  return new Promise((resolve, reject) => {
    map.once("idle", () => resolve());
    map.once("error", ({ error }) => reject(error));
  });
}

function onPick(map: GlMap, element: MapElement): void {
  const layers = ["marks", "areas"];
  map.on("click", (event) => {
    const [hit] = map.queryRenderedFeatures(event.point, { layers });
    if (!hit) return;
    map.setFilter("chosen", ["==", ["get", "name"], hit.properties["name"]]);
    element.pick(hit.properties as AreaProperties);
  });
  map.on("mousemove", ({ point }) => {
    const [hit] = map.queryRenderedFeatures(point, { layers });
    map.getCanvas().style.cursor = hit?.properties["href"] ? "pointer" : "";
  });
}

function styleOf(sources: Sources, colours: Palette): StyleSpecification {
  const tint: ExpressionSpecification = [
    "to-color",
    ["at", ["get", "tint"], ["literal", [...colours.tints]]],
  ];
  return {
    version: 8,
    sources: {
      areas: { type: "geojson", data: tinted(sources.areas) },
      labels: { type: "geojson", data: sources.labels },
      points: { type: "geojson", data: sources.points },
    },
    layers: [
      { id: "ground", type: "background", paint: { "background-color": colours.ground } },
      { id: "areas", type: "fill", source: "areas", paint: { "fill-color": tint } },
      {
        id: "outlines",
        type: "line",
        source: "areas",
        paint: { "line-color": colours.line, "line-width": 1 },
      },
      {
        id: "chosen",
        type: "line",
        source: "areas",
        filter: ["==", ["get", "name"], ""],
        paint: { "line-color": colours.chosen, "line-width": 3 },
      },
      {
        id: "names",
        type: "symbol",
        source: "labels",
        layout: {
          "text-field": [
            "format",
            ["get", "name"],
            {},
            "\n",
            {},
            ["coalesce", ["get", "worker"], ""],
            { "font-scale": 0.85 },
          ],
          "text-size": 14,
          "text-padding": 6,
          "text-max-width": 7,
          "text-variable-anchor": ["center", "bottom", "top"],
          "text-radial-offset": 0.5,
        },
        paint: {
          "text-color": colours.ink,
          "text-halo-color": colours.halo,
          "text-halo-width": 1.5,
        },
      },
      {
        id: "marks",
        type: "symbol",
        source: "points",
        layout: {
          "icon-image": ["concat", "light-", ["coalesce", ["get", "light"], "none"]],
          "icon-allow-overlap": true,
        },
      },
    ],
  };
}

function tinted(areas: AreaCollection): AreaCollection {
  const tints = tintsOf(areas);
  const features = areas.features.map((feature, index) => ({
    ...feature,
    properties: { ...feature.properties, tint: tints[index] ?? 0 },
  }));
  return { type: "FeatureCollection", features };
}

function boundsOf(sources: Sources): [number, number, number, number] {
  const all = [sources.areas, sources.points, sources.labels].flatMap(({ features }) =>
    features.flatMap(({ geometry }) => positions(geometry)),
  );
  if (all.length === 0) return [73, 18, 135, 54]; // nothing to show: the whole country
  const box: [number, number, number, number] = [180, 90, -180, -90];
  for (const [x = 0, y = 0] of all) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

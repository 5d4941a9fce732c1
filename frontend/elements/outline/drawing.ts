/** One polygon on a map: drawn corner by corner, then its corners are dragged, added and taken out. */
import type { Map as GlMap } from "maplibre-gl";
import {
  type GeoJSONStoreFeatures,
  TerraDraw,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
} from "terra-draw";
import { TerraDrawMapLibreGLAdapter } from "terra-draw-maplibre-gl-adapter";

import { DRAWN_BY_HAND } from "../map/draw";
import { palette } from "../map/palette";
import type { Corner, OutlineHost } from "./host";

const FEWEST = 3;

/** Begin drawing; returns the function that starts over. */
export function drawOutline(map: GlMap, element: OutlineHost): () => void {
  const colour = palette().chosen as `#${string}`;
  const lines = {
    outlineColor: colour,
    fillColor: colour,
    fillOpacity: 0.12,
    outlineWidth: 3,
    coordinatePointColor: colour,
    closingPointColor: colour,
  };
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, prefixId: DRAWN_BY_HAND }),
    modes: [
      new TerraDrawPolygonMode({ styles: lines, showCoordinatePoints: true }),
      new TerraDrawSelectMode({
        allowManualDeselection: false,
        styles: {
          selectedPolygonColor: colour,
          selectedPolygonOutlineColor: colour,
          selectedPolygonFillOpacity: 0.12,
          selectedPolygonOutlineWidth: 3,
          selectionPointColor: colour,
          midPointColor: colour,
        },
        flags: {
          polygon: {
            feature: { coordinates: { midpoints: true, draggable: true, deletable: true } },
          },
        },
      }),
    ],
  });
  draw.start();
  const tell = (): void => {
    const drawn = draw.getSnapshot().find(isPolygon);
    if (drawn) element.corners = cornersOf(drawn);
  };
  const show = (): void => {
    draw.clear();
    const corners = element.corners;
    if (corners.length < FEWEST) return draw.setMode("polygon");
    draw.setMode("select");
    const [added] = draw.addFeatures([polygonOf(corners)]);
    if (added?.id !== undefined && added.valid) draw.selectFeature(added.id);
  };
  draw.on("finish", (id, context) => {
    tell();
    if (context.action !== "draw") return;
    draw.setMode("select");
    draw.selectFeature(id);
  });
  element.field.addEventListener("change", show);
  show();
  return () => {
    element.corners = [];
    show();
    map.getCanvas().focus();
  };
}

function isPolygon(feature: GeoJSONStoreFeatures): boolean {
  return feature.geometry.type === "Polygon" && feature.properties.mode === "polygon";
}

function cornersOf(feature: GeoJSONStoreFeatures): Corner[] {
  if (feature.geometry.type !== "Polygon") return [];
  const [ring = []] = feature.geometry.coordinates;
  return ring.slice(0, -1).map(([x = 0, y = 0]) => [x, y]);
}

function polygonOf(corners: readonly Corner[]): GeoJSONStoreFeatures {
  const ring = [...corners, corners[0]].map((corner) => [...(corner ?? [])]);
  return {
    type: "Feature",
    properties: { mode: "polygon" },
    geometry: { type: "Polygon", coordinates: [ring] },
  };
}

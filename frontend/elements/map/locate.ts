/**
 * Where the reader is: asked of the browser when the button is pressed, looked up on the map
 * itself, and sent nowhere.
 */
import { type Map as GlMap, Marker } from "maplibre-gl";

import type { MapHost } from "./host";
import { areaAt } from "./picking";

const NEAR = 15; // zoom that shows the nearest lanes
const PATIENCE = 20_000; // milliseconds for a phone to find itself

/** The button, followed by what it found; null where the page or the browser does not offer it. */
export function locateButton(map: GlMap, element: MapHost): HTMLElement | null {
  const words = element.dataset;
  if (!words.locate || !("geolocation" in navigator) || !isSecureContext) return null;
  const part = document.createElement("div");
  part.className = "map-locate unprinted";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = words.locate;
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  said.textContent = words.locateWhy ?? "";
  part.append(button, said);
  let dot: Marker | undefined;
  button.addEventListener("click", () => {
    said.textContent = words.locating ?? "";
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        dot = stand(map, dot, [coords.longitude, coords.latitude]);
        map.once("idle", () => said.replaceChildren(...found(map, element)));
      },
      () => (said.textContent = words.locateRefused ?? ""),
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 60_000 },
    );
  });
  return part;
}

/** Bring the map there and put a dot on it. */
function stand(map: GlMap, before: Marker | undefined, place: [number, number]): Marker {
  const dot = document.createElement("span");
  dot.className = "map-here";
  map.jumpTo({ center: place, zoom: Math.max(map.getZoom(), NEAR) });
  map.triggerRepaint(); // "idle" comes also where the map need not move
  return before?.setLngLat(place) ?? new Marker({ element: dot }).setLngLat(place).addTo(map);
}

/** The name of the area in the middle of the map, and the way to its page. */
function found(map: GlMap, element: MapHost): (Node | string)[] {
  const words = element.dataset;
  const area = areaAt(map, map.project(map.getCenter()), element);
  if (!area) return [words.locateOutside ?? ""];
  const link = document.createElement("a");
  link.className = "button button-primary";
  link.href = area.href;
  link.textContent = words.locateOpen ?? "";
  return [(words.located ?? "#").replace("#", area.name), " ", link];
}

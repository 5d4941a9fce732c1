/** Two buttons, in and out. Their words come from the element: data-zoom-in, data-zoom-out. */
import type { Map as GlMap } from "maplibre-gl";

export function zoomButtons(map: GlMap, words: DOMStringMap): HTMLElement {
  const group = document.createElement("div");
  group.className = "map-zoom unprinted";
  group.append(
    button("+", words.zoomIn, () => void map.zoomIn()),
    button("−", words.zoomOut, () => void map.zoomOut()),
  );
  return group;
}

function button(sign: string, label = "", act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = sign;
  made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
}

/** Draws a map with MapLibre. Loaded only when a map comes into view. */
import "../../behaviour/old-webviews";
import {
  Map as GlMap,
  type RequestTransformFunction,
  setWorkerUrl,
  type TransformStyleFunction,
} from "maplibre-gl";
import { zoomButtons } from "../zoom";
import { absolute, type Ground, groundSwitch, groundsOf, lastGround } from "./grounds";
import type { MapHost } from "./host";
import { locateButton } from "./locate";
import { lightMarks } from "./marks";
import { darkScheme, palette } from "./palette";
import { onPick } from "./picking";
import { type Drawn, styleOf } from "./style";
import { tinted } from "./tints";
import { boxOf, firstView } from "./view";
import workerUrl from "./worker?worker&url";

const FACES = '"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';

/** Prefix of the sources and layers that are drawn by hand (elements/outline). */
export const DRAWN_BY_HAND = "outline";

setWorkerUrl(workerUrl);

/** Put the map into the element; resolves once all is drawn, to a function that removes it. */
export async function drawMap(element: MapHost): Promise<() => void> {
  const grounds = groundsOf(element);
  let drawn = await whatIsDrawn(element, lastGround(grounds));
  const frame = frameOf(element);
  const bounds = firstView(boxOf(element.getAttribute("bounds")), drawn.drawing, drawn.extent);
  const map = new GlMap({
    container: frame,
    style: styleOf(drawn, palette()),
    bounds,
    fitBoundsOptions: { padding: 24 },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    localIdeographFontFamily: FACES,
    fadeDuration: 0,
    transformRequest,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  nameCanvas(map, element);
  map.getCanvasContainer().append(cross());
  onPick(map, element);
  const repaint = (): void => {
    map.setStyle(styleOf(drawn, palette()), { transformStyle: withWhatIsDrawn });
    lightMarks(map, palette());
    creditLine(frame, drawn.ground);
  };
  const change = (ground: Ground): void => {
    drawn = { ...drawn, ground };
    repaint();
  };
  frame.append(...controls(map, element, grounds, drawn.ground, change));
  const locate = locateButton(map, element);
  if (locate) frame.before(locate);
  creditLine(frame, drawn.ground);
  darkScheme.addEventListener("change", repaint);
  map.once("style.load", () => lightMarks(map, palette()));
  await stillness(map);
  element.dispatchEvent(new CustomEvent("wg-map:ready", { bubbles: true, detail: { map } }));
  return () => {
    darkScheme.removeEventListener("change", repaint);
    locate?.remove();
    map.remove();
  };
}

/** What a person draws on the map stays when the ground under it changes. */
const withWhatIsDrawn: TransformStyleFunction = (before, after) => {
  const own = (name: string): boolean => name.startsWith(DRAWN_BY_HAND);
  const sources = Object.entries(before?.sources ?? {}).filter(([name]) => own(name));
  const layers = (before?.layers ?? []).filter((layer) => own(layer.id));
  return {
    ...after,
    sources: { ...after.sources, ...Object.fromEntries(sources) },
    layers: [...after.layers, ...layers],
  };
};

async function whatIsDrawn(element: MapHost, ground: Ground | undefined): Promise<Drawn> {
  const [before = "", after = ""] = (element.dataset.grid ?? "").split("#");
  const drawing = element.getAttribute("drawing");
  return {
    tiles: absolute(element.getAttribute("tiles") ?? ""),
    deepest: Number(element.getAttribute("deepest") ?? 16),
    extent: boxOf(element.getAttribute("extent")),
    area: element.getAttribute("area") ?? "",
    grid: [before, after],
    points: absolute(element.getAttribute("points") ?? ""),
    drawing: drawing ? tinted(await collection(drawing)) : undefined,
    labels: absolute(element.getAttribute("labels") ?? ""),
    ground,
  };
}

async function collection(url: string): Promise<GeoJSON.FeatureCollection> {
  const answer = await fetch(url, {
    headers: { Accept: "application/geo+json, application/json" },
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return (await answer.json()) as GeoJSON.FeatureCollection;
}

/** A provider of imagery checks by the origin that the key may be used here. */
const transformRequest: RequestTransformFunction = (url) =>
  url.startsWith(location.origin) ? undefined : { url, referrerPolicy: "origin" };

function frameOf(element: MapHost): HTMLElement {
  const frame = document.createElement("div");
  frame.className = "map-ground";
  const foot = document.createElement("p");
  foot.className = "map-note";
  const note = document.createElement("span");
  note.textContent = element.getAttribute("note") ?? "";
  const credit = document.createElement("span");
  credit.className = "map-credit";
  foot.append(note, credit);
  frame.append(foot);
  element.prepend(frame);
  return frame;
}

/** What Enter chooses, while the map has the keyboard. */
function cross(): HTMLElement {
  const sign = document.createElement("span");
  sign.className = "map-cross";
  return sign;
}

function creditLine(frame: HTMLElement, ground: Ground | undefined): void {
  const line = frame.querySelector(".map-credit");
  if (line) line.textContent = ground?.credit ?? "";
}

function nameCanvas(map: GlMap, element: MapHost): void {
  const canvas = map.getCanvas();
  const { keys = "" } = element.dataset;
  canvas.setAttribute(
    "aria-label",
    [element.getAttribute("label"), keys].filter(Boolean).join(" "),
  );
}

function controls(
  map: GlMap,
  element: MapHost,
  grounds: readonly Ground[],
  present: Ground | undefined,
  change: (ground: Ground) => void,
): HTMLElement[] {
  const choice = groundSwitch(grounds, present, element.dataset.grounds ?? "", change);
  const zoom = zoomButtons(element, { in: () => map.zoomIn(), out: () => map.zoomOut() });
  return [zoom, ...(choice ? [choice] : [])];
}

/** A tile that fails to load leaves a hole; only a map that shows nothing at all has failed. */
function stillness(map: GlMap): Promise<void> {
  return new Promise((resolve, reject) => {
    let wrong: unknown;
    map.on("error", ({ error }) => (wrong ??= error));
    map.once("idle", () => (wrong && !showsAnything(map) ? reject(wrong) : resolve()));
  });
}

function showsAnything(map: GlMap): boolean {
  return map.queryRenderedFeatures().length > 0;
}

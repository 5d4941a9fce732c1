/** Marks of the lights on the map: a shape each, so that colour never speaks alone. */
import type { Map as GlMap } from "maplibre-gl";

import type { Palette } from "./palette";

const SIZE = 40; // pixels of the drawing, shown at half on usual screens
const EDGE = 4;

type Light = keyof Palette["lights"];

const SHAPES: Readonly<Record<Light, (pen: CanvasRenderingContext2D) => void>> = {
  green: (pen) => pen.arc(SIZE / 2, SIZE / 2, SIZE / 2 - 2 * EDGE, 0, 2 * Math.PI),
  yellow: (pen) =>
    polygon(pen, [
      [20, 4],
      [37, 35],
      [3, 35],
    ]),
  red: (pen) =>
    polygon(pen, [
      [20, 3],
      [37, 20],
      [20, 37],
      [3, 20],
    ]),
  none: (pen) => pen.rect(10, 10, 20, 20),
};

/** Give the map its marks, or redraw them in other colours. */
export function lightMarks(map: GlMap, colours: Palette): void {
  for (const light of Object.keys(SHAPES) as Light[]) {
    const name = `light-${light}`;
    const image = drawn(light, colours);
    if (!image) return;
    if (map.hasImage(name)) map.updateImage(name, image);
    else map.addImage(name, image, { pixelRatio: 2 });
  }
}

function drawn(light: Light, colours: Palette): ImageData | undefined {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIZE;
  const pen = canvas.getContext("2d");
  if (!pen) return undefined;
  pen.beginPath();
  SHAPES[light](pen);
  pen.lineWidth = EDGE;
  pen.strokeStyle = colours.halo;
  pen.stroke();
  pen.fillStyle = colours.lights[light];
  pen.fill();
  return pen.getImageData(0, 0, SIZE, SIZE);
}

function polygon(pen: CanvasRenderingContext2D, corners: readonly [number, number][]): void {
  corners.forEach(([x, y], index) => (index === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
  pen.closePath();
}

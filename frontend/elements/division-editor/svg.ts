/** Making SVG elements. */
import type { Pair } from "./board";

const SPACE = "http://www.w3.org/2000/svg";

export function made<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>> = {},
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(SPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

export function pathOf(line: readonly Pair[], closed = true): string {
  return `M${line.map(([x, y]) => `${x} ${y}`).join("L")}${closed ? "Z" : ""}`;
}

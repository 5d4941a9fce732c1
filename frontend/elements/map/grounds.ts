/** What lies under the areas: plain paper, or one of the pictures the page offers. */
import { type Box, boxOf } from "./view";

export interface Ground {
  readonly key: string;
  readonly label: string;
  /** Addresses of picture tiles, drawn one over the other; none for plain paper. */
  readonly sheets: readonly string[];
  readonly credit: string;
  readonly deepest: number;
  /** What it covers, if not the whole world. */
  readonly bounds: Box | undefined;
}

const KEPT = "wangge-map-ground";

/** The choices written in the element, plain paper first. */
export function groundsOf(element: HTMLElement): Ground[] {
  const choices = element.querySelectorAll<HTMLElement>(".map-choices > [data-key]");
  return [...choices].map((choice) => ({
    key: choice.dataset.key ?? "",
    label: choice.textContent?.trim() ?? "",
    sheets: [choice.dataset.tiles, choice.dataset.over].filter(isText).map(absolute),
    credit: choice.dataset.credit ?? "",
    deepest: Number(choice.dataset.zoom ?? 18),
    bounds: boxOf(choice.dataset.bounds ?? null),
  }));
}

/** The one chosen last on this device, else the first. */
export function lastGround(grounds: readonly Ground[]): Ground | undefined {
  const kept = localStorage.getItem(KEPT);
  return grounds.find(({ key }) => key === kept) ?? grounds[0];
}

/** Buttons to change the ground, or null where there is nothing to choose. */
export function groundSwitch(
  grounds: readonly Ground[],
  present: Ground | undefined,
  label: string,
  change: (ground: Ground) => void,
): HTMLElement | null {
  if (grounds.length < 2) return null;
  const group = document.createElement("div");
  group.className = "map-switch unprinted";
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", label);
  for (const ground of grounds) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = ground.label;
    button.setAttribute("aria-pressed", String(ground === present));
    button.addEventListener("click", () => {
      for (const each of group.children) each.setAttribute("aria-pressed", String(each === button));
      localStorage.setItem(KEPT, ground.key);
      change(ground);
    });
    group.append(button);
  }
  return group;
}

/** MapLibre fetches from its worker, where a relative address means nothing. */
export function absolute(address: string): string {
  return address.startsWith("/") ? location.origin + address : address;
}

function isText(text: string | undefined): text is string {
  return Boolean(text);
}

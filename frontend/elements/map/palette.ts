/** The map's colours in both schemes. Tints are grounds for ink labels: 7:1 and more. */

export interface Palette {
  readonly ground: string;
  readonly line: string;
  readonly lineOnPicture: string;
  readonly edge: string;
  readonly barrier: string;
  readonly household: string;
  /** Of pictures, so that they do not glare at night. */
  readonly brightness: number;
  readonly ink: string;
  readonly muted: string;
  readonly halo: string;
  readonly chosen: string;
  readonly tints: readonly string[];
  readonly lights: Readonly<Record<"green" | "yellow" | "red" | "none", string>>;
}

const LIGHT: Palette = {
  ground: "#efeee8",
  line: "#6d7a7a",
  lineOnPicture: "#fdfdf8",
  edge: "#2b3236",
  barrier: "#4a6f8c",
  household: "#5b4a3a",
  brightness: 1,
  ink: "#1c2126",
  muted: "#555e66",
  halo: "#fafaf7",
  chosen: "#0f6b6b",
  tints: ["#dfe9dc", "#e9e3d3", "#d9e6ea", "#ece0dd", "#e2e0ec", "#e6ead0"],
  lights: { green: "#0f6b6b", yellow: "#8a5300", red: "#b92d18", none: "#555e66" },
};

const DARK: Palette = {
  ground: "#0f1215",
  line: "#8b979b",
  lineOnPicture: "#e9e7e1",
  edge: "#0f1215",
  barrier: "#86b3d1",
  household: "#cdb9a2",
  brightness: 0.65,
  ink: "#e9e7e1",
  muted: "#a7afb5",
  halo: "#14181b",
  chosen: "#63c4bd",
  tints: ["#22302a", "#33302a", "#213039", "#35292b", "#2a2a3a", "#2e3223"],
  lights: { green: "#63c4bd", yellow: "#f0b34a", red: "#ff8b73", none: "#a7afb5" },
};

export const darkScheme = window.matchMedia("(prefers-color-scheme: dark)");

export function palette(): Palette {
  return darkScheme.matches ? DARK : LIGHT;
}

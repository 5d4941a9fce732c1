/** What the parts of a map know of the element they stand in. */

/** What was chosen: an area has a code, a case only its address. */
export interface Picked {
  readonly code: string;
  readonly name: string;
  readonly href: string;
}

/** The element around a map: its attributes say what to draw, and it passes on what is picked. */
export interface MapHost extends HTMLElement {
  pick(picked: Picked): void;
}

/** What the drawing of an outline knows of the element it stands in. */

export type Corner = readonly [longitude: number, latitude: number];

/** The element around map and field: the corners of the outline are those in the field. */
export interface OutlineHost extends HTMLElement {
  readonly field: HTMLTextAreaElement;
  corners: readonly Corner[];
}

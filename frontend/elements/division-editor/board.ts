/** What the server lays on the drawing board: a village with its households, cells and grids. */

export type Pair = readonly [number, number];

/** Columns have one entry a household, in an order that the server keeps to itself. */
export interface Board {
  readonly revision: number;
  /** Metres on the ground per unit of the drawing (web mercator, y down, zero at the village). */
  readonly scale: number;
  /** Where that zero lies in web mercator, y to the north. */
  readonly zero: Pair;
  readonly outline: readonly Pair[][];
  readonly barriers: readonly { readonly line: readonly Pair[] }[];
  readonly bridges: readonly Pair[];
  readonly homes: {
    readonly x: readonly number[];
    readonly y: readonly number[];
    readonly persons: readonly number[];
    /** Index into `groups`; -1 for none. */
    readonly group: readonly number[];
  };
  readonly cells: readonly (readonly Pair[])[][];
  /** Households whose cells touch. */
  readonly edges: readonly Pair[];
  readonly groups: readonly string[];
  /** Number of the grid of each household. */
  readonly assignment: readonly number[];
  readonly target: number;
  readonly tolerance: number;
  readonly balanceOn: "persons" | "households";
}

/** What the server answers when a draft was kept. */
export interface Saved {
  readonly revision: number;
  readonly when: string;
  /** What the rule does not allow, in words. */
  readonly faults: readonly string[];
}

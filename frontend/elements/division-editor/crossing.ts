/** Which cells a drawn line goes through: from the line itself, wherever its points happen to lie. */
import type { Board, Pair } from "./board";

type Rings = readonly (readonly Pair[])[];

/** The grids whose cells a line crosses or ends in. */
export function gridsUnder(
  board: Board,
  assignment: ArrayLike<number>,
  line: readonly Pair[],
): ReadonlySet<number> {
  const passed = new Set<number>();
  board.cells.forEach((rings, home) => {
    const grid = assignment[home];
    if (grid !== undefined && !passed.has(grid) && goesThrough(rings, line)) passed.add(grid);
  });
  return passed;
}

function goesThrough(rings: Rings, line: readonly Pair[]): boolean {
  return line.some((to, at) => {
    const from = line[at - 1];
    return rings.some((ring) => holds(ring, to) || (from && cuts(ring, from, to)));
  });
}

/** Whether a point lies inside a ring. Holes of a cell are not looked at: nothing lives in them. */
export function holds(ring: readonly Pair[], [x, y]: Pair): boolean {
  let within = false;
  ring.forEach(([ax, ay], at) => {
    const [bx, by] = ring[(at + 1) % ring.length] ?? [0, 0];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) within = !within;
  });
  return within;
}

function cuts(ring: readonly Pair[], from: Pair, to: Pair): boolean {
  return ring.some((corner, at) => {
    const next = ring[(at + 1) % ring.length] ?? corner;
    return (
      sideOf(corner, next, from) !== sideOf(corner, next, to) &&
      sideOf(from, to, corner) !== sideOf(from, to, next)
    );
  });
}

function sideOf([ax, ay]: Pair, [bx, by]: Pair, [x, y]: Pair): boolean {
  return (bx - ax) * (y - ay) > (by - ay) * (x - ax);
}

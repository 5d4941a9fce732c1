/** Who belongs to which grid, and what follows from it: plain values, nothing is drawn here. */
import type { Board, Pair } from "./board";
import { holds } from "./crossing";

export type Assignment = Uint16Array;

export interface Figures {
  readonly number: number;
  readonly households: number;
  readonly persons: number;
  readonly load: number;
  /** (load − target) / target */
  readonly deviation: number;
  /** Mean distance of a person from the middle of the grid, in metres. */
  readonly walk: number;
  /** Parts that do not touch each other: one is right, none means nobody lives there. */
  readonly parts: number;
  /** Villager groups that this grid shares with another. */
  readonly shared: number;
}

/** Where each household's neighbours begin in one long list. */
interface Neighbours {
  readonly first: Uint32Array;
  readonly near: Uint32Array;
}

const neighboursOf = new WeakMap<Board, Neighbours>();

export function assignmentOf(board: Board): Assignment {
  return Uint16Array.from(board.assignment);
}

export function moved(assignment: Assignment, homes: Iterable<number>, grid: number): Assignment {
  const next = assignment.slice();
  for (const home of homes) next[home] = grid;
  return next;
}

/** The figures of every grid, by number. `numbers` may name grids in which nobody lives. */
export function figuresOf(
  board: Board,
  assignment: Assignment,
  numbers: readonly number[],
): Map<number, Figures> {
  const sums = new Map(numbers.map((number) => [number, new Sums()]));
  const { x, y, persons, group } = board.homes;
  const gridsOfGroup = board.groups.map(() => new Set<number>());
  assignment.forEach((grid, home) => {
    sums.get(grid)?.add(x[home] ?? 0, y[home] ?? 0, persons[home] ?? 0);
    gridsOfGroup[group[home] ?? -1]?.add(grid);
  });
  assignment.forEach((grid, home) =>
    sums.get(grid)?.walk(x[home] ?? 0, y[home] ?? 0, persons[home] ?? 0),
  );
  const parts = partsOf(board, assignment);
  return new Map(
    [...sums].map(([number, sum]) => {
      const load = board.balanceOn === "persons" ? sum.persons : sum.households;
      return [
        number,
        {
          number,
          households: sum.households,
          persons: sum.persons,
          load,
          deviation: board.target > 0 ? load / board.target - 1 : 0,
          walk: sum.mass > 0 ? (sum.way / sum.mass) * board.scale : 0,
          parts: parts.get(number) ?? 0,
          shared: gridsOfGroup.filter((grids) => grids.size > 1 && grids.has(number)).length,
        },
      ];
    }),
  );
}

/** Sums of one grid. An empty household weighs as one person, as in the engine. */
class Sums {
  households = 0;
  persons = 0;
  mass = 0;
  way = 0;
  private sx = 0;
  private sy = 0;

  add(x: number, y: number, persons: number): void {
    const mass = Math.max(persons, 1);
    this.households += 1;
    this.persons += persons;
    this.mass += mass;
    this.sx += mass * x;
    this.sy += mass * y;
  }

  walk(x: number, y: number, persons: number): void {
    this.way += Math.max(persons, 1) * Math.hypot(x - this.sx / this.mass, y - this.sy / this.mass);
  }
}

function partsOf(board: Board, assignment: Assignment): Map<number, number> {
  const { first, near } = neighbours(board);
  const seen = new Uint8Array(assignment.length);
  const parts = new Map<number, number>();
  const waiting: number[] = [];
  assignment.forEach((grid, start) => {
    if (seen[start]) return;
    parts.set(grid, (parts.get(grid) ?? 0) + 1);
    seen[start] = 1;
    waiting.push(start);
    for (let home = waiting.pop(); home !== undefined; home = waiting.pop()) {
      for (let at = first[home] ?? 0; at < (first[home + 1] ?? 0); at += 1) {
        const other = near[at] ?? 0;
        if (seen[other] || assignment[other] !== grid) continue;
        seen[other] = 1;
        waiting.push(other);
      }
    }
  });
  return parts;
}

function neighbours(board: Board): Neighbours {
  const known = neighboursOf.get(board);
  if (known) return known;
  const first = new Uint32Array(board.assignment.length + 1);
  for (const edge of board.edges)
    for (const home of edge) first[home + 1] = (first[home + 1] ?? 0) + 1;
  for (let home = 1; home < first.length; home += 1)
    first[home] = (first[home] ?? 0) + (first[home - 1] ?? 0);
  const near = new Uint32Array(2 * board.edges.length);
  const next = first.slice();
  const put = (from: number, to: number): void => {
    const at = next[from] ?? 0;
    near[at] = to;
    next[from] = at + 1;
  };
  for (const [one, other] of board.edges) {
    put(one, other);
    put(other, one);
  }
  const made = { first, near };
  neighboursOf.set(board, made);
  return made;
}

/** Households inside a closed line. */
export function inside(board: Board, line: readonly Pair[]): number[] {
  const { x, y } = board.homes;
  return x.flatMap((across, home) => (holds(line, [across, y[home] ?? 0]) ? [home] : []));
}

/** Whether each household lies to the left of a drawn line, extended at both ends. */
function leftOf(board: Board, line: readonly Pair[]): boolean[] {
  const { x, y } = board.homes;
  return x.map((across, home) => isLeft(line, across, y[home] ?? 0));
}

function isLeft(line: readonly Pair[], x: number, y: number): boolean {
  let nearest = Infinity;
  let side = 0;
  for (let at = 0; at + 1 < line.length; at += 1) {
    const [ax, ay] = line[at] ?? [0, 0];
    const [bx, by] = line[at + 1] ?? [0, 0];
    const [dx, dy] = [bx - ax, by - ay];
    const share = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
    const held = Math.min(
      at + 2 < line.length ? 1 : Infinity,
      Math.max(at > 0 ? 0 : -Infinity, share),
    );
    const distance = Math.hypot(x - ax - held * dx, y - ay - held * dy);
    if (distance < nearest) {
      nearest = distance;
      side = dx * (y - ay) - dy * (x - ax);
    }
  }
  return side < 0;
}

/**
 * A border drawn through the grids it passes. Through one grid it splits it: the smaller side gets
 * `fresh`. Between two it divides their households again: each side goes to the grid that has
 * more of it. Through more than two it means nothing: null.
 */
export function bordered(
  board: Board,
  assignment: Assignment,
  line: readonly Pair[],
  passed: ReadonlySet<number>,
  fresh: number,
): Assignment | null {
  const [one, other] = [...passed];
  if (one === undefined || passed.size > 2) return null;
  const left = leftOf(board, line);
  const among = [...assignment.keys()].filter((home) => passed.has(assignment[home] ?? 0));
  const lefts = among.filter((home) => left[home]);
  const rights = among.filter((home) => !left[home]);
  if (lefts.length === 0 || rights.length === 0) return null;
  if (other === undefined) {
    return moved(assignment, lefts.length < rights.length ? lefts : rights, fresh);
  }
  const ofOne = (homes: readonly number[]): number =>
    homes.filter((home) => assignment[home] === one).length / homes.length;
  const leftIsOne = ofOne(lefts) >= ofOne(rights);
  return moved(moved(assignment, lefts, leftIsOne ? one : other), rights, leftIsOne ? other : one);
}

/** A tint for each grid, kept while drawing goes on; neighbours differ where that is possible. */
import { TINTS } from "../map/tints";
import type { Board } from "./board";
import type { Assignment } from "./division";

export class Tints {
  private readonly given = new Map<number, number>();

  constructor(private readonly board: Board) {}

  of(grid: number, assignment: Assignment): number {
    const known = this.given.get(grid);
    if (known !== undefined) return known;
    const taken = new Set<number | undefined>();
    for (const [one, other] of this.board.edges) {
      const [here, there] = [assignment[one], assignment[other]];
      if (here === grid && there !== undefined) taken.add(this.given.get(there));
      if (there === grid && here !== undefined) taken.add(this.given.get(here));
    }
    let tint = this.given.size % TINTS;
    for (let step = 0; step < TINTS && taken.has(tint); step += 1) tint = (tint + 1) % TINTS;
    this.given.set(grid, tint);
    return tint;
  }
}

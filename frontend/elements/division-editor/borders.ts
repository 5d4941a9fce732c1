/** The lines between grids: cells share their corners, so a border is made of shared edges. */
import type { Board, Pair } from "./board";
import type { Assignment } from "./division";

interface Side {
  readonly from: Pair;
  readonly to: Pair;
  readonly cells: number[];
}

export class Borders {
  private readonly sides: Side[];

  constructor(board: Board) {
    const found = new Map<string, Side>();
    board.cells.forEach((rings, cell) => {
      for (const ring of rings) {
        ring.forEach((from, at) => {
          const to = ring[(at + 1) % ring.length];
          if (!to || (from[0] === to[0] && from[1] === to[1])) return;
          const name = nameOf(from, to);
          const side = found.get(name);
          if (side) side.cells.push(cell);
          else found.set(name, { from, to, cells: [cell] });
        });
      }
    });
    this.sides = [...found.values()].filter((side) => side.cells.length > 1);
  }

  /** Path data of every side between two grids. */
  path(assignment: Assignment): string {
    return this.sides
      .filter(({ cells: [one = 0, other = 0] }) => assignment[one] !== assignment[other])
      .map(({ from, to }) => `M${from[0]} ${from[1]}L${to[0]} ${to[1]}`)
      .join("");
  }
}

function nameOf(from: Pair, to: Pair): string {
  const [one, other] = [from.join(), to.join()];
  return one < other ? `${one};${other}` : `${other};${one}`;
}

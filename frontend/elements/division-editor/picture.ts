/** The village as SVG: cells in the tints of their grids, borders, barriers, houses, numbers. */
import type { Board, Pair } from "./board";
import { Borders } from "./borders";
import type { Assignment } from "./division";
import { GroundLayer } from "./ground";
import { made, pathOf } from "./svg";
import type { Tints } from "./tints";
import type { Words } from "./words";

const MARGIN = 0.03; // of the village's width, around it

export class Picture {
  readonly svg: SVGSVGElement;
  readonly box: DOMRect;
  readonly ground: GroundLayer;
  private readonly cells: SVGPathElement[] = [];
  private readonly homes: SVGCircleElement[] = [];
  private readonly border = made("path", { class: "board-border" });
  private readonly numbers = made("g", { class: "board-numbers", "aria-hidden": "true" });
  private readonly names = made("g", { class: "board-names", "aria-hidden": "true" });
  private readonly drawn = made("path", { class: "board-drawn" });
  private readonly borders: Borders;

  constructor(
    private readonly board: Board,
    private readonly tints: Tints,
    private readonly words: Words,
  ) {
    this.borders = new Borders(board);
    this.ground = new GroundLayer(board.zero);
    this.box = boxOf(board);
    const { x, y, width, height } = this.box;
    this.svg = made("svg", {
      class: "board-svg",
      viewBox: `${x} ${y} ${width} ${height}`,
      role: "img",
      "aria-label": words.say("label"),
    });
    this.names.append(...this.nameMarks());
    this.svg.append(
      this.ground.layer,
      this.cellLayer(),
      made("path", {
        class: "board-outline",
        d: board.outline.map((ring) => pathOf(ring)).join(""),
      }),
      this.border,
      ...this.barrierLayer(),
      this.homeLayer(),
      this.names,
      this.numbers,
      this.drawn,
    );
  }

  /** Colour by grid; `picked` households stand out. */
  show(assignment: Assignment, picked: ReadonlySet<number>): void {
    this.cells.forEach((cell, home) => {
      const tint = `board-cell tint-${this.tints.of(assignment[home] ?? 0, assignment)}`;
      cell.setAttribute("class", picked.has(home) ? `${tint} is-picked` : tint);
    });
    this.homes.forEach((circle, home) => circle.classList.toggle("is-picked", picked.has(home)));
    this.border.setAttribute("d", this.borders.path(assignment));
    this.numbers.replaceChildren(...this.numberMarks(assignment));
  }

  /** The line that is being drawn; empty when there is none. */
  draw(line: readonly Pair[], closed: boolean): void {
    this.drawn.setAttribute("d", line.length > 1 ? pathOf(line, closed) : "");
  }

  /** The place in the drawing under a point of the screen. */
  placeAt(clientX: number, clientY: number): Pair {
    const matrix = this.svg.getScreenCTM();
    if (!matrix) return [0, 0];
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
    return [x, y];
  }

  /** Houses and lines keep their size on the screen at every zoom. */
  scaleMarks(unitsPerPixel: number): void {
    this.svg.style.setProperty("--unit", String(unitsPerPixel));
    for (const circle of this.homes) circle.setAttribute("r", String(2.4 * unitsPerPixel));
    for (const text of this.numbers.children)
      text.setAttribute("font-size", String(26 * unitsPerPixel));
    for (const text of this.names.children) {
      text.setAttribute("font-size", String(12 * unitsPerPixel));
      text.setAttribute("dy", String(-14 * unitsPerPixel));
    }
  }

  private cellLayer(): SVGGElement {
    const layer = made("g", { class: "board-cells" });
    this.board.cells.forEach((rings, home) => {
      const cell = made("path", {
        d: rings.map((ring) => pathOf(ring)).join(""),
        "data-home": home,
      });
      this.cells.push(cell);
      layer.append(cell);
    });
    return layer;
  }

  private homeLayer(): SVGGElement {
    const layer = made("g", { class: "board-homes", "aria-hidden": "true" });
    const { x, y } = this.board.homes;
    x.forEach((across, home) => {
      const circle = made("circle", { cx: across, cy: y[home] ?? 0, class: "board-home" });
      this.homes.push(circle);
      layer.append(circle);
    });
    return layer;
  }

  /** The names of the groups, above their houses. */
  private nameMarks(): SVGTextElement[] {
    const { x, y, group } = this.board.homes;
    return this.board.groups.flatMap((name, index) => {
      const homes = [...group.keys()].filter((home) => group[home] === index);
      if (!homes.length) return [];
      const across = homes.reduce((sum, home) => sum + (x[home] ?? 0), 0) / homes.length;
      const top = Math.min(...homes.map((home) => y[home] ?? 0));
      const mark = made("text", { x: across, y: top });
      mark.textContent = this.words.say("groupName", { group: name });
      return [mark];
    });
  }

  private barrierLayer(): SVGElement[] {
    const lines = this.board.barriers.map(({ line }) =>
      made("path", { class: "board-barrier", d: pathOf(line, false) }),
    );
    const bridges = this.board.bridges.map(([x, y]) =>
      made("path", { class: "board-bridge", d: `M${x} ${y}h0` }),
    );
    return [...lines, ...bridges];
  }

  private numberMarks(assignment: Assignment): SVGTextElement[] {
    const { x, y } = this.board.homes;
    const middles = new Map<number, { x: number; y: number; count: number }>();
    assignment.forEach((grid, home) => {
      const middle = middles.get(grid) ?? { x: 0, y: 0, count: 0 };
      middle.x += x[home] ?? 0;
      middle.y += y[home] ?? 0;
      middle.count += 1;
      middles.set(grid, middle);
    });
    const size = Number(this.svg.style.getPropertyValue("--unit") || 1) * 26;
    return [...middles].map(([grid, middle]) => {
      const mark = made("text", {
        x: middle.x / middle.count,
        y: middle.y / middle.count,
        "font-size": size,
      });
      mark.textContent = String(grid);
      return mark;
    });
  }
}

function boxOf(board: Board): DOMRect {
  const all = board.outline.flat();
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const [west, north] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - west, Math.max(...ys) - north];
  const margin = MARGIN * Math.max(width, height);
  return new DOMRect(west - margin, north - margin, width + 2 * margin, height + 2 * margin);
}

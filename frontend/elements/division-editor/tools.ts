/** What the pointer does: pick a house, pick its group, lasso, draw a border, move the drawing. */
import type { Board, Pair } from "./board";
import type { Assignment } from "./division";
import { inside } from "./division";
import type { Picture } from "./picture";
import type { Sight } from "./sight";

export const TOOLS = ["home", "group", "lasso", "border", "hand"] as const;
export type Tool = (typeof TOOLS)[number];

const DRAG = 6; // pixels before a press becomes a drag

export interface Desk {
  readonly board: Board;
  readonly picture: Picture;
  readonly sight: Sight;
  readonly assignment: Assignment;
  readonly picked: ReadonlySet<number>;
  pick(homes: readonly number[], more: boolean): void;
  /** Shows the picked households in another grid without moving them; null shows what is. */
  preview(grid: number | null): void;
  /** Moves them. */
  move(grid: number): void;
  border(line: readonly Pair[]): void;
}

export class Pointer {
  tool: Tool = "home";
  private line: Pair[] = [];
  private pressed: PointerEvent | null = null;
  private dragging = false;

  constructor(private readonly desk: Desk) {
    const { svg } = desk.picture;
    svg.addEventListener("pointerdown", (event) => this.press(event));
    svg.addEventListener("pointermove", (event) => this.go(event));
    svg.addEventListener("pointerup", (event) => this.release(event));
    svg.addEventListener("pointercancel", () => this.stop());
  }

  /** Give up what was begun. */
  stop(): void {
    this.pressed = null;
    this.dragging = false;
    this.line = [];
    this.desk.picture.draw([], false);
    this.desk.preview(null);
  }

  private press(event: PointerEvent): void {
    if (event.button !== 0 || this.pressed) return;
    event.preventDefault();
    this.desk.picture.svg.setPointerCapture(event.pointerId);
    this.pressed = event;
    if (this.tool === "lasso" || this.tool === "border") this.extend(event);
    if (this.tool === "home" || this.tool === "group") this.pickAt(event);
  }

  private pickAt(event: PointerEvent): void {
    const home = homeAt(event);
    if (home === null) return;
    if (this.desk.picked.has(home) && !event.shiftKey) return; // perhaps the beginning of a drag
    this.desk.pick(this.tool === "group" ? this.groupOf(home) : [home], event.shiftKey);
  }

  private go(event: PointerEvent): void {
    if (!this.pressed) return;
    const far = Math.hypot(
      event.clientX - this.pressed.clientX,
      event.clientY - this.pressed.clientY,
    );
    this.dragging ||= far > DRAG;
    if (!this.dragging) return;
    if (this.tool === "hand") this.shove(event);
    else if (this.tool === "lasso" || this.tool === "border") this.extend(event);
    else this.desk.preview(this.gridAt(event));
  }

  private release(event: PointerEvent): void {
    if (this.dragging && (this.tool === "lasso" || this.tool === "border")) this.extend(event);
    const { dragging, line } = this;
    const grid = this.gridAt(event);
    const drags = this.tool === "home" || this.tool === "group";
    this.stop();
    if (this.tool === "lasso" && dragging) {
      this.desk.pick(inside(this.desk.board, line), event.shiftKey);
    } else if (this.tool === "border" && line.length > 0) {
      this.desk.border(line); // a press alone is no border, and is told so
    } else if (drags && dragging && grid !== null) {
      this.desk.move(grid);
    }
  }

  private extend(event: PointerEvent): void {
    // A fast pointer moves several times between two frames: the browser keeps what lies between.
    const between = event.type === "pointermove" ? (event.getCoalescedEvents?.() ?? []) : [];
    for (const { clientX, clientY } of between.length ? between : [event])
      this.lengthen(this.desk.picture.placeAt(clientX, clientY));
    this.desk.picture.draw(this.line, this.tool === "lasso");
  }

  /** A point that was there already would be a piece of border without a side. */
  private lengthen(place: Pair): void {
    const last = this.line.at(-1);
    if (last?.[0] !== place[0] || last[1] !== place[1]) this.line.push(place);
  }

  private shove(event: PointerEvent): void {
    const before = this.pressed ?? event;
    const [ax, ay] = this.desk.picture.placeAt(before.clientX, before.clientY);
    const [bx, by] = this.desk.picture.placeAt(event.clientX, event.clientY);
    this.desk.sight.moveBy(ax - bx, ay - by);
    this.pressed = event;
  }

  private groupOf(home: number): number[] {
    const { group } = this.desk.board.homes;
    const wanted = group[home] ?? -1;
    if (wanted < 0) return [home];
    return group.flatMap((each, other) => (each === wanted ? [other] : []));
  }

  private gridAt(event: PointerEvent): number | null {
    const home = homeAt(event);
    return home === null ? null : (this.desk.assignment[home] ?? null);
  }
}

/** The household whose cell lies under the pointer (which may be captured elsewhere). */
function homeAt(event: PointerEvent): number | null {
  const under = document.elementFromPoint(event.clientX, event.clientY);
  const home = under?.getAttribute("data-home");
  return home === null || home === undefined ? null : Number(home);
}

/**
 * `<wg-division-editor src save token>`: a village on the drawing board (design: docs/divisions.md).
 *
 * src     address of the board (division-editor/board.ts)
 * save    where each step is kept; answers with the new revision and the faults in words
 * token   against forged requests
 *
 * Left the village, right its grids with figures that follow each drag. Digits move what is
 * picked to that grid, N to a new one; Ctrl-Z and Ctrl-Shift-Z go back and forth; arrows, + and −
 * move the sight. Without script the same page has a form by villager group.
 */
import { begin } from "../behaviour/idle";
import type { Board, Pair } from "./division-editor/board";
import { gridsUnder } from "./division-editor/crossing";
import {
  type Assignment,
  assignmentOf,
  bordered,
  figuresOf,
  moved,
} from "./division-editor/division";
import { faultsOf, fillTable } from "./division-editor/figures-table";
import { Past } from "./division-editor/past";
import { Picture } from "./division-editor/picture";
import { type Kept, Saving } from "./division-editor/saving";
import { Sight } from "./division-editor/sight";
import { Tints } from "./division-editor/tints";
import { type Desk, Pointer, TOOLS, type Tool } from "./division-editor/tools";
import { Words } from "./division-editor/words";
import { type Ground, groundSwitch, groundsOf, lastGround } from "./map/grounds";
import { zoomButtons } from "./zoom";

class DivisionEditor extends HTMLElement {
  private readonly words = new Words(this.dataset);

  connectedCallback(): void {
    const ended = begin();
    this.open()
      .catch(() => this.toggleAttribute("data-failed", true))
      .finally(ended);
  }

  private async open(): Promise<void> {
    const answer = await fetch(this.getAttribute("src") ?? "", {
      headers: { Accept: "application/json" },
    });
    if (!answer.ok) throw new Error(String(answer.status));
    new Drawing(this, (await answer.json()) as Board, this.words);
    this.dataset.drawn = "";
  }
}

/** A drawing in progress. */
class Drawing implements Desk {
  readonly picture: Picture;
  readonly sight: Sight;
  picked: ReadonlySet<number> = new Set();
  private readonly past: Past;
  private readonly tints: Tints;
  private readonly pointer: Pointer;
  private readonly saving: Saving;
  private shown: Assignment;

  constructor(
    private readonly element: HTMLElement,
    readonly board: Board,
    private readonly words: Words,
  ) {
    this.tints = new Tints(board);
    this.picture = new Picture(board, this.tints, words);
    this.part("picture").prepend(this.picture.svg);
    this.sight = new Sight(this.picture);
    this.offerGrounds();
    this.past = new Past(assignmentOf(board));
    this.shown = this.past.present;
    this.saving = new Saving(
      element.getAttribute("save") ?? "",
      element.getAttribute("token") ?? "",
      board,
      (kept) => this.tellKept(kept),
    );
    this.pointer = new Pointer(this);
    this.listen();
    const left = this.saving.left(board);
    if (left) this.change(left);
    this.show();
  }

  get assignment(): Assignment {
    return this.past.present;
  }

  pick(homes: readonly number[], more: boolean): void {
    const next = new Set(more ? this.picked : []);
    const all = homes.every((home) => next.has(home));
    for (const home of homes) {
      if (more && all) next.delete(home);
      else next.add(home);
    }
    this.picked = next;
    this.show();
  }

  preview(grid: number | null): void {
    const next = grid === null ? this.past.present : moved(this.past.present, this.picked, grid);
    if (grid === null && this.shown === this.past.present) return;
    this.shown = next;
    this.show();
  }

  move(grid: number): void {
    if (this.picked.size) this.change(moved(this.past.present, this.picked, grid));
  }

  border(line: readonly Pair[]): void {
    const passed = gridsUnder(this.board, this.past.present, line);
    const next = bordered(this.board, this.past.present, line, passed, this.fresh());
    if (next) this.change(next);
    else this.tell("status", this.words.say(passed.size > 2 ? "borderMany" : "borderNothing"));
  }

  private merge(grid: number, into: number): void {
    const homes = [...this.past.present.keys()].filter((home) => this.past.present[home] === grid);
    this.change(moved(this.past.present, homes, into));
  }

  private change(next: Assignment): void {
    if (!this.past.do(next)) return;
    this.picked = new Set();
    this.after();
  }

  private step(back: boolean): void {
    if (back ? this.past.undo() : this.past.redo()) this.after();
  }

  private after(): void {
    this.shown = this.past.present;
    this.saving.want(this.past.present);
    this.show();
  }

  /** Numbers of the grids in which somebody lives. */
  private numbers(): number[] {
    return [...new Set(this.shown)].sort((one, other) => one - other);
  }

  /** The lowest number that no grid has. */
  private fresh(): number {
    const taken = new Set(this.past.present);
    let number = 1;
    while (taken.has(number)) number += 1;
    return number;
  }

  private show(): void {
    const figures = [...figuresOf(this.board, this.shown, this.numbers()).values()];
    this.picture.show(this.shown, this.picked);
    fillTable(
      this.part("figures") as HTMLTableElement,
      this.board,
      figures,
      (grid) => this.tints.of(grid, this.shown),
      this.words,
      { take: (grid) => this.move(grid), merge: (grid, into) => this.merge(grid, into) },
    );
    this.list(figures.flatMap((each) => faultsOf(this.board, each, this.words)));
    this.tell("picked", this.pickedWords());
    this.button("undo").disabled = !this.past.canUndo;
    this.button("redo").disabled = !this.past.canRedo;
    this.button("new").disabled = this.picked.size === 0;
  }

  private pickedWords(): string {
    const { persons } = this.board.homes;
    const count = [...this.picked].reduce((sum, home) => sum + (persons[home] ?? 0), 0);
    if (!this.picked.size) return this.words.say("nothingPicked");
    return this.words.say("picked", { households: this.picked.size, persons: count });
  }

  /** Plain paper, imagery or relief under the drawing; the choice is that of all maps. */
  private offerGrounds(): void {
    const grounds = groundsOf(this.element);
    const lay = (ground: Ground | undefined): void => {
      this.picture.ground.change(ground);
      this.element.toggleAttribute("data-pictured", Boolean(ground?.sheets.length));
      this.tell("credit", ground?.credit ?? "");
      this.part("credit").hidden = !ground?.credit;
    };
    const present = lastGround(grounds);
    const choice = groundSwitch(grounds, present, this.element.dataset.grounds ?? "", lay);
    if (!choice) return;
    this.part("picture").append(choice);
    lay(present);
  }

  private list(faults: readonly string[]): void {
    const items = (faults.length ? faults : [this.words.say("lawful")]).map((fault) => {
      const item = document.createElement("li");
      item.textContent = fault;
      return item;
    });
    this.part("faults").replaceChildren(...items);
    this.part("faults").classList.toggle("is-lawful", faults.length === 0);
  }

  private tellKept(kept: Kept): void {
    const said = {
      saving: () => this.words.say("saving"),
      offline: () => this.words.say("offline"),
      saved: () =>
        kept.state === "saved" ? this.words.say("saved", { when: kept.answer.when }) : "",
      refused: () => (kept.state === "refused" ? kept.why : ""),
    };
    this.element.dataset.kept = kept.state;
    this.tell("status", said[kept.state]());
    if (kept.state === "saved" && !this.past.canRedo) this.list(kept.answer.faults);
  }

  private listen(): void {
    for (const tool of TOOLS) {
      this.element
        .querySelector<HTMLInputElement>(`input[data-tool="${tool}"]`)
        ?.addEventListener("change", () => this.use(tool));
    }
    this.button("undo").addEventListener("click", () => this.step(true));
    this.button("redo").addEventListener("click", () => this.step(false));
    this.button("new").addEventListener("click", () => this.move(this.fresh()));
    zoomButtons(this.element, {
      in: () => this.sight.zoom(1.5),
      out: () => this.sight.zoom(1 / 1.5),
    });
    this.element.addEventListener("keydown", (event) => this.key(event));
    // after a press on the picture the keys work there
    this.picture.svg.addEventListener("pointerdown", () => {
      this.part("picture").focus({ preventScroll: true });
    });
  }

  private use(tool: Tool): void {
    this.pointer.stop();
    this.pointer.tool = tool;
    this.picture.svg.dataset.tool = tool;
  }

  private key(event: KeyboardEvent): void {
    const typing = (event.target as Element).matches("input:not([type=radio]), select, textarea");
    if (typing || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== "z") return;
      event.preventDefault();
      this.step(!event.shiftKey);
    } else if (/^[1-9]$/.test(event.key)) {
      this.move(Number(event.key));
    } else if (event.key.toLowerCase() === "n" && this.picked.size) {
      this.move(this.fresh());
    } else if (event.key === "Escape") {
      this.pointer.stop();
      this.pick([], false);
    } else if (event.target === this.part("picture")) {
      this.look(event);
    }
  }

  private look(event: KeyboardEvent): void {
    const ways: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => this.sight.pan(-0.2, 0),
      ArrowRight: () => this.sight.pan(0.2, 0),
      ArrowUp: () => this.sight.pan(0, -0.2),
      ArrowDown: () => this.sight.pan(0, 0.2),
      "+": () => this.sight.zoom(1.5),
      "=": () => this.sight.zoom(1.5),
      "-": () => this.sight.zoom(1 / 1.5),
    };
    const way = ways[event.key];
    if (!way) return;
    event.preventDefault();
    way();
  }

  private tell(part: string, text: string): void {
    this.part(part).textContent = text;
  }

  private part(name: string): HTMLElement {
    const found = this.element.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!found) throw new Error(`no part ${name}`);
    return found;
  }

  private button(name: string): HTMLButtonElement {
    return this.part(name) as HTMLButtonElement;
  }
}

customElements.define("wg-division-editor", DivisionEditor);

/** The table of grids next to the drawing: the load of each now, and what is wrong with it. */
import type { Board } from "./board";
import type { Figures } from "./division";
import type { Words } from "./words";

const EPSILON = 1e-9;

interface Wishes {
  merge(grid: number, into: number): void;
  take(grid: number): void;
}

/** What the rule does not allow of a grid, in words. */
export function faultsOf(board: Board, figures: Figures, words: Words): string[] {
  const faults: string[] = [];
  const { load, deviation, parts, number } = figures;
  if (parts === 0) faults.push(words.say("empty", { grid: number }));
  if (parts > 1) faults.push(words.say("apart", { grid: number, parts }));
  if (parts > 0 && Math.abs(deviation) > board.tolerance + EPSILON) {
    faults.push(
      words.say(deviation > 0 ? "over" : "under", {
        grid: number,
        load: Math.round(load),
        target: Math.round(board.target),
        percent: Math.round(100 * board.tolerance),
      }),
    );
  }
  return faults;
}

/** Redraw the body of the table and the list of faults. */
export function fillTable(
  table: HTMLTableElement,
  board: Board,
  all: readonly Figures[],
  tintOf: (grid: number) => number,
  words: Words,
  wishes: Wishes,
): void {
  const focused = document.activeElement?.getAttribute("data-focus");
  const body = table.tBodies[0] ?? table.createTBody();
  body.replaceChildren(
    ...all.map((figures) => {
      const row = document.createElement("tr");
      row.dataset.grid = String(figures.number);
      row.classList.toggle("is-faulty", faultsOf(board, figures, words).length > 0);
      row.append(
        head(figures, tintOf(figures.number), words, wishes),
        cell(String(figures.households)),
        cell(String(figures.persons)),
        cell(percent(figures.deviation), Math.abs(figures.deviation) > board.tolerance),
        cell(figures.parts ? words.say("metres", { metres: Math.round(figures.walk) }) : "—"),
        cell(String(figures.shared)),
        merging(figures.number, all, words, wishes),
      );
      return row;
    }),
  );
  if (focused) table.querySelector<HTMLElement>(`[data-focus="${focused}"]`)?.focus();
}

function head(figures: Figures, tint: number, words: Words, wishes: Wishes): HTMLTableCellElement {
  const made = document.createElement("th");
  made.scope = "row";
  const button = document.createElement("button");
  button.type = "button";
  button.className = `board-take tint-${tint}`;
  button.dataset.focus = `take-${figures.number}`;
  button.textContent = String(figures.number);
  button.title = words.say("take", { grid: figures.number });
  button.setAttribute("aria-label", button.title);
  button.addEventListener("click", () => wishes.take(figures.number));
  made.append(button);
  return made;
}

function cell(text: string, wrong = false): HTMLTableCellElement {
  const made = document.createElement("td");
  made.className = "number";
  made.textContent = text;
  made.classList.toggle("is-wrong", wrong);
  return made;
}

function percent(share: number): string {
  const rounded = Math.round(1000 * share) / 10;
  return `${rounded > 0 ? "+" : rounded < 0 ? "−" : ""}${Math.abs(rounded).toFixed(1)}%`;
}

function merging(
  grid: number,
  all: readonly Figures[],
  words: Words,
  wishes: Wishes,
): HTMLTableCellElement {
  const made = document.createElement("td");
  if (all.length < 2) return made;
  const select = document.createElement("select");
  select.setAttribute("aria-label", words.say("merge", { grid }));
  select.dataset.focus = `merge-${grid}`;
  select.add(new Option("…", ""));
  for (const { number } of all) {
    if (number !== grid)
      select.add(new Option(words.say("into", { grid: number }), String(number)));
  }
  select.addEventListener("change", () => {
    if (select.value) wishes.merge(grid, Number(select.value));
  });
  made.append(select);
  return made;
}

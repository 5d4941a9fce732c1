/** What was done and can be undone. */
import type { Assignment } from "./division";

export class Past {
  private readonly before: Assignment[] = [];
  private readonly after: Assignment[] = [];

  constructor(private now: Assignment) {}

  get present(): Assignment {
    return this.now;
  }

  get canUndo(): boolean {
    return this.before.length > 0;
  }

  get canRedo(): boolean {
    return this.after.length > 0;
  }

  /** False if nothing changed: that is no step. */
  do(next: Assignment): boolean {
    if (next.every((grid, home) => grid === this.now[home])) return false;
    this.before.push(this.now);
    this.after.length = 0;
    this.now = next;
    return true;
  }

  undo(): boolean {
    return this.step(this.before, this.after);
  }

  redo(): boolean {
    return this.step(this.after, this.before);
  }

  private step(from: Assignment[], to: Assignment[]): boolean {
    const next = from.pop();
    if (!next) return false;
    to.push(this.now);
    this.now = next;
    return true;
  }
}

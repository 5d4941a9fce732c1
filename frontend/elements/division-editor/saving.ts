/** Keeps a draft on the server a moment after each step; on this device while there is no network. */
import { begin } from "../../behaviour/idle";
import type { Board, Saved } from "./board";
import { type Assignment, assignmentOf } from "./division";

const PAUSE = 700; // milliseconds after the last step
const AGAIN = 15_000; // after a try without network

export type Kept =
  | { readonly state: "saving" | "offline" }
  | { readonly state: "saved"; readonly answer: Saved }
  | { readonly state: "refused"; readonly why: string };

export class Saving {
  private revision: number;
  private waiting: number | undefined;
  private wanted: Assignment | null = null;
  private under = false;
  private over = false;
  private ended: (() => void) | undefined;

  constructor(
    private readonly address: string,
    private readonly token: string,
    board: Board,
    private readonly tell: (kept: Kept) => void,
  ) {
    this.revision = board.revision;
    addEventListener("online", () => void this.send());
  }

  /** What was drawn on this device over the same revision and never reached the server. */
  left(board: Board): Assignment | null {
    try {
      const kept = JSON.parse(localStorage.getItem(this.name) ?? "null") as Left | null;
      if (kept?.revision !== board.revision) return null;
      const { assignment } = kept;
      return assignment.length === assignmentOf(board).length ? Uint16Array.from(assignment) : null;
    } catch {
      return null;
    }
  }

  want(assignment: Assignment): void {
    if (this.over) return;
    this.wanted = assignment;
    this.ended ??= begin();
    this.tell({ state: "saving" });
    this.keepHere(assignment);
    clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => void this.send(), PAUSE);
  }

  private async send(): Promise<void> {
    const sent = this.wanted;
    if (!sent || this.under || this.over) return;
    this.under = true;
    try {
      await this.take(await this.post(sent), sent);
    } catch {
      this.tell({ state: "offline" });
      this.waiting = window.setTimeout(() => void this.send(), AGAIN);
      this.rest();
    } finally {
      this.under = false;
    }
    if (this.wanted && this.wanted !== sent) void this.send();
  }

  private post(assignment: Assignment): Promise<Response> {
    return fetch(this.address, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "X-CSRFToken": this.token,
        Accept: "application/json",
      },
      body: JSON.stringify({ revision: this.revision, assignment: [...assignment] }),
    });
  }

  private async take(answer: Response, sent: Assignment): Promise<void> {
    if (answer.status >= 500) throw new Error(String(answer.status));
    if (!answer.ok) {
      this.over = true;
      const problem = (await answer.json().catch(() => ({}))) as {
        detail?: string;
        title?: string;
      };
      this.tell({
        state: "refused",
        why: problem.detail ?? problem.title ?? String(answer.status),
      });
      this.rest();
      return;
    }
    const saved = (await answer.json()) as Saved;
    this.revision = saved.revision;
    if (this.wanted !== sent) return;
    this.wanted = null;
    localStorage.removeItem(this.name);
    this.tell({ state: "saved", answer: saved });
    this.rest();
  }

  private keepHere(assignment: Assignment): void {
    try {
      const left: Left = { revision: this.revision, assignment: [...assignment] };
      localStorage.setItem(this.name, JSON.stringify(left));
    } catch {
      // Storage is full or forbidden: the server still has it.
    }
  }

  private rest(): void {
    this.ended?.();
    this.ended = undefined;
  }

  private get name(): string {
    return `wangge.draft.${this.address}`;
  }
}

interface Left {
  readonly revision: number;
  readonly assignment: number[];
}

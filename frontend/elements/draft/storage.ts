/** Drafts in the browser's storage. It may be switched off or full: then there is no draft. */
import type { Draft } from "./form";

const PREFIX = "wangge.draft.";
const KEPT_FOR = 3 * 24 * 3600 * 1000; // milliseconds

export function keep(key: string, draft: Draft): void {
  quietly(() => localStorage.setItem(PREFIX + key, JSON.stringify(draft)));
}

/** The draft under a key, null if there is none or it is too old. */
export function kept(key: string): Draft | null {
  const text = quietly(() => localStorage.getItem(PREFIX + key)) ?? null;
  if (text === null) return null;
  const draft = JSON.parse(text) as Draft;
  if (Date.now() - draft.at <= KEPT_FOR) return draft;
  forget(key);
  return null;
}

export function forget(key: string): void {
  quietly(() => localStorage.removeItem(PREFIX + key));
}

export function forgetAll(): void {
  quietly(() => {
    Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .forEach((key) => localStorage.removeItem(key));
  });
}

function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

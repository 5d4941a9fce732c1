/** What a form holds, as plain data and back. */

export interface Draft {
  readonly at: number;
  readonly values: readonly (readonly [name: string, value: string])[];
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const NEVER_KEPT: ReadonlySet<string> = new Set(["hidden", "password", "file", "submit", "button"]);

/** The controls whose content is kept. */
export function controls(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (each): each is Control =>
      (each instanceof HTMLInputElement ||
        each instanceof HTMLSelectElement ||
        each instanceof HTMLTextAreaElement) &&
      each.name !== "" &&
      !NEVER_KEPT.has(each.type),
  );
}

export function values(form: HTMLFormElement): Draft["values"] {
  return controls(form)
    .filter((control) => !isChoice(control) || control.checked)
    .map((control) => [control.name, control.value] as const);
}

/** Put the kept values back; true when that changed anything. */
export function fill(form: HTMLFormElement, draft: Draft): boolean {
  let changed = false;
  for (const control of controls(form)) {
    const own = draft.values.filter(([name]) => name === control.name).map(([, value]) => value);
    if (isChoice(control)) {
      const checked = own.includes(control.value);
      changed = changed || checked !== control.checked;
      control.checked = checked;
    } else if (own[0] !== undefined) {
      changed = changed || own[0] !== control.value;
      control.value = own[0];
    }
  }
  return changed;
}

function isChoice(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && ["checkbox", "radio"].includes(control.type);
}

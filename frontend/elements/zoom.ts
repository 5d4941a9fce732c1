/** The buttons of components/zoom_buttons in an element: nearer and farther. */
export function zoomButtons(
  element: HTMLElement,
  act: Readonly<Record<"in" | "out", () => void>>,
): HTMLElement {
  const group = element.querySelector<HTMLElement>(".zoom-buttons");
  if (!group) throw new Error("no zoom buttons");
  for (const way of ["in", "out"] as const) {
    group.querySelector(`[data-zoom="${way}"]`)?.addEventListener("click", act[way]);
  }
  return group;
}

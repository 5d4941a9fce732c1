/**
 * Three functions that MapLibre uses and a WebView of Android 8 (Chrome 80) lacks.
 * The build lowers syntax, but adds no functions.
 */

define(Array.prototype, "at", function (this: unknown[], index: number): unknown {
  return this[index < 0 ? this.length + index : index];
});

define(
  String.prototype,
  "replaceAll",
  function (this: string, from: string | RegExp, to: string): string {
    return typeof from === "string" ? this.split(from).join(to) : this.replace(from, to);
  },
);

define(Object, "hasOwn", (owner: object, key: PropertyKey): boolean =>
  // biome-ignore lint/suspicious/noPrototypeBuiltins: this is where Object.hasOwn is missing
  Object.prototype.hasOwnProperty.call(owner, key),
);

function define(owner: object, name: string, value: (...given: never[]) => unknown): void {
  if (name in owner) return;
  Object.defineProperty(owner, name, { value, configurable: true, writable: true });
}

/** The areas of a map as a table in a <details>. */
import type { AreaCollection, AreaProperties } from "./sources";

/** `words` carries the headings: list, name, worker, phone, empty. */
export function areaTable(areas: AreaCollection, words: DOMStringMap): HTMLDetailsElement {
  const details = document.createElement("details");
  details.className = "map-list";
  const summary = document.createElement("summary");
  summary.textContent = words["list"] ?? "";
  details.append(summary, areas.features.length ? table(areas, words) : words["empty"] ?? "");
  return details;
}

function table(areas: AreaCollection, words: DOMStringMap): HTMLTableElement {
  const rows = areas.features.map((feature) => feature.properties);
  const columns = (["name", "worker", "phone"] as const).filter(
    (column) => column === "name" || rows.some((row) => row[column]),
  );
  const drawn = document.createElement("table");
  drawn.className = "map-table";
  const head = drawn.createTHead().insertRow();
  for (const column of columns) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = words[column] ?? "";
    head.append(cell);
  }
  const body = drawn.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const column of columns) line.insertCell().append(content(row, column));
  }
  return drawn;
}

function content(row: AreaProperties, column: "name" | "worker" | "phone"): Node {
  const text = row[column] ?? "";
  const href = column === "name" ? row.href : column === "phone" && text ? `tel:${text}` : undefined;
  if (!href) return document.createTextNode(text);
  const link = document.createElement("a");
  link.href = href;
  link.textContent = text;
  return link;
}

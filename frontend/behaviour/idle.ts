/**
 * The flag `body[data-idle]`: set while nothing is under way (no request of htmx, no map loading).
 * Browser tests wait for it instead of for time.
 */

let underWay = 0;
let watching = false;

function show(): void {
  if (watching) document.body.toggleAttribute("data-idle", underWay === 0);
}

/** Something begins; call the returned function once when it has ended, well or badly. */
export function begin(): () => void {
  underWay += 1;
  show();
  let ended = false;
  return () => {
    if (ended) return;
    ended = true;
    underWay -= 1;
    show();
  };
}

/** Set the flag from now on: called once, last, by each entry. */
export function watchIdle(): void {
  watching = true;
  show();
}

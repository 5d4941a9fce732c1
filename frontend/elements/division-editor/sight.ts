/** Zoom and pan: the part of the drawing that is in view. */
import type { Picture } from "./picture";

const NEAREST = 24;

export class Sight {
  private x: number;
  private y: number;
  private near = 1;

  constructor(private readonly picture: Picture) {
    const { box, svg } = picture;
    this.x = box.x + box.width / 2;
    this.y = box.y + box.height / 2;
    svg.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    new ResizeObserver(() => this.look()).observe(svg);
  }

  zoom(factor: number, at: readonly [number, number] = [this.x, this.y]): void {
    const near = Math.min(NEAREST, Math.max(1, this.near * factor));
    const share = this.near / near;
    this.x = at[0] + (this.x - at[0]) * share;
    this.y = at[1] + (this.y - at[1]) * share;
    this.near = near;
    this.look();
  }

  /** By parts of what is seen. */
  pan(across: number, down: number): void {
    const { width, height } = this.picture.box;
    this.moveBy((across * width) / this.near, (down * height) / this.near);
  }

  moveBy(dx: number, dy: number): void {
    this.x += dx;
    this.y += dy;
    this.look();
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault();
    const at = this.picture.placeAt(event.clientX, event.clientY);
    this.zoom(event.deltaY < 0 ? 1.25 : 0.8, at);
  }

  private look(): void {
    const { box, svg } = this.picture;
    const [width, height] = [box.width / this.near, box.height / this.near];
    this.x = Math.min(box.right - width / 2, Math.max(box.left + width / 2, this.x));
    this.y = Math.min(box.bottom - height / 2, Math.max(box.top + height / 2, this.y));
    svg.setAttribute("viewBox", `${this.x - width / 2} ${this.y - height / 2} ${width} ${height}`);
    const shown = svg.getBoundingClientRect();
    if (!shown.width || !shown.height) return;
    const unit = Math.max(width / shown.width, height / shown.height);
    this.picture.scaleMarks(unit);
    const [wide, high] = [shown.width * unit, shown.height * unit];
    const seen = { x: this.x - wide / 2, y: this.y - high / 2, width: wide, height: high };
    this.picture.ground.look(seen, unit);
  }
}

/** Nothing stands here. */
export const NOTHING = -1;
/** The root, which every sentence hangs from; words count from 1. */
export const ROOT = 0;

/**
 * Where an arc-hybrid parse stands (Kuhlmann, Gómez-Rodríguez and Satta, 2011): words on the
 * stack, the next word of the buffer, and what has been hung from what so far. The root stands
 * behind the last word. Reused from sentence to sentence.
 */
export class ParseState {
  length = 0;
  /** Next word of the buffer; `length + 1` is the root. */
  next = 1;
  depth = 0;
  stack = new Int32Array(0);
  heads = new Int32Array(0);
  labels = new Int32Array(0);
  /** Outermost and second child to the left and to the right, or NOTHING. */
  left = new Int32Array(0);
  left2 = new Int32Array(0);
  right = new Int32Array(0);
  right2 = new Int32Array(0);
  leftCount = new Int32Array(0);
  rightCount = new Int32Array(0);

  start(length: number): void {
    if (this.heads.length < length + 2) this.#grow(length + 2);
    this.length = length;
    this.next = 1;
    this.depth = 0;
    for (const links of [this.heads, this.labels, this.left, this.left2, this.right, this.right2])
      links.fill(NOTHING, 0, length + 2);
    this.leftCount.fill(0, 0, length + 2);
    this.rightCount.fill(0, 0, length + 2);
  }

  #grow(size: number): void {
    const room = Math.max(256, 2 * size);
    this.stack = new Int32Array(room);
    this.heads = new Int32Array(room);
    this.labels = new Int32Array(room);
    this.left = new Int32Array(room);
    this.left2 = new Int32Array(room);
    this.right = new Int32Array(room);
    this.right2 = new Int32Array(room);
    this.leftCount = new Int32Array(room);
    this.rightCount = new Int32Array(room);
  }

  get isDone(): boolean {
    return this.next > this.length && this.depth === 0;
  }

  /** The word `back` places below the top of the stack, or NOTHING. */
  onStack(back: number): number {
    return this.depth > back ? (this.stack[this.depth - 1 - back] as number) : NOTHING;
  }

  /** The word `ahead` places into the buffer; the root behind the last; NOTHING beyond. */
  inBuffer(ahead: number): number {
    const word = this.next + ahead;
    return word <= this.length ? word : word === this.length + 1 ? ROOT : NOTHING;
  }

  get canShift(): boolean {
    return this.next <= this.length;
  }

  get canHangLeft(): boolean {
    return this.depth > 0;
  }

  get canHangRight(): boolean {
    return this.depth > 1;
  }

  shift(): void {
    this.stack[this.depth++] = this.next++;
  }

  /** Hangs the top of the stack from the next word of the buffer. */
  hangLeft(label: number): void {
    const child = this.onStack(0);
    const head = this.inBuffer(0);
    this.depth--;
    this.heads[child] = head;
    this.labels[child] = label;
    if (head === ROOT) return;
    this.left2[head] = this.left[head] as number;
    this.left[head] = child;
    this.leftCount[head] = (this.leftCount[head] as number) + 1;
  }

  /** Hangs the top of the stack from the word below it. */
  hangRight(label: number): void {
    const child = this.onStack(0);
    const head = this.onStack(1);
    this.depth--;
    this.heads[child] = head;
    this.labels[child] = label;
    this.right2[head] = this.right[head] as number;
    this.right[head] = child;
    this.rightCount[head] = (this.rightCount[head] as number) + 1;
  }
}

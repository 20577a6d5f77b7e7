/** What was loaded, kept for a while and shared by all who ask meanwhile. */
export interface Remembered<T> {
  get(): Promise<T>;
  forget(): void;
}

/** Keeps what `load` gives for as long as `stamp` gives the same. A load that fails is not kept. */
export function rememberWhile<T>(stamp: () => Promise<string>, load: () => Promise<T>): Remembered<T> {
  let held: { value: Promise<T>; stamp: string } | null = null;
  const forget = (): void => {
    held = null;
  };
  return {
    forget,
    async get() {
      const now = await stamp();
      if (held?.stamp === now) return held.value;
      const value = load();
      held = { value, stamp: now };
      value.catch(forget);
      return value;
    },
  };
}

/**
 * Keeps the values used last, up to `limit` in all as `weigh` counts them; at least one is
 * kept however heavy it is. A load that fails is not kept.
 */
export function rememberRecent<T>(
  limit: number,
  load: (key: string) => Promise<T>,
  weigh: (value: T) => number,
): (key: string) => Promise<T> {
  const held = new Map<string, { value: Promise<T>; weight: number }>();
  const shed = (): void => {
    let weight = 0;
    for (const item of held.values()) weight += item.weight;
    for (const [key, item] of held) {
      if (weight <= limit || held.size === 1) return;
      held.delete(key);
      weight -= item.weight;
    }
  };
  return (key) => {
    const known = held.get(key);
    const item = known ?? { value: load(key), weight: 0 };
    held.delete(key);
    held.set(key, item);
    if (!known) {
      item.value.then(
        (value) => {
          item.weight = weigh(value);
          shed();
        },
        () => held.delete(key),
      );
    }
    return item.value;
  };
}

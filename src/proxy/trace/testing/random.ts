/** Marsaglia's xorshift, from 0 to below 1: the same numbers on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

export type Pick = <T>(...values: readonly T[]) => T;

/** Picks one of several at random. */
export function picker(seed: number): Pick {
  const random = randomNumbers(seed);
  return (...values) => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  };
}

import { createHash, randomInt } from 'node:crypto';

/** No vowels, so that no words come about. */
const letters = 'bcdfghjklmnpqrstvwxz2456789';

/** Letters and digits that nobody can foresee. */
export const randomSuffix = (length: number): string =>
  Array.from({ length }, () => letters[randomInt(letters.length)]).join('');

/** Letters and digits that are always the same for a text. */
export function hashSuffix(text: string, length: number): string {
  const digest = createHash('sha256').update(text).digest();
  return [...digest.subarray(0, length)].map((byte) => letters[byte % letters.length]).join('');
}

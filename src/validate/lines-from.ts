import type { Validation } from './validate.ts';

/** Lines around findings, from the first of several sources that holds them. */
export const linesFrom =
  (...sources: readonly Pick<Validation, 'lines'>[]): Validation['lines'] =>
  (file, from, to) => {
    for (const source of sources) {
      const found = source.lines(file, from, to);
      if (found.length > 0) return found;
    }
    return [];
  };

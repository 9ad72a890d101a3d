import { formatPath, type Path } from '../path.ts';

/** A path and everything it lies in, from the root down, in text form. */
export const prefixesOf = (path: Path): string[] =>
  Array.from({ length: path.length + 1 }, (_, length) => formatPath(path.slice(0, length)));

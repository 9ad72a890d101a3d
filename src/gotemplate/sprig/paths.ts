import { posix } from 'node:path';
import { goFunction } from '../values/go-function.ts';

const base = goFunction(['string'], (path) =>
  path === '' ? '.' : /^\/+$/.test(path) ? '/' : posix.basename(path),
);
const dir = goFunction(['string'], (path) => clean(path.slice(0, path.lastIndexOf('/') + 1)));
const cleaning = goFunction(['string'], clean);
const ext = goFunction(['string'], (path) => /\.[^./]*$/.exec(path)?.[0] ?? '');
const isAbsolute = goFunction(['string'], (path) => path.startsWith('/'));

/** https://masterminds.github.io/sprig/paths.html: paths have slashes, on every system */
export const paths = {
  base,
  dir,
  clean: cleaning,
  ext,
  isAbs: isAbsolute,
  osBase: base,
  osDir: dir,
  osClean: cleaning,
  osExt: ext,
  osIsAbs: isAbsolute,
};

/** The shortest path that means the same. */
function clean(path: string): string {
  const normal = posix.normalize(path);
  return normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal;
}

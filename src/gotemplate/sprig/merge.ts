import { entry } from '../values/go-map.ts';
import type { GoMap, GoValue } from '../values/go-value.ts';
import { elementsOf } from '../values/typed.ts';
import { isMap } from '../values/type-of.ts';
import { isEmpty } from './defaults.ts';
import { checkNesting } from '../values/nesting.ts';

/**
 * Merges maps into the first one. What is there and not empty stays, or is overwritten by later maps; maps in maps are
 * merged.
 */
export function merge(into: GoMap, sources: readonly GoMap[], overwrite: boolean): GoMap {
  for (const source of sources) mergeMap(into, source, overwrite, 0);
  return into;
}

function mergeMap(into: GoMap, source: GoMap, overwrite: boolean, depth: number): void {
  checkNesting(depth);
  for (const key of Object.keys(source)) {
    const [mine, given] = [entry(into, key), entry(source, key)];
    if (isPlain(mine) && isPlain(given)) mergeMap(mine, given, overwrite, depth + 1);
    else if (replaces(mine, given, overwrite)) {
      Object.defineProperty(into, key, {
        value: given,
        writable: true,
        enumerable: true,
        configurable: true,
      });
    }
  }
}

const isPlain = (value: GoValue): value is GoMap => isMap(value) && elementsOf(value) === 'interface {}';

const replaces = (mine: GoValue, given: GoValue, overwrite: boolean): boolean =>
  overwrite || (mine === undefined ? given !== null : isEmpty(mine) && !isEmpty(given));

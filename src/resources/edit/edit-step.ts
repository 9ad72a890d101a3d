import type { Json } from '../../json.ts';
import type { Path } from '../../path.ts';
import type { Range } from '../range.ts';

/** A change of text: `range` is replaced by `text`. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/**
 * A change of a document in terms of its values. Paths are those of the document before any change:
 *
 * - `set`: another value in place of the scalar at `path`.
 * - `quote`: the scalar at `path` as text, the way it is written (`1.10` becomes `"1.10"`).
 * - `wrap`: an object with the one key `key` in place of the value, which it holds (`5` becomes `value: 5`).
 * - `rename`: another key for the value at `path`.
 * - `remove`: the value at `path` goes, with its key.
 * - `add`: another member for the object or list at `path`; `key` is for objects only.
 */
export type EditStep =
  | { readonly op: 'set'; readonly path: Path; readonly value: Json }
  | { readonly op: 'quote'; readonly path: Path }
  | { readonly op: 'wrap'; readonly path: Path; readonly key: string }
  | { readonly op: 'rename'; readonly path: Path; readonly name: string }
  | { readonly op: 'remove'; readonly path: Path }
  | { readonly op: 'add'; readonly path: Path; readonly key?: string; readonly value: Json };

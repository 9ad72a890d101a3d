import type { TokenReader } from './token-reader.ts';

/** What is known while one template is parsed. */
export interface Scope {
  readonly reader: TokenReader;
  /** Names of the variables that can be used, innermost last. */
  variables: string[];
  /** How many `range` are around, of this template. */
  loops: number;
  /** How many blocks and parentheses are around. */
  depth: number;
  readonly isFunction: (name: string) => boolean;
}

const maxDepth = 200;

/** Parses what is one level deeper, and refuses what is nested too deeply. */
export function nested<Result>(scope: Scope, at: number, parse: () => Result): Result {
  scope.depth += 1;
  if (scope.depth > maxDepth) throw scope.reader.fail(at, `more than ${maxDepth} levels of nesting`);
  const result = parse();
  scope.depth -= 1;
  return result;
}

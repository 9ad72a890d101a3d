import { RE2JS } from 're2js';

/** Says whether a text holds a match, in time that grows no faster than the text. */
export interface Pattern {
  readonly test: (text: string) => boolean;
}

const known = new Map<string, Pattern>();

/**
 * A regular expression of a CRD, in RE2's syntax. JavaScript's own engine is faster, but goes astray on repeated
 * groups that repeat inside, and does not know flags such as `(?i)`: those are left to RE2.
 */
export function linearPattern(source: string): Pattern {
  let pattern = known.get(source);
  if (pattern === undefined) {
    pattern = nestedRepeat.test(source) || source.includes('(?i)') ? re2(source) : new RegExp(source);
    known.set(source, pattern);
  }
  return pattern;
}

const nestedRepeat = /[+*]\)[+*{]/;

function re2(source: string): Pattern {
  const compiled = RE2JS.compile(source);
  return { test: (text) => compiled.matcher(text).find() };
}

import { RE2JS } from 're2js';

const known = new Map<string, RE2JS>();
const remembered = 10_000;

/** A regular expression as RE2 reads it; it must be a valid one. */
export function compiled(regex: string): RE2JS {
  const found = known.get(regex);
  if (found !== undefined) return found;
  if (known.size >= remembered) known.clear();
  const made = RE2JS.compile(regex);
  known.set(regex, made);
  return made;
}

import { envoyMessageNames } from '../../api/envoy/index.ts';
import { closest } from '../../closest.ts';

/**
 * The message that was probably meant by the name of an unknown one. Of messages called the same in other packages it
 * is the one with the most words in common: those of the v2 API moved, but kept their names.
 */
export function similarType(name: string): string | undefined {
  const known = found.get(name);
  if (known !== undefined) return known.type;
  if (found.size >= remembered) found.clear();
  const type = search(name);
  found.set(name, { type });
  return type;
}

const remembered = 1000;
/** Looking through all messages takes a while, and one mistake tends to be in many files. */
const found = new Map<string, { readonly type: string | undefined }>();

function search(name: string): string | undefined {
  const names = envoyMessageNames();
  const last = name.slice(name.lastIndexOf('.') + 1);
  const words = wordsOf(name);
  let best: string | undefined;
  let most = 1;
  for (const candidate of names) {
    if (!candidate.endsWith(`.${last}`)) continue;
    const common = [...wordsOf(candidate)].filter((word) => words.has(word)).length;
    if (common <= most) continue;
    best = candidate;
    most = common;
  }
  return best ?? closest(name, names);
}

const wordsOf = (name: string): Set<string> =>
  new Set(name.split(/[._]/).map((word) => word.replace(/s$/, '')));

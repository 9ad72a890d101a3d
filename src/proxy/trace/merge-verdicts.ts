import type { Verdict } from './trace.ts';

/** One verdict of several that are possible: several clusters that are all reached are one verdict. */
export function mergeVerdicts(verdicts: readonly Verdict[], because: readonly string[]): Verdict {
  const flat = verdicts.flatMap((each) => (each.kind === 'unknown' ? each.possibilities : [each]));
  const reasons = verdicts.flatMap((each) => (each.kind === 'unknown' ? each.because : []));
  const [first] = verdicts;
  if (verdicts.length === 1 && first !== undefined) return first;
  if (reasons.length === 0 && flat.every(reaches))
    return { kind: 'reaches', targets: flat.filter(reaches).flatMap(({ targets }) => targets) };
  const seen = new Map(flat.map((each) => [JSON.stringify(each), each]));
  const possibilities = [...seen.values()];
  const [only] = possibilities;
  if (possibilities.length === 1 && only !== undefined && reasons.length === 0) return only;
  return { kind: 'unknown', because: [...new Set([...because, ...reasons])], possibilities };
}

const reaches = (verdict: Verdict): verdict is Verdict & { kind: 'reaches' } => verdict.kind === 'reaches';

import type { Detection, DetectInput, DetectQuery, DetectVerdict, Evidence } from './detection.ts';
import { look } from './look.ts';
import { worldOf } from './world.ts';

/**
 * Whether a mesh has what is asked for, and where. `unseen` when what decides it was not given. A query without entries
 * is unseen.
 *
 * @throws {MeshctlError} `input` for a path that is none.
 */
export function detect({ match = 'any', entries }: DetectQuery, input: DetectInput): DetectVerdict {
  const world = worldOf(input);
  const looked = entries.map((entry) => ({ entry, verdict: look(entry, world) }));
  if (match === 'any') return anyOf(looked.map(({ verdict }) => verdict));
  if (match === 'all') return allOf(looked.map(({ verdict }) => verdict));
  const isRequired = ({ entry }: { readonly entry: Detection }): boolean => entry.required === true;
  const required = looked.filter(isRequired).map(({ verdict }) => verdict);
  const others = looked.filter((one) => !isRequired(one)).map(({ verdict }) => verdict);
  return allOf(others.length === 0 ? required : [...required, anyOf(others)]);
}

function anyOf(verdicts: readonly DetectVerdict[]): DetectVerdict {
  const evidence = verdicts.flatMap((verdict) => (verdict.state === 'yes' ? verdict.evidence : []));
  if (verdicts.some(({ state }) => state === 'yes')) return { state: 'yes', evidence };
  return verdicts.length > 0 && verdicts.every(({ state }) => state === 'no')
    ? { state: 'no' }
    : unseen(verdicts);
}

function allOf(verdicts: readonly DetectVerdict[]): DetectVerdict {
  if (verdicts.some(({ state }) => state === 'no')) return { state: 'no' };
  const met = verdicts.length > 0 && verdicts.every(({ state }) => state === 'yes');
  return met ? { state: 'yes', evidence: verdicts.flatMap(evidenceIn) } : unseen(verdicts);
}

const unseen = (verdicts: readonly DetectVerdict[]): DetectVerdict => ({
  state: 'unseen',
  missing: [...new Set(verdicts.flatMap((verdict) => (verdict.state === 'unseen' ? verdict.missing : [])))],
  evidence: verdicts.flatMap(evidenceIn),
});

const evidenceIn = (verdict: DetectVerdict): readonly Evidence[] =>
  verdict.state === 'no' ? [] : verdict.evidence;

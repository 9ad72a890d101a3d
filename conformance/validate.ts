import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readText } from '../src/resources/index.ts';
import { validate } from '../src/validate/index.ts';
import type { Finding } from '../src/finding.ts';
import type { Outcome } from './outcome.ts';

interface Verdict {
  readonly valid?: boolean;
  readonly checked?: boolean;
  readonly warnings?: readonly unknown[];
  readonly errors?: readonly { readonly code?: string; readonly path?: string; readonly stage?: string }[];
}

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly input: 'resource' | 'meshConfig' | 'meshNetworks';
  readonly mutation?: { readonly fault: string; readonly paths: readonly string[] };
  readonly document: string;
  readonly validator: Verdict;
  readonly crd?: Verdict;
  readonly crdStandard?: Verdict | 'same';
}

/** Every recorded document against the verdicts of the two real validators. */
export async function* validateCases(folder: string, filter: readonly string[]): AsyncGenerator<Outcome> {
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.jsonl')) continue;
    for (const line of readFileSync(path.join(folder, file), 'utf8').split('\n')) {
      if (line === '') continue;
      const recorded = JSON.parse(line) as Case;
      if (
        filter.length > 0 &&
        !filter.some((word) => recorded.id.includes(word.toLowerCase()) || file.includes(word))
      )
        continue;
      yield { id: recorded.id, mismatches: await mismatchesOf(recorded) };
    }
  }
}

const types = { resource: undefined, meshConfig: 'MeshConfig', meshNetworks: 'MeshNetworks' } as const;

async function mismatchesOf(recorded: Case): Promise<string[]> {
  const as = types[recorded.input];
  const run = async (channel: 'standard' | 'experimental') =>
    (await validate(readText(recorded.document, 'case.yaml'), { channel, ...(as !== undefined && { as }) }))
      .findings;
  const findings = await run('experimental');
  const standard = recorded.crdStandard;
  return [
    ...validatorMismatches(recorded, findings),
    ...crdMismatches(recorded.crd, findings, 'crd'),
    ...(standard === undefined || standard === 'same'
      ? []
      : crdMismatches(standard, await run('standard'), 'crdStandard')),
    ...placeMismatches(recorded, findings),
  ];
}

const refusedBy = (findings: readonly Finding[], who: 'istio' | 'apiserver'): readonly Finding[] =>
  findings.filter(({ severity, rejectedBy }) => severity === 'error' && rejectedBy.includes(who));

function validatorMismatches({ validator }: Case, findings: readonly Finding[]): string[] {
  const { valid, errors = [], warnings = [] } = validator;
  if (valid === undefined) return [];
  const warned = findings.some(({ severity }) => severity === 'warning');
  return [
    ...verdictMismatch(
      'Istio',
      valid,
      refusedBy(findings, 'istio'),
      errors.map(({ code }) => code).join(', '),
    ),
    ...(warnings.length > 0 && !warned ? [`Istio warns: ${JSON.stringify(warnings)}`] : []),
  ];
}

function verdictMismatch(
  who: string,
  valid: boolean,
  refused: readonly Finding[],
  reasons: string,
): string[] {
  if (valid && refused.length > 0) return [`${who} accepts it; ours: ${shown(refused)}`];
  return !valid && refused.length === 0 ? [`${who} refuses it: ${reasons}`] : [];
}

function crdMismatches(crd: Verdict | undefined, findings: readonly Finding[], name: string): string[] {
  if (crd?.checked !== true) return [];
  const { valid = true, errors = [] } = crd;
  const missed = errors.filter(
    ({ path: place = '' }) => !findings.some((finding) => related(steps(finding.path), steps(place))),
  );
  return [
    ...verdictMismatch(
      `${name}: the API server`,
      valid,
      refusedBy(findings, 'apiserver'),
      JSON.stringify(errors),
    ),
    ...missed.map(({ path: place = '' }) => `${name}: nothing at ${place}; ours: ${shown(findings)}`),
  ];
}

function placeMismatches({ mutation, validator, crd }: Case, findings: readonly Finding[]): string[] {
  if (mutation === undefined || (validator.valid !== false && crd?.valid !== false)) return [];
  const near = findings.some((finding) =>
    mutation.paths.some((place) => related(steps(finding.path), steps(place))),
  );
  return near ? [] : [`nothing near ${mutation.paths.join(', ')}; ours: ${shown(findings)}`];
}

/** Steps of a path in any of the notations of the corpus: `a.b[0]`, `a["x.y"]`, `a[x]`, `a.x/y`. */
const steps = (text: string): string => text.replace(/\["?([^\]"]*)"?\]/g, '.$1').replace(/^\./, '');

const related = (a: string, b: string): boolean =>
  a === b || a === '' || b === '' || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

const shown = (findings: readonly Finding[]): string =>
  findings.map(({ rule, path: place, message }) => `${rule} at ${place} (${message})`).join('; ');

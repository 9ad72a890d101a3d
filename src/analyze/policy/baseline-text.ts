import { apiVersion } from '../../output/index.ts';
import type { Baseline, BaselineEntry } from './baseline.ts';

export const baselineKind = 'Baseline';

/** A baseline as a file: JSON with one entry a line, so that a change shows as the lines that it adds and drops. */
export function baselineText(baseline: Baseline): string {
  const entries = baseline.map((entry) => `    ${JSON.stringify(entryBody(entry))}`);
  const list = entries.length === 0 ? '[]' : `[\n${entries.join(',\n')}\n  ]`;
  return `{\n  "apiVersion": "${apiVersion}",\n  "kind": "${baselineKind}",\n  "findings": ${list}\n}\n`;
}

function entryBody({ file, resource, code, rule, cluster, fingerprint, count }: BaselineEntry): object {
  return { file, resource, code, rule, ...(cluster !== undefined && { cluster }), fingerprint, count };
}

import { createHash } from 'node:crypto';
import { relative, resolve } from 'node:path';
import { compareText } from '../../compare-text.ts';
import type { Finding } from '../../finding.ts';
import type { BaselineEntry, BaselinePlace } from './baseline.ts';

/**
 * A finding as a baseline holds it. Its identity lasts when lines move, when items are put before it in a list, when
 * its message is worded anew, and when the resource gets another version of its API.
 */
export function baselineEntry(finding: Finding, place: BaselinePlace): BaselineEntry {
  const { code, rule, cluster } = finding;
  return {
    code,
    rule,
    resource: resourceText(finding),
    file: fileFrom(finding.file, place),
    ...(cluster !== undefined && { cluster }),
    fingerprint: fingerprintOf(finding),
    count: 1,
  };
}

function fingerprintOf(finding: Finding): string {
  const { code, rule, path, args, cluster = '' } = finding;
  const parts = [
    code,
    rule,
    resourceText(finding),
    path.replace(/\[\d+\]/g, '[]'),
    stableText(args),
    cluster,
  ];
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);
}

function resourceText({ resource: { kind, namespace = '', name } }: Finding): string {
  return `${kind} ${namespace === '' ? name : `${namespace}/${name}`}`.trim();
}

/** JSON whose keys are sorted, so that rules may change the order of their arguments. */
function stableText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => compareText(a, b)))
      : part,
  );
}

/** Standard input, and what comes from a cluster, has no place in the file system. */
function fileFrom(file: string, { cwd, folder }: BaselinePlace): string {
  if (file === '-' || /^\w+:\/\//.test(file)) return file;
  return relative(folder, resolve(cwd, file)).replaceAll('\\', '/');
}

import { MeshctlError } from '../../errors.ts';
import type { Json, JsonObject } from '../../json.ts';
import { apiVersion } from '../../output/index.ts';
import { formatPath, type Path } from '../../path.ts';
import { readText, type Range, type SourceDocument } from '../../resources/index.ts';
import type { Baseline, BaselineEntry } from './baseline.ts';
import { baselineKind } from './baseline-text.ts';
import { mergeEntries } from './make-baseline.ts';

/** Reads a baseline from the text of a file. Throws `MeshctlError('input')`, which names the place of what is wrong. */
export function readBaseline(text: string, file: string): Baseline {
  refuseConflict(text, file);
  const [document, second] = readText(text, file).documents;
  if (document === undefined) throw new MeshctlError('input', `${file}: the baseline is empty`, { hint });
  const [problem] = document.problems;
  if (problem !== undefined)
    throw new MeshctlError('input', `${placeOf(file, problem.range)}: ${problem.message}`, { hint });
  if (second !== undefined) throw wrong(second, [], 'a second document');
  return mergeEntries(entriesOf(document));
}

const hint = 'give a baseline that meshctl has written, or write it anew';

/** Baselines change on many branches; each line stands for itself, so that keeping the lines of both sides is right. */
function refuseConflict(text: string, file: string): void {
  const conflict = /^<{7} .*$/m.exec(text);
  if (conflict === null) return;
  const line = text.slice(0, conflict.index).split('\n').length;
  throw new MeshctlError('input', `${file}:${line}:1: git has left a conflict here`, {
    hint: 'keep the lines of both sides, with commas between them; stale ones can be pruned later',
  });
}

function entriesOf(document: SourceDocument): BaselineEntry[] {
  const root = objectAt(document, document.value ?? null, []);
  if (root.kind !== baselineKind) throw wrong(document, ['kind'], `kind must be ${baselineKind}`);
  if (root.apiVersion !== apiVersion) {
    const other = typeof root.apiVersion === 'string' ? `, not ${root.apiVersion}` : '';
    throw wrong(document, ['apiVersion'], `apiVersion must be ${apiVersion}${other}`);
  }
  const { findings } = root;
  if (!Array.isArray(findings)) throw wrong(document, ['findings'], 'findings must be a list');
  return findings.map((value, i) => entryAt(document, value, ['findings', i]));
}

function entryAt(document: SourceDocument, value: Json, path: Path): BaselineEntry {
  const entry = objectAt(document, value, path);
  const text = (name: string): string => textAt(document, entry, [...path, name]);
  return {
    ...{ code: text('code'), rule: text('rule'), resource: text('resource'), file: text('file') },
    ...(entry.cluster !== undefined && { cluster: text('cluster') }),
    fingerprint: fingerprintAt(document, entry, path),
    count: countAt(document, entry, path),
  };
}

function fingerprintAt(document: SourceDocument, { fingerprint }: JsonObject, path: Path): string {
  if (typeof fingerprint === 'string' && /^[0-9a-f]{16}$/.test(fingerprint)) return fingerprint;
  throw wrong(document, [...path, 'fingerprint'], 'fingerprint must be 16 hexadecimal digits');
}

function countAt(document: SourceDocument, { count }: JsonObject, path: Path): number {
  if (typeof count === 'number' && Number.isSafeInteger(count) && count >= 1) return count;
  throw wrong(document, [...path, 'count'], 'count must be a whole number from 1 on');
}

function objectAt(document: SourceDocument, value: Json, path: Path): JsonObject {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw wrong(document, path, `${formatPath(path) || 'a baseline'} must be an object`);
}

function textAt(document: SourceDocument, entry: JsonObject, path: Path): string {
  const name = String(path.at(-1));
  const value = entry[name];
  if (typeof value === 'string') return value;
  throw wrong(document, path, `${name} must be text`);
}

function wrong(document: SourceDocument, path: Path, message: string): MeshctlError {
  const { value } = document.locate(path);
  return new MeshctlError('input', `${placeOf(document.file, value)}: ${message}`, { hint });
}

function placeOf(file: string, { start: { line, column } }: Range): string {
  return `${file}:${line}:${column}`;
}

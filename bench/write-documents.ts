import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { documents } from './documents.ts';
import { meshDocuments } from './mesh-documents.ts';

/** How much to write, and into how many files. */
export interface Amount {
  readonly documents: number;
  readonly files?: number;
  readonly seed?: number;
  /** A mesh whose objects refer to each other, instead of documents by themselves. */
  readonly mesh?: boolean;
}

/** Writes documents evenly into `part-000.yaml`, `part-001.yaml`, ... of a folder, which is emptied first. */
export function writeDocuments(
  folder: string,
  { documents: count, files = 1, seed = 1, mesh = false }: Amount,
): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const perFile = Math.ceil(count / files);
  let texts: string[] = [];
  let part = 0;
  for (const { text } of mesh ? meshDocuments(count) : documents(count, seed)) {
    texts.push(text);
    if (texts.length < perFile) continue;
    writeTexts(join(folder, nameOf(part++)), texts);
    texts = [];
  }
  if (texts.length > 0) writeTexts(join(folder, nameOf(part)), texts);
}

const nameOf = (part: number): string => `part-${String(part).padStart(3, '0')}.yaml`;

function writeTexts(file: string, texts: readonly string[]): void {
  const descriptor = openSync(file, 'w');
  for (let from = 0; from < texts.length; from += 1000) {
    const prefix = from === 0 ? '' : '---\n';
    writeSync(descriptor, prefix + texts.slice(from, from + 1000).join('---\n'));
  }
  closeSync(descriptor);
}

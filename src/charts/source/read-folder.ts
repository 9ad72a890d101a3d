import { readdirSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join, sep } from 'node:path';
import { compareText } from '../../compare-text.ts';
import { MeshctlError, messageOf } from '../../errors.ts';
import { checkCount, checkSize } from './limits.ts';
import type { SourceFile } from './source-file.ts';

/**
 * The files below a folder, in order. Links are followed as long as they stay inside of it.
 *
 * @throws {MeshctlError} `input` for a folder that cannot be read or has too many files.
 */
export function readFolder(folder: string): SourceFile[] {
  const files: SourceFile[] = [];
  const root = realpathSync(folder);
  const walk = (path: string, name: string, above: readonly string[]): void => {
    const real = realpathSync(path);
    if (above.includes(real)) return;
    for (const entry of entriesOf(path)) {
      const inner = name === '' ? entry.name : `${name}/${entry.name}`;
      const target = targetOf(join(path, entry.name), entry, root);
      if (target.isFolder) walk(join(path, entry.name), inner, [...above, real]);
      else files.push({ name: inner, read: () => readFile(join(path, entry.name), target.refused) });
      checkCount(folder, files.length);
    }
  };
  walk(folder, '', []);
  return files;
}

/** Folders that hold no charts, but may hold a great many files. */
const skipped = new Set(['.git', 'node_modules']);

function entriesOf(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter(({ name }) => !skipped.has(name))
      .sort((a, b) => compareText(a.name, b.name));
  } catch (cause) {
    throw new MeshctlError('input', `cannot read the folder ${path}`, { reason: messageOf(cause), cause });
  }
}

interface Target {
  readonly isFolder: boolean;
  /** Why it must not be read. */
  readonly refused?: string;
}

function targetOf(path: string, entry: Dirent, root: string): Target {
  if (!entry.isSymbolicLink()) {
    const isFolder = entry.isDirectory();
    return { isFolder, ...(!isFolder && !entry.isFile() && { refused: 'is no plain file' }) };
  }
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return { isFolder: false, refused: 'is a link that leads nowhere' };
  if (!`${realpathSync(path)}${sep}`.startsWith(`${root}${sep}`)) {
    return { isFolder: false, refused: 'is a link that leads out of the folder' };
  }
  return { isFolder: found.isDirectory() };
}

function readFile(path: string, refused: string | undefined): Uint8Array {
  if (refused !== undefined) throw new MeshctlError('input', `${path} ${refused}`);
  checkSize(path, statSync(path).size);
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new MeshctlError('input', `cannot read ${path}`, { reason: messageOf(cause), cause });
  }
}

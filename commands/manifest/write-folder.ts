import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MeshctlError, messageOf } from '../../src/errors.ts';

/** A file to write: its name in the folder, and its text. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
  /** Whether it is a script. */
  readonly executable?: boolean;
}

/**
 * Writes files into a folder: all of them first to a draft beside them, which are then moved into place, so that none is
 * ever half of what it should be. Other files there stay.
 *
 * @returns the names of other YAML files in the folder, which may be of an earlier time.
 */
export function writeFolder(cwd: string, folder: string, files: readonly NamedText[]): readonly string[] {
  const target = path.resolve(cwd, folder);
  try {
    mkdirSync(target, { recursive: true });
    const draft = mkdtempSync(path.join(target, '.draft-'));
    try {
      for (const { name, text, executable } of files)
        writeFileSync(path.join(draft, name), text, { mode: executable === true ? 0o755 : 0o666 });
      for (const { name } of files) renameSync(path.join(draft, name), path.join(target, name));
    } finally {
      rmSync(draft, { recursive: true });
    }
  } catch (cause) {
    throw new MeshctlError('input', `cannot write to ${folder}`, {
      reason: messageOf(cause),
      hint: 'name a folder that you may write to with --output-dir',
      cause,
    });
  }
  const written = new Set(files.map(({ name }) => name));
  return readdirSync(target).filter((name) => /\.ya?ml$/.test(name) && !written.has(name));
}

import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MeshctlError } from '../src/errors.ts';

/** Writes a file whole or not at all: into a neighbour first, which then takes its place. */
export function writeFileAtomically(cwd: string, file: string, text: string): void {
  const target = path.resolve(cwd, file);
  const draft = `${target}.${process.pid}.tmp`;
  try {
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(draft, text);
    renameSync(draft, target);
  } catch (cause) {
    if (existsSync(draft)) rmSync(draft);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MeshctlError('input', `cannot write ${file}`, {
      reason,
      hint: 'name a file in a folder that you may write to',
      cause,
    });
  }
}

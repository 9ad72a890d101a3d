import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { MeshctlError, messageOf } from '../../src/errors.ts';
import { bundleFileNames, certificateFileNames, type BundleFiles } from '../../src/vm/index.ts';

/**
 * Writes files of a VM, and `install.sh` beside them, all that are given or none: into a draft beside the folder, which
 * then takes its place. They are for their owner alone (0700, 0600). In a folder that is there, these files are replaced
 * and others stay; but a certificate that is there goes with a whole bundle that has none.
 */
export function writeBundle(
  cwd: string,
  folder: string,
  files: Readonly<Partial<BundleFiles> & { 'install.sh'?: string }>,
): void {
  const target = path.resolve(cwd, folder);
  const given = names.filter((name) => files[name] !== undefined);
  try {
    const parent = path.dirname(target);
    mkdirSync(parent, { recursive: true });
    const draft = mkdtempSync(path.join(existsSync(target) ? target : parent, '.meshctl-vm-'));
    try {
      for (const name of given)
        writeFileSync(path.join(draft, name), files[name] ?? '', { mode: 0o600, flag: 'wx', flush: true });
      if (existsSync(target)) replaceFiles(draft, target, given);
      else renameSync(draft, target);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  } catch (cause) {
    throw new MeshctlError('input', `cannot write to ${folder}`, {
      reason: messageOf(cause),
      hint: 'name a folder that you may write to with -o',
      cause,
    });
  }
}

const names = [...bundleFileNames, ...certificateFileNames, 'install.sh'] as const;
const ofBundle = names.filter((name) => name !== 'install.sh');

/** The old files wait in the draft, and come back when one of the new ones cannot take its place. */
function replaceFiles(draft: string, target: string, given: readonly string[]): void {
  const old = path.join(draft, 'old');
  mkdirSync(old, { mode: 0o700 });
  const placed: string[] = [];
  try {
    for (const name of new Set([...(isWhole(given) ? ofBundle : []), ...given])) {
      checkReplaceable(path.join(target, name), name);
      if (existsSync(path.join(target, name))) renameSync(path.join(target, name), path.join(old, name));
      placed.push(name);
      if (given.includes(name)) renameSync(path.join(draft, name), path.join(target, name));
    }
  } catch (cause) {
    for (const name of placed) {
      rmSync(path.join(target, name), { force: true });
      if (existsSync(path.join(old, name))) renameSync(path.join(old, name), path.join(target, name));
    }
    throw cause;
  }
  const known = new Set<string>([...names, path.basename(draft)]);
  if (readdirSync(target).every((name) => known.has(name))) chmodSync(target, 0o700);
}

/** A folder is nobody's to remove, whatever it is called. */
function checkReplaceable(file: string, name: string): void {
  if (lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new Error(`there is a folder ${name} in it`);
}

const isWhole = (given: readonly string[]): boolean => bundleFileNames.every((name) => given.includes(name));

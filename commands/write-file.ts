import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { MeshctlError, messageOf } from '../src/errors.ts';

/**
 * Writes a file whole or not at all: into a neighbour first, which then takes its place. What is no file, such as
 * `/dev/stdout` or a pipe, stays in its place and is written to; a link stays a link. With `mode` the file gets these
 * permissions, one that was there too.
 */
export function writeFileAtomically(
  cwd: string,
  file: string,
  text: string,
  { mode }: { readonly mode?: number } = {},
): void {
  try {
    const named = path.resolve(cwd, file);
    makeFolder(path.dirname(named));
    const present = statSync(named, { throwIfNoEntry: false });
    if (present === undefined) replace(endOfLink(named), text, mode);
    else if (present.isFile()) replace(realpathSync(named), text, mode ?? present.mode);
    else writeFileSync(named, text);
  } catch (cause) {
    const reason = messageOf(cause);
    throw new MeshctlError('input', `cannot write ${file}`, {
      reason,
      hint: 'name a file in a folder that you may write to',
      cause,
    });
  }
}

/** With the mode of the file that is replaced; a new file has what the shell wants. */
function replace(target: string, text: string, mode?: number): void {
  const draft = `${target}.${randomUUID()}.tmp`;
  try {
    writeFileSync(draft, text, { flag: 'wx', ...(mode !== undefined && { mode: mode & 0o777 }) });
    if (mode !== undefined) chmodSync(draft, mode & 0o777);
    renameSync(draft, target);
  } catch (cause) {
    if (existsSync(draft)) rmSync(draft);
    throw cause;
  }
}

/** Where a link leads whose file is not there yet; anything else is its own end. */
function endOfLink(file: string): string {
  const isLink = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  return isLink ? path.resolve(path.dirname(file), readlinkSync(file)) : file;
}

/** With `recursive`, Node.js 20 never returns from where no folder can be made, such as `/proc`. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
}

import { readFileSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';
import { MeshctlError, messageOf } from '../../src/errors.ts';
import {
  bundleFileNames,
  certificateFileNames,
  type BundleFileName,
  type CertificateFileName,
  type SavedBundle,
  type SavedFile,
} from '../../src/vm/index.ts';
import type { Io } from '../io.ts';

/** No file of a bundle is that large. */
const mostBytes = 5_000_000;

/**
 * Reads the files of a VM from a folder; those that are missing are missing in the answer.
 *
 * @throws {MeshctlError} `input` for a folder that is none, and for files that cannot be read.
 */
export function readBundle({ cwd, runtime }: Pick<Io, 'cwd' | 'runtime'>, folder: string): SavedBundle {
  /** Windows has no permission bits. */
  const withMode = ({ text, mode }: Required<SavedFile>): SavedFile =>
    runtime.platform === 'win32' ? { text } : { text, mode };
  const target = path.resolve(cwd, folder);
  const present = statOf(target, folder);
  if (present?.isDirectory() !== true)
    throw new MeshctlError('input', `${folder} is no folder`, {
      hint: 'name the folder with the files of a VM',
    });
  const names = [...bundleFileNames, ...certificateFileNames];
  const found = names.flatMap((name): [BundleFileName | CertificateFileName, SavedFile][] => {
    const file = readOne(path.join(target, name), path.join(folder, name));
    return file === undefined ? [] : [[name, withMode(file)]];
  });
  if (found.length === 0)
    throw new MeshctlError('input', `${folder} holds none of the files of a VM`, {
      hint: `they are ${bundleFileNames.join(', ')}: \`meshctl vm bundle -o\` writes them`,
    });
  const { mode } = withMode({ text: '', mode: present.mode & 0o777 });
  return { files: Object.fromEntries(found), ...(mode !== undefined && { mode }) };
}

function readOne(file: string, name: string): Required<SavedFile> | undefined {
  const present = statOf(file, name);
  if (present === undefined) return undefined;
  if (!present.isFile() || present.size > mostBytes)
    throw new MeshctlError('input', `${name} is no file of a VM`, {
      reason: present.isFile() ? `it has ${present.size} bytes` : 'it is no plain file',
      hint: 'name the folder that `meshctl vm bundle -o` wrote',
    });
  try {
    return { text: readFileSync(file, 'utf8'), mode: present.mode & 0o777 };
  } catch (cause) {
    throw unreadable(name, cause);
  }
}

/** Undefined for what is not there. A link in a circle, or a folder that may not be entered, is another matter. */
function statOf(file: string, name: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch (cause) {
    throw unreadable(name, cause);
  }
}

const unreadable = (name: string, cause: unknown): MeshctlError =>
  new MeshctlError('input', `cannot read ${name}`, {
    reason: messageOf(cause),
    hint: 'the files are for their owner alone: run this as the one who wrote them',
    cause,
  });

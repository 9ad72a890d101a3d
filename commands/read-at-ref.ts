import { spawnSync } from 'node:child_process';
import { extname, relative, resolve, sep } from 'node:path';
import { MeshctlError, type ErrorCode } from '../src/errors.ts';
import { isGlob, matchesGlob, readText, type ReadResult } from '../src/resources/index.ts';

/**
 * What the paths held at a commit: the files that `readResources` would have read there. Throws `MeshctlError` where
 * there is no such commit or no repository, and for standard input, which has no past.
 */
export function readAtRef(cwd: string, ref: string, paths: readonly string[]): ReadResult {
  if (paths.includes('-')) {
    throw new MeshctlError('usage', '--since cannot tell what standard input was before', {
      hint: 'name the files of the repository',
    });
  }
  const commit = git(cwd, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], {
    code: 'input',
    message: `there is no commit ${ref}`,
    hint: 'in CI, fetch it first: `git fetch origin main`, or a checkout with its whole history',
  });
  const files = filesAt(cwd, commit.toString('utf8').trim(), paths);
  const texts = blobsOf(cwd, files);
  const reads = files.map(({ name }, index) => readText(texts[index] ?? '', name));
  return {
    documents: reads.flatMap(({ documents }) => documents),
    resources: reads.flatMap(({ resources }) => resources),
    files: reads.length,
    notices: [],
  };
}

const extensions = new Set(['.yaml', '.yml', '.json']);
const isForeign = (folder: string): boolean => folder === 'node_modules' || folder.startsWith('.');

/** A file that is named is read whatever its name. */
const isRead = (name: string, paths: readonly string[]): boolean =>
  paths.includes(name) ||
  (extensions.has(extname(name)) &&
    !name
      .split('/')
      .slice(0, -1)
      .some((folder) => folder !== '..' && isForeign(folder)));

interface FileAt {
  readonly name: string;
  /** What git calls its text. */
  readonly id: string;
}

/** The files of a commit that paths and patterns mean; links and submodules are none. */
function filesAt(cwd: string, commit: string, paths: readonly string[]): FileAt[] {
  const written = paths.map((path) => relative(cwd, resolve(cwd, path)).split(sep).join('/') || '.');
  const patterns = written.filter(isGlob);
  const named = written.filter((path) => !isGlob(path));
  const below = (folders: readonly string[]): FileAt[] =>
    folders.length === 0 ? [] : listed(git(cwd, ['ls-tree', '-r', '-z', commit, '--', ...folders]));
  const found = [
    ...below(named).filter(({ name }) => isRead(name, named)),
    ...below([...new Set(patterns.map(folderOf))]).filter(
      ({ name }) => isRead(name, named) && patterns.some((pattern) => matchesGlob(pattern, name)),
    ),
  ];
  return [...new Map(found.map((file) => [file.name, file])).values()];
}

/** The folder that all files of a pattern are in. */
function folderOf(pattern: string): string {
  const steps = pattern.split('/');
  return steps.slice(0, steps.findIndex(isGlob)).join('/') || '.';
}

const listed = (lines: Buffer): FileAt[] =>
  lines
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const [, id, name] = /^100\d{3} blob (\S+)\t(.+)$/s.exec(line) ?? [];
      return id === undefined || name === undefined ? [] : [{ name, id }];
    });

/** The texts of files, in their order. Names with line breaks would not get through: git is asked by what it calls them. */
function blobsOf(cwd: string, files: readonly FileAt[]): string[] {
  const out = git(cwd, ['cat-file', '--batch'], usually, files.map(({ id }) => `${id}\n`).join(''));
  const texts: string[] = [];
  let at = 0;
  while (at < out.length) {
    const begin = out.indexOf('\n', at) + 1;
    const size = Number(out.toString('utf8', at, begin).trim().split(' ').at(-1));
    texts.push(out.toString('utf8', begin, begin + size));
    at = begin + size + 1;
  }
  return texts;
}

const mostOutput = 1 << 30;

/** Why a call of git is made, for when it fails. */
interface Purpose {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
}

const usually: Purpose = {
  code: 'environment',
  message: 'git cannot tell what was there before',
  hint: '--since needs git, and files in a repository',
};

function git(cwd: string, args: readonly string[], { code, message, hint } = usually, input = ''): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', args, { cwd, input, maxBuffer: mostOutput });
  if (error !== undefined)
    throw new MeshctlError('environment', message, { reason: error.message, hint, cause: error });
  if (status === 0) return stdout;
  const [said = ''] = stderr.toString('utf8').trim().split('\n');
  throw new MeshctlError(code, message, { hint, ...(said !== '' && { reason: said }) });
}

import { spawnSync } from 'node:child_process';
import { extname } from 'node:path';
import { MeshctlError } from '../src/errors.ts';
import { readText, type ReadResult } from '../src/resources/index.ts';

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
  git(cwd, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], {
    message: `there is no commit ${ref}`,
    hint: 'in CI, fetch it first: `git fetch origin main`, or a checkout with its whole history',
  });
  const listed = git(cwd, ['ls-tree', '-r', '-z', '--name-only', ref, '--', ...paths]).toString('utf8');
  const files = listed.split('\0').filter((name) => name !== '' && isRead(name, paths));
  const reads = blobsOf(cwd, ref, files).map((text, index) => readText(text, files[index] ?? ''));
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

/** The texts of files at a commit, in their order. */
function blobsOf(cwd: string, ref: string, files: readonly string[]): string[] {
  const input = files.map((file) => `${ref}:./${file}\n`).join('');
  const out = git(cwd, ['cat-file', '--batch'], usually, input);
  const texts: string[] = [];
  let at = 0;
  while (at < out.length) {
    const end = out.indexOf('\n', at);
    const size = Number(/ blob (\d+)$/.exec(out.toString('utf8', at, end))?.[1] ?? NaN);
    // Links and submodules are no files of the repository; their place stays, so that names and texts agree.
    if (Number.isNaN(size)) {
      texts.push('');
      at = end + 1;
      continue;
    }
    texts.push(out.toString('utf8', end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return texts;
}

const mostOutput = 1 << 30;

/** Why a call of git is made, for when it fails. */
interface Purpose {
  readonly message: string;
  readonly hint: string;
}

const usually: Purpose = {
  message: 'git cannot tell what was there before',
  hint: '--since needs git, and files in a repository',
};

function git(cwd: string, args: readonly string[], { message, hint } = usually, input = ''): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', args, { cwd, input, maxBuffer: mostOutput });
  if (error !== undefined)
    throw new MeshctlError('environment', message, { reason: error.message, hint, cause: error });
  if (status === 0) return stdout;
  const [said = ''] = stderr.toString('utf8').trim().split('\n');
  throw new MeshctlError('environment', message, { hint, ...(said !== '' && { reason: said }) });
}

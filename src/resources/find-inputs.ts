import { readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { closest } from '../closest.ts';
import { compareText } from '../compare-text.ts';
import { MeshctlError, messageOf } from '../errors.ts';
import { expandGlob, isGlob } from './glob.ts';

/** A file to read. */
export interface Input {
  /** Absolute path; undefined for standard input. */
  readonly path: string | undefined;
  /** The name it has in findings. */
  readonly file: string;
}

export interface Inputs {
  readonly inputs: readonly Input[];
  readonly notices: readonly string[];
}

/**
 * The files that paths stand for: a file itself whatever its extension, the `.yaml`, `.yml` and `.json` files (and the
 * same with `.gz`) below a folder in lexical order (without `node_modules` and hidden folders), what a pattern matches, `-` for standard input. Each file occurs once. Throws
 * `MeshctlError('input')` for a path that does not exist and a pattern that matches nothing.
 */
export function findInputs(
  paths: readonly string[],
  cwd: string,
  stdinName: string,
  except: readonly string[] = [],
): Inputs {
  const finder = new Finder(cwd, stdinName, except);
  for (const path of paths) finder.take(path);
  return finder;
}

const extensions = new Set(['.yaml', '.yml', '.json']);

class Finder implements Inputs {
  readonly inputs: Input[] = [];
  readonly notices: string[] = [];
  private readonly cwd: string;
  private readonly stdinName: string;
  private readonly seen = new Set<string>();
  /** Folders walked, so that links in a circle end. */
  private readonly walked = new Set<string>();

  constructor(cwd: string, stdinName: string, except: readonly string[]) {
    this.cwd = cwd;
    this.stdinName = stdinName;
    for (const file of except) this.seen.add(realPath(resolve(cwd, file)));
  }

  take(path: string): void {
    if (path === '') throw new MeshctlError('input', 'the name of a file is empty', { hint: kinds });
    if (path === '-') this.addStdin();
    else if (this.exists(path)) this.takeExisting(path);
    else if (isGlob(path)) this.takePattern(path);
    else throw missing(path, this.cwd);
  }

  private exists(path: string): boolean {
    try {
      statSync(resolve(this.cwd, path));
      return true;
    } catch (cause) {
      if (isMissing(cause)) return false;
      throw new MeshctlError('input', `cannot open ${path}`, { reason: reasonOf(cause), cause });
    }
  }

  private takePattern(pattern: string): void {
    const matches = expandGlob(pattern, this.cwd);
    if (matches.length === 0) {
      const hint = 'Check the pattern; `**` stands for any number of folders.';
      throw new MeshctlError('input', `no file matches ${pattern}`, { hint });
    }
    for (const match of matches) this.takeExisting(match);
  }

  private takeExisting(path: string): void {
    const absolute = resolve(this.cwd, path);
    if (!statSync(absolute).isDirectory()) {
      this.add(absolute, path.split(sep).join('/'));
      return;
    }
    const before = this.seen.size;
    this.walk(absolute);
    if (this.seen.size === before && !this.holdsSeenFiles(absolute)) {
      this.notices.push(`${path} holds no .yaml, .yml or .json file`);
    }
  }

  /** Whether a folder added nothing only because its files were read already. */
  private holdsSeenFiles(directory: string): boolean {
    const real = realpathSync(directory) + sep;
    return [...this.seen].some((file) => file.startsWith(real));
  }

  private walk(directory: string): void {
    const real = realpathSync(directory);
    if (this.walked.has(real)) return;
    this.walked.add(real);
    for (const name of namesIn(directory)) {
      const path = join(directory, name);
      const stats = statsOf(path);
      if (stats?.isDirectory()) this.walkBelow(path, name);
      else if (!extensions.has(extname(name.replace(/\.gz$/, '')))) continue;
      else if (stats === undefined) this.notices.push(`skipped ${this.name(path)}: ${whyGone(name)}`);
      else if (stats.isFile()) this.add(path, this.name(path));
      else this.notices.push(`skipped ${this.name(path)}: a pipe or device is read only when it is named`);
    }
  }

  private walkBelow(path: string, name: string): void {
    if (!isForeign(name)) this.walk(path);
  }

  private name(path: string): string {
    return relative(this.cwd, path).split(sep).join('/');
  }

  private add(path: string, file: string): void {
    const real = realPath(path);
    if (this.seen.has(real)) return;
    this.seen.add(real);
    this.inputs.push({ path, file });
  }

  private addStdin(): void {
    if (this.seen.has('-')) return;
    this.seen.add('-');
    this.inputs.push({ path: undefined, file: this.stdinName });
  }
}

/** Folders below a named one that hold what tools put there, not what people wrote; by their own name they are read. */
const isForeign = (name: string): boolean => name === 'node_modules' || name.startsWith('.');

/** Node.js cannot open a file by a name with other bytes than those of UTF-8. */
const whyGone = (name: string): string =>
  name.includes('\ufffd') ? 'its name is not UTF-8' : 'the link leads nowhere';

/** Undefined for a link that leads nowhere or in a circle. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** Pipes such as `/dev/fd/63` have no real path. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory).sort(compareText);
  } catch (cause) {
    throw new MeshctlError('input', `cannot read the folder ${directory}`, {
      reason: reasonOf(cause),
      cause,
    });
  }
}

const kinds = 'Give a file, a folder, a pattern, or - for standard input.';

/** Nothing is there, or what should be a folder on the way is a file. */
const isMissing = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR');

function missing(path: string, cwd: string): MeshctlError {
  const folder = dirname(resolve(cwd, path));
  const near = closest(basename(path), siblings(folder));
  const hint = near === undefined ? kinds : `Did you mean ${join(dirname(path), near)}?`;
  return new MeshctlError('input', `${path} does not exist`, { hint });
}

function siblings(folder: string): string[] {
  try {
    return readdirSync(folder).sort(compareText);
  } catch {
    return [];
  }
}

/** What the system said, without the call it was about. */
export function reasonOf(cause: unknown): string {
  return messageOf(cause).replace(/, \w+ '.*$/, '');
}

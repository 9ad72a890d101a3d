import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Io } from '../io.ts';

export interface SettingsFile {
  /** `flag` is the file of --config or MESHCTL_CONFIG, which stands alone. */
  readonly kind: 'flag' | 'project' | 'user';
  readonly path: string;
  /** The path as messages show it. */
  readonly shown: string;
  readonly exists: boolean;
}

type Outside = Pick<Io, 'env' | 'cwd'>;

/**
 * The settings files that count, the strongest first: the file that `config` (or MESHCTL_CONFIG) names and no other, or
 * the project's and the user's; none when `config` is false. A project file is listed only if there is one.
 */
export function findSettingsFiles(config: string | false | undefined, io: Outside): readonly SettingsFile[] {
  if (config === false) return [];
  const named = config ?? io.env.MESHCTL_CONFIG;
  if (named) return [file('flag', resolve(io.cwd, named), named)];
  return [...projectFile(io), ...userFile(io)];
}

/**
 * A `meshctl.yml` where a `meshctl.yaml` would have been read, as messages show it. People expect it to count, but two
 * names for one file would leave open which of them does.
 */
export function misnamedFile(config: string | false | undefined, io: Outside): string | undefined {
  if (config === false || (config ?? io.env.MESHCTL_CONFIG)) return undefined;
  for (const folder of projectFolders(io.cwd)) {
    if (existsSync(join(folder, projectName))) return undefined;
    const path = join(folder, 'meshctl.yml');
    if (existsSync(path)) return relative(io.cwd, path);
  }
  return undefined;
}

const projectName = 'meshctl.yaml';

function projectFile({ cwd }: Outside): readonly SettingsFile[] {
  for (const folder of projectFolders(cwd)) {
    const path = join(folder, projectName);
    if (existsSync(path)) return [file('project', path, relative(cwd, path))];
  }
  return [];
}

/** The working directory and the folders above it, up to the root of the git repository. */
function* projectFolders(cwd: string): Generator<string> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    yield folder;
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return;
  }
}

/** `meshctl/config.yaml` below $XDG_CONFIG_HOME, or else below `.config` in the home directory. */
function userFile({ env }: Outside): readonly SettingsFile[] {
  const home = env.HOME ?? env.USERPROFILE;
  const base = isSet(env.XDG_CONFIG_HOME) ? env.XDG_CONFIG_HOME : home && join(home, '.config');
  if (!isSet(base)) return [];
  const path = join(base, 'meshctl', 'config.yaml');
  return [file('user', path, path)];
}

function isSet(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}

function file(kind: SettingsFile['kind'], path: string, shown: string): SettingsFile {
  return { kind, path, shown, exists: existsSync(path) };
}

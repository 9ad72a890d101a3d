import { createReadStream } from 'node:fs';
import { MeshctlError, messageOf } from '../../src/errors.ts';
import type { Entry } from '../entry.ts';
import type { Io } from '../io.ts';
import { findSettingsFiles, type SettingsFile } from './find-files.ts';
import type { ProjectSettings } from './project-settings.ts';
import type { Section } from './section.ts';

interface SettingsLayer {
  readonly file: SettingsFile;
  readonly root: Section;
  readonly project: ProjectSettings;
}

/** What can set an option besides its flag, the strongest first: the environment, then the files. */
export interface Settings {
  readonly env: Io['env'];
  readonly layers: readonly SettingsLayer[];
}

/** Reads the settings files that count when `config` is what --config says. The YAML library is loaded only when there is one. */
export async function readSettings(
  config: string | false | undefined,
  io: Pick<Io, 'env' | 'cwd'>,
  table: readonly Entry[],
): Promise<Settings> {
  const layers: SettingsLayer[] = [];
  for (const file of findSettingsFiles(config, io)) {
    if (!file.exists && file.kind !== 'flag') continue;
    const text = await readText(file);
    const { parseSettings } = await import('./parse-settings.ts');
    layers.push({ file, ...parseSettings(text, file, table) });
  }
  return { env: io.env, layers };
}

/** Far more than any settings; the YAML library takes quadratic time for long mappings. */
const maxSize = 256 * 1024;

async function readLimited(path: string): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of createReadStream(path, { end: maxSize })) pieces.push(piece as Buffer);
  const bytes = Buffer.concat(pieces);
  if (bytes.length > maxSize) throw new Error('it is larger than 256 KB');
  return bytes.toString();
}

async function readText({ kind, path, shown }: SettingsFile): Promise<string> {
  try {
    return await readLimited(path);
  } catch (cause) {
    throw new MeshctlError('input', `cannot read the settings file ${shown}`, {
      reason: messageOf(cause),
      hint:
        kind === 'flag'
          ? 'mend the path in --config or MESHCTL_CONFIG'
          : '--no-config runs without settings files',
      cause,
    });
  }
}

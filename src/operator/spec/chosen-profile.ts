import { closest } from '../../closest.ts';
import { MeshctlError } from '../../errors.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import { mergeValues } from './merge-values.ts';
import type { SpecFile, SpecInputs } from './operator-spec.ts';
import { profileNamed, profileNames } from './profiles.ts';
import { readSpecFile } from './read-spec-file.ts';

/** The IstioOperator at the bottom of all layers. */
interface Profile {
  readonly name: string;
  readonly operator: JsonObject;
}

/**
 * The profile that a spec asks for: a file of the user's own, laid over the default profile, or a built-in one.
 *
 * @throws {MeshctlError} `usage` when there is none of the name.
 */
export async function chosenProfile(
  asked: JsonObject,
  readFrom: SpecInputs['readProfile'],
): Promise<Profile> {
  const { profile, installPackagePath } = isObject(asked.spec) ? asked.spec : {};
  const name = nameOf(profile);
  const folder = typeof installPackagePath === 'string' ? installPackagePath : '';
  const isFile = /\.ya?ml$/.test(name);
  if (!isFile && folder === '') return builtIn(name);
  const file = isFile ? name : fileIn(folder, name);
  const own = await read(readFrom, file);
  if (own === undefined) return isFile ? missing(name, file) : builtIn(name, `there is no ${file}`);
  const base = await read(readFrom, fileIn(folder, 'default'));
  return { name, operator: mergeValues(defaultOf(base), readSpecFile(own).value) };
}

/** Without a folder there is no file to look for. */
async function read(readFrom: SpecInputs['readProfile'], file: string): Promise<SpecFile | undefined> {
  return file === '' ? undefined : readFrom?.(file);
}

function missing(name: string, file: string): never {
  throw noProfile(JSON.stringify(name), `there is no file ${file}`);
}

function nameOf(profile: Json | undefined): string {
  if (profile === undefined || profile === null || profile === '') return 'default';
  if (typeof profile !== 'string') throw noProfile(JSON.stringify(profile), '');
  return profile;
}

const defaultOf = (file: SpecFile | undefined): JsonObject =>
  file === undefined ? builtIn('default').operator : readSpecFile(file).value;

const fileIn = (folder: string, name: string): string =>
  folder === '' ? '' : `${folder.replace(/\/+$/, '')}/profiles/${name}.yaml`;

function builtIn(name: string, reason = ''): Profile {
  const operator = profileNamed(name);
  if (operator === undefined) throw noProfile(JSON.stringify(name), reason, closest(name, profileNames));
  return { name, operator };
}

function noProfile(name: string, reason: string, meant?: string): MeshctlError {
  return new MeshctlError('usage', `there is no profile ${name} (spec.profile)`, {
    ...(reason !== '' && { reason }),
    hint: meant === undefined ? `choose one of ${profileNames.join(', ')}` : `did you mean ${meant}?`,
  });
}

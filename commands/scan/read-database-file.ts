import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  builtInDatabase,
  readDatabase,
  readOsv,
  updateDatabase,
  type Advisory,
  type AdvisoryDatabase,
} from '../../src/advisories/index.ts';
import { MeshctlError, messageOf } from '../../src/errors.ts';
import { isObject, type Json } from '../../src/json.ts';

/** Advisories of a file, and what of it could not be used. */
export interface AdvisoryFile {
  /** Where the file is a database of meshctl itself. */
  readonly database?: AdvisoryDatabase;
  readonly advisories: readonly Advisory[];
  readonly problems: readonly string[];
}

/** Reads a database of meshctl, or records in the format of OSV. */
export async function readAdvisoryFile(cwd: string, file: string): Promise<AdvisoryFile> {
  return parseAdvisories(await textOf(cwd, file), file);
}

/** The same for a text that was read already. */
export function parseAdvisories(text: string, name: string): AdvisoryFile {
  const json = parse(text, name);
  if (isObject(json) && json.kind === 'AdvisoryDatabase') {
    const database = readDatabase(json, name);
    return { database, advisories: database.advisories, problems: [] };
  }
  const { advisories, problems } = readOsv(json, name);
  if (advisories.length === 0 && problems.length === 0)
    throw new MeshctlError('input', `${name} holds no advisories`, {
      hint: 'give a database that `meshctl scan db update` wrote, or records in the format of OSV',
    });
  return { advisories, problems };
}

/** What a scan judges by: a database of meshctl as it is; records of OSV are added to what is built in. */
export async function databaseOf(cwd: string, file: string | undefined): Promise<AdvisoryDatabase> {
  if (file === undefined) return builtInDatabase;
  const { database, advisories } = await readAdvisoryFile(cwd, file);
  return database ?? updateDatabase(builtInDatabase, advisories).database;
}

async function textOf(cwd: string, file: string): Promise<string> {
  try {
    return await readFile(path.resolve(cwd, file), 'utf8');
  } catch (cause) {
    throw new MeshctlError('input', `cannot read ${file}`, { reason: messageOf(cause), cause });
  }
}

function parse(text: string, name: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    throw new MeshctlError('input', `${name} is no JSON`, { reason: messageOf(cause), cause });
  }
}

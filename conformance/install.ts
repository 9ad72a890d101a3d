import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { run } from '../commands/testing/run.ts';
import { isObject, plainText, type Json, type JsonObject } from '../src/json.ts';
import { crdDifferences } from './crds.ts';
import { differences } from './differences.ts';
import type { Outcome } from './outcome.ts';

interface Flags {
  readonly args: readonly string[];
}

interface ExpectedObject {
  readonly kind: string;
  readonly namespace: string | null;
  readonly name: string;
  readonly order: number;
  /** Name of the recorded object; CRDs have `crd` instead. */
  readonly ref?: string;
  readonly crd?: string;
}

interface Expected {
  readonly exit: number;
  readonly objects?: readonly ExpectedObject[];
  readonly error?: { readonly fields: readonly string[] };
  readonly deprecated?: readonly string[];
}

/** What specs render, object by object, and what is said of specs that cannot be. */
export async function* installCases(folder: string, filter: readonly string[]): AsyncGenerator<Outcome> {
  for (const id of readdirSync(folder).sort()) {
    if (!existsSync(path.join(folder, id, 'flags.json'))) continue;
    if (filter.length > 0 && !filter.some((word) => id.includes(word))) continue;
    yield { id, mismatches: await mismatchesOf(folder, id) };
  }
}

async function mismatchesOf(folder: string, id: string): Promise<string[]> {
  const cwd = path.join(folder, id);
  const { args } = read(path.join(cwd, 'flags.json')) as Flags;
  const expected = read(path.join(cwd, 'expected.json')) as Expected;
  const ours = await run(['manifest', 'generate', ...args, '-o', 'json', '--no-config'], { cwd });
  const missing = (expected.deprecated ?? []).filter((name) => !ours.err.includes(name));
  const silent = missing.map((name) => `nothing is said of ${name}`);
  if (expected.error !== undefined) return [...silent, ...errorMismatches(expected.error.fields, ours)];
  if (ours.code !== 0) return [...silent, `exit code ${ours.code}: ${ours.err.slice(0, 500)}`];
  const { objects } = JSON.parse(ours.out) as { readonly objects: readonly JsonObject[] };
  const values = path.join(cwd, 'component-values.json');
  return [
    ...silent,
    ...objectMismatches(folder, expected.objects ?? [], objects),
    ...(existsSync(values) ? await valueMismatches(cwd, args, read(values) as JsonObject) : []),
  ];
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

function errorMismatches(
  fields: readonly string[],
  ours: { readonly code: number; readonly err: string },
): string[] {
  const said = ours.err.toLowerCase();
  return [
    ...(ours.code === 2 ? [] : [`exit code ${ours.code}, not 2`]),
    ...fields.filter((field) => !said.includes(field.toLowerCase())).map((field) => `${field} is not named`),
  ];
}

function objectMismatches(
  folder: string,
  expected: readonly ExpectedObject[],
  objects: readonly JsonObject[],
): string[] {
  const wanted = [...expected].sort((a, b) => a.order - b.order);
  const nameOf = (object: JsonObject): string => {
    const { name = '', namespace = '' } = isObject(object.metadata) ? object.metadata : {};
    return `${plainText(object.kind)} ${plainText(namespace)}/${plainText(name)}`;
  };
  const names = wanted.map(({ kind, namespace, name }) => `${kind} ${namespace ?? ''}/${name}`);
  const given = new Map(objects.map((object) => [nameOf(object), object]));
  const missing = names.filter((name) => !given.has(name)).map((name) => `missing: ${name}`);
  const extra = [...given.keys()]
    .filter((name) => !names.includes(name))
    .map((name) => `not wanted: ${name}`);
  const disordered =
    missing.length + extra.length === 0 && !isDeepStrictEqual([...given.keys()], names)
      ? ['another order']
      : [];
  const changed = wanted.flatMap((one, index) => {
    const object = given.get(names[index] ?? '');
    return object === undefined
      ? []
      : contentMismatches(folder, one, object).map((text) => `${names[index] ?? ''}: ${text}`);
  });
  return [...missing, ...extra, ...disordered, ...changed];
}

function contentMismatches(folder: string, { ref, crd, name }: ExpectedObject, object: JsonObject): string[] {
  if (crd !== undefined)
    return crdDifferences(read(path.join(folder, 'crds', `${name}.json`)) as JsonObject, object);
  const recorded = read(path.join(folder, 'objects', `${ref ?? ''}.json`)) as JsonObject;
  return differences(recorded, object);
}

/** The settings of each component, as `manifest translate` writes them. */
async function valueMismatches(
  cwd: string,
  args: readonly string[],
  expected: JsonObject,
): Promise<string[]> {
  const { code, out, err } = await run(['manifest', 'translate', ...args, '-o', 'json', '--no-config'], {
    cwd,
  });
  if (code !== 0) return [`translate: exit code ${code}: ${err}`];
  const { components } = parse(out) as {
    readonly components: readonly { component: string; values: Json }[];
  };
  const ours = Object.fromEntries(components.map(({ component, values }) => [component, values]));
  return differences(expected, ours).map((text) => `translate: ${text}`);
}

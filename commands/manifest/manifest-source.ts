import { statSync } from 'node:fs';
import path from 'node:path';
import { MeshctlError } from '../../src/errors.ts';
import { isObject, type Json } from '../../src/json.ts';
import type { KubeObject } from '../../src/operator/index.ts';
import { readResources, readText, type SourceDocument } from '../../src/resources/index.ts';
import type { CommandIo } from '../command-io.ts';
import { readSpecText, sayFindings, stopAt } from '../spec-options.ts';

/**
 * The objects that an argument stands for: what a spec installs, what a file or `-` holds, or all files of a folder.
 *
 * @throws {MeshctlError} `input` for what cannot be read, and for a spec with errors.
 */
export async function manifestSource(io: CommandIo, given: string): Promise<readonly KubeObject[]> {
  const isFolder =
    given !== '-' && statSync(path.resolve(io.cwd, given), { throwIfNoEntry: false })?.isDirectory() === true;
  if (isFolder) {
    const { documents } = await readResources([given], { cwd: io.cwd });
    return objectsIn(documents, given);
  }
  const file = await readSpecText(io, given);
  const { documents } = readText(file.text, file.name);
  if (!documents.some(({ value }) => isObject(value) && value.kind === 'IstioOperator'))
    return objectsIn(documents, file.name);
  const { loadOperatorSpec, renderManifests } = await import('../../src/operator/index.ts');
  const spec = await loadOperatorSpec({ files: [file] });
  await sayFindings(io, spec.findings);
  stopAt(spec.findings, { force: false, strict: false });
  const { objects, findings } = await renderManifests(spec);
  await sayFindings(io, findings);
  return objects.map(({ object }) => object);
}

function objectsIn(documents: readonly SourceDocument[], given: string): readonly KubeObject[] {
  for (const { file, problems } of documents) {
    const [problem] = problems;
    if (problem === undefined) continue;
    const { line, column } = problem.range.start;
    throw new MeshctlError('input', `${file}:${line}:${column}: ${problem.message}`);
  }
  const objects = documents.flatMap(({ value }) => listed(value));
  if (objects.some(({ kind }) => kind === 'IstioOperator'))
    throw new MeshctlError('input', `${given} holds an IstioOperator among other files`, {
      hint: 'name the file of the spec itself',
    });
  if (objects.length > 0) return objects;
  throw new MeshctlError('input', `${given} holds no Kubernetes objects`, {
    hint: 'give a spec, or what `meshctl manifest generate` wrote',
  });
}

/** The object itself, or those of a List or a ManifestList. */
function listed(value: Json | undefined): readonly KubeObject[] {
  if (!isObject(value)) return [];
  const { kind, items, objects } = value;
  const inner = kind === 'ManifestList' ? objects : kind === 'List' ? items : undefined;
  if (Array.isArray(inner)) return inner.flatMap(listed);
  return isKubeObject(value) ? [value] : [];
}

const isKubeObject = (value: unknown): value is KubeObject =>
  isObject(value) &&
  typeof value.apiVersion === 'string' &&
  typeof value.kind === 'string' &&
  isObject(value.metadata) &&
  typeof value.metadata.name === 'string';

import { MeshctlError } from '../../errors.ts';
import { isObject, type JsonObject } from '../../json.ts';
import { readText, type SourceDocument } from '../../resources/index.ts';
import type { SpecFile, SpecLayer } from './operator-spec.ts';

/**
 * Reads a file that holds one IstioOperator.
 *
 * @throws {MeshctlError} `input` when it cannot be read as YAML, holds several documents or something else.
 */
export function readSpecFile({ name, text }: SpecFile): SpecLayer {
  const documents = readText(text, name).documents.filter(isAskedFor);
  const [document] = documents;
  if (document === undefined || (documents.length < 2 && separators(text) > 1)) throw emptyFile(name, text);
  const [problem] = documents.flatMap(({ problems }) => problems);
  if (problem !== undefined) {
    const { line, column } = problem.range.start;
    throw new MeshctlError('input', `${name}:${line}:${column}: ${problem.message}`, {
      ...(problem.hint !== undefined && { hint: problem.hint }),
    });
  }
  if (documents.length > 1) throw severalDocuments(name, documents.length);
  return { document, value: operatorIn(document, name) };
}

const isAskedFor = ({ value, problems }: SourceDocument): boolean =>
  value !== undefined || problems.length > 0;

/** Empty documents are not counted by the reader, but two of them are as wrong as two full ones. */
const separators = (text: string): number => [...text.matchAll(/^---(\s|$)/gm)].length;

function emptyFile(name: string, text: string): MeshctlError {
  const several = separators(text);
  if (several > 1) return severalDocuments(name, several);
  return new MeshctlError('input', `${name} holds no IstioOperator`, {
    reason: 'the file is empty',
    hint: 'start from `meshctl profile dump`',
  });
}

function severalDocuments(name: string, count: number): MeshctlError {
  return new MeshctlError('input', `${name} holds ${count} documents`, {
    reason: 'one file holds one IstioOperator',
    hint: 'split the file, and give each part with -f: later ones lie over earlier ones',
  });
}

function operatorIn(document: SourceDocument, name: string): JsonObject {
  const { value } = document;
  const isOperator = isObject(value) && value.kind === 'IstioOperator';
  if (!isOperator) {
    const kind = isObject(value) ? value.kind : undefined;
    const { line, column } = document.locate(['kind']).value.start;
    throw new MeshctlError('input', `${name}:${line}:${column} is no IstioOperator`, {
      reason: kind === undefined ? 'it has no kind' : `its kind is ${JSON.stringify(kind)}`,
      hint: 'give a file with `kind: IstioOperator`',
    });
  }
  const { spec } = value;
  if (spec !== undefined && spec !== null && !isObject(spec)) {
    const { line, column } = document.locate(['spec']).value.start;
    throw new MeshctlError('input', `${name}:${line}:${column}: spec must be a map`, {
      hint: 'write settings below it, such as `profile: minimal`',
    });
  }
  return value;
}

import { MeshctlError } from '../../errors.ts';
import type { JsonObject } from '../../json.ts';
import { isObject } from '../../json.ts';
import { readText } from '../../resources/index.ts';

/**
 * The first document of a file of YAML; an empty object when there is none.
 *
 * @throws {MeshctlError} `input` with the place of what is wrong.
 */
export function readDocument(bytes: Uint8Array, place: string): JsonObject {
  const text = new TextDecoder('utf-8').decode(bytes);
  const [document] = readText(text, place).documents;
  const [problem] = document?.problems ?? [];
  if (problem !== undefined) {
    const { line, column } = problem.range.start;
    throw new MeshctlError('input', `${place}:${line}:${column}: ${problem.message}`);
  }
  return isObject(document?.value) ? document.value : {};
}

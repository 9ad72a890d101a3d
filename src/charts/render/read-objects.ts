import { MeshctlError } from '../../errors.ts';
import { isObject, plainText, type Json, type JsonObject } from '../../json.ts';
import { readText } from '../../resources/index.ts';

/** A Kubernetes object that a chart renders. */
export interface ChartObject extends JsonObject {
  apiVersion: string;
  kind: string;
  metadata: { name: string; [key: string]: Json };
}

/**
 * The objects in a text that a template gives, or a file of `crds/`.
 *
 * @throws {MeshctlError} `input` for what is no YAML, or no object.
 */
export function readObjects(text: string, place: string): ChartObject[] {
  const { documents, resources } = readText(text, place);
  for (const { problems, value } of documents) {
    const [problem] = problems;
    if (problem !== undefined) {
      const { line } = problem.range.start;
      throw new MeshctlError('input', `what ${place} renders is no YAML: ${problem.message}`, {
        reason: `line ${line} of the result: ${text.split('\n')[line - 1]?.trim() ?? ''}`,
      });
    }
    const isEmpty = isObject(value) && Object.keys(value).length === 0;
    if (!isEmpty && !isNamedKind(value)) throw noObject(place, 'has no apiVersion or no kind');
  }
  return resources.map(({ value }) => {
    if (isChartObject(value)) return value;
    throw noObject(place, `of kind ${plainText(value.kind)} has no name`);
  });
}

const noObject = (place: string, problem: string): MeshctlError =>
  new MeshctlError('input', `an object that ${place} renders ${problem}`);

const isNamedKind = (value: Json | undefined): boolean =>
  isObject(value) && isText(value.apiVersion) && isText(value.kind);

const isText = (value: Json | undefined): boolean => typeof value === 'string' && value !== '';

function isChartObject(value: JsonObject): value is ChartObject {
  return isNamedKind(value) && isObject(value.metadata) && isText(value.metadata.name);
}

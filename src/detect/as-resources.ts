import { objectIn, plainText, type JsonObject } from '../json.ts';
import type { Location, Resource, SourceDocument } from '../resources/index.ts';

/** Makes objects, such as those of a cluster, resources without a text; `file` says where each came from. */
export function asResources(
  objects: readonly JsonObject[],
  file: string | ((object: JsonObject) => string) = '',
): readonly Resource[] {
  return objects.map((value) => {
    const { name, namespace } = objectIn(value, 'metadata');
    return {
      document: withoutText(typeof file === 'string' ? file : file(value), value),
      base: [],
      apiVersion: plainText(value.apiVersion),
      kind: plainText(value.kind),
      name: plainText(name),
      namespace: namespace === undefined ? undefined : plainText(namespace),
      value,
    };
  });
}

const start = { line: 1, column: 1 };
const nowhere: Location = { value: { start, end: start }, exact: false };

const withoutText = (file: string, value: JsonObject): SourceDocument => ({
  file,
  value,
  index: 0,
  problems: textless.problems,
  lines: textless.lines,
  linesWith: textless.linesWith,
  locate: textless.locate,
  edits: textless.edits,
});

/** Shared: there may be tens of thousands. */
const textless: Omit<SourceDocument, 'file' | 'index' | 'value'> = {
  problems: [],
  lines: () => [],
  linesWith: () => [],
  locate: () => nowhere,
  edits: () => undefined,
};

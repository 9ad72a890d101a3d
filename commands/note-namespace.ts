import type { AnalysisInput } from '../src/analyze/index.ts';
import { printable } from '../src/output/index.ts';
import type { ReadResult, Resource } from '../src/resources/index.ts';
import type { CommandIo } from './command-io.ts';

/** Says so when a selected namespace is not in the input, such as a misspelt one: a report without findings misleads. */
export function noteNamespace(io: CommandIo, input: AnalysisInput, namespace: string): void {
  const resources = resourcesOf(input);
  if (resources.length === 0 || resources.some((resource) => isOf(resource, namespace))) return;
  io.note(`note: nothing in the input belongs to the namespace ${printable(namespace)}`);
}

const resourcesOf = (input: AnalysisInput): readonly Resource[] =>
  isOne(input) ? input.resources : Object.values(input).flatMap(({ resources }) => resources);

/** Whether there is one configuration, not one for each cluster. */
const isOne = (input: AnalysisInput): input is ReadResult => Array.isArray(input.documents);

/** Objects that name no namespace are taken to be of the selected one. */
const isOf = ({ kind, name, namespace }: Resource, selected: string): boolean =>
  kind === 'Namespace' ? name === selected : (namespace ?? selected) === selected;

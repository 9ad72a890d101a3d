import type { JsonObject } from '../../json.ts';
import { namespaceOf, labelsOf } from '../store/metadata.ts';
import { parseFieldSelector } from './field-selector.ts';
import { parseLabelSelector } from './label-selector.ts';

/** Whether an object is among those that a list or a watch asks for. */
export type Selection = (object: JsonObject) => boolean;

/**
 * Reads what a request asks for.
 *
 * @throws {Refusal} when a selector cannot be read.
 */
export function selectionOf(query: URLSearchParams, namespace: string | undefined): Selection {
  const labels = parseLabelSelector(query.get('labelSelector') ?? '');
  const fields = parseFieldSelector(query.get('fieldSelector') ?? '');
  return (object) =>
    (namespace === undefined || namespaceOf(object) === namespace) &&
    labels(labelsOf(object)) &&
    fields(object);
}

import { matchesSelector } from '../../../analyze/gateway-api/index.ts';
import { compareText } from '../../../compare-text.ts';
import { objectIn, objectsIn, plainText, type JsonObject } from '../../../json.ts';
import { keyOf } from '../../../kube/apply/index.ts';
import type { Labels } from '../../../revision/index.ts';

/** Names of the PodDisruptionBudgets, of those of one namespace, that cover Pods with these labels. */
export const budgetsOf = (labels: Labels, budgets: readonly JsonObject[]): readonly string[] =>
  budgets
    .filter((budget) => isSelected(objectIn(budget, 'spec').selector, labels))
    .map((budget) => keyOf(budget).name)
    .sort(compareText);

/** A budget without a selector covers nothing, one with an empty selector everything. */
function isSelected(selector: unknown, labels: Labels): boolean {
  if (typeof selector !== 'object' || selector === null) return false;
  return labelsMatch(selector as JsonObject, labels);
}

/** Whether labels match a label selector of Kubernetes. */
export function labelsMatch(selector: JsonObject, labels: Labels): boolean {
  const read = {
    matchLabels: Object.fromEntries(
      Object.entries(objectIn(selector, 'matchLabels')).map(([key, value]) => [key, plainText(value)]),
    ),
    matchExpressions: objectsIn(selector, 'matchExpressions').map(({ key, operator, values }) => ({
      key: plainText(key),
      operator: plainText(operator),
      values: Array.isArray(values) ? values.map(plainText) : [],
    })),
  };
  return matchesSelector(read, (name) => labels[name] ?? null) === true;
}

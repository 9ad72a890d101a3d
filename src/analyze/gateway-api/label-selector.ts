import type { LabelSelector } from '../kubernetes-shapes.ts';

/** A label: its value, `null` where there is none, and undefined where nobody knows. */
export type LabelLookup = (name: string) => string | null | undefined;

/** Whether labels match a selector; undefined when that depends on labels that nobody knows. An empty one matches. */
export function matchesSelector(selector: LabelSelector, label: LabelLookup): boolean | undefined {
  const { matchLabels = {}, matchExpressions = [] } = selector;
  const results = [
    ...Object.entries(matchLabels).map(([key, value]) =>
      holds({ key, operator: 'In', values: [value] }, label),
    ),
    ...matchExpressions.map((requirement) => holds(requirement, label)),
  ];
  if (results.includes(false)) return false;
  return results.includes(undefined) ? undefined : true;
}

type Requirement = NonNullable<LabelSelector['matchExpressions']>[number];

function holds({ key = '', operator, values = [] }: Requirement, label: LabelLookup): boolean | undefined {
  const value = label(key);
  if (value === undefined) return undefined;
  switch (operator) {
    case 'In':
      return value !== null && values.includes(value);
    case 'NotIn':
      return value === null || !values.includes(value);
    case 'Exists':
      return value !== null;
    case 'DoesNotExist':
      return value === null;
    default:
      return false;
  }
}

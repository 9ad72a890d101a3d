import { label } from '../label.ts';
import { compareText } from '../compare-text.ts';
import type { RevisionProblem } from './mesh-revisions.ts';
import type { Labels } from './object-labels.ts';
import type { RevisionFacts } from './revision-facts.ts';
import { resolved } from './followed-revision.ts';

/** What is wrong with the labels of namespaces, by name. */
export const namespaceProblems = (facts: RevisionFacts): readonly RevisionProblem[] =>
  Array.from(facts.namespaces)
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([name, labels]) => {
      const fault = faultOf(name, labels, facts);
      const object = { apiVersion: 'v1', kind: 'Namespace', name };
      return fault === undefined ? [] : [{ ...fault, object }];
    });

function faultOf(
  name: string,
  labels: Labels,
  facts: RevisionFacts,
): Omit<RevisionProblem, 'object'> | undefined {
  const { [label.injection]: injection, [label.revision]: revision } = labels;
  const injectors = facts.injectorsIn.get(name) ?? [];
  if (injection !== undefined && revision !== undefined)
    return {
      code: 'two-labels',
      message: `namespace ${name} has istio-injection=${injection}, so that its istio.io/rev=${revision} does not count`,
    };
  if (injection === 'enabled' && injectors.length === 0)
    return {
      code: 'no-default',
      message: `namespace ${name} has istio-injection=enabled, but no control plane is the default one: nobody injects its pods`,
    };
  if (revision === undefined || injectors.length > 0) return undefined;
  const what =
    resolved(revision, facts) === undefined
      ? 'which is neither a revision nor a tag'
      : 'for which no webhook is called';
  return {
    code: 'unknown-revision',
    message: `namespace ${name} has istio.io/rev=${revision}, ${what}: nobody injects its pods`,
  };
}

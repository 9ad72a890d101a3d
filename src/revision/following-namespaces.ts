import { label } from '../label.ts';
import { compareText } from '../compare-text.ts';
import type { FollowingNamespace } from './mesh-revisions.ts';
import type { RevisionFacts } from './revision-facts.ts';
import type { Tag } from './tags-of.ts';

/** The namespaces whose Pods a control plane injects, by name. */
export const followingNamespaces = (revision: string, facts: RevisionFacts): readonly FollowingNamespace[] =>
  Array.from(facts.injectorsIn)
    .flatMap(([name, [injector]]) => {
      if (injector?.revision !== revision) return [];
      const pods = facts.podsIn.get(name) ?? [];
      return [
        {
          ...{ name, by: labelOf(name, facts) },
          ...(injector.tag !== undefined && { tag: injector.tag }),
          pods: pods.length,
          outdated: pods.filter((pod) => pod.next === revision && pod.revision !== revision).length,
        },
      ];
    })
    .sort((a, b) => compareText(a.name, b.name));

/** The namespaces whose Pods are injected by way of a tag, by name. */
export const namespacesOfTag = (tag: Tag, { injectorsIn }: RevisionFacts): readonly string[] =>
  Array.from(injectorsIn)
    .filter(([, [injector]]) => injector?.tag === tag.name && injector.revision === tag.revision)
    .map(([name]) => name)
    .sort(compareText);

/** The label that decides. */
function labelOf(namespace: string, { namespaces }: RevisionFacts): string {
  const labels = namespaces.get(namespace) ?? {};
  const injection = labels[label.injection];
  if (injection !== undefined) return `istio-injection=${injection}`;
  const revision = labels[label.revision];
  return revision === undefined ? 'no label' : `${label.revision}=${revision}`;
}

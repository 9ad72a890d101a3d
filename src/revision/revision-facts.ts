import { groupBy } from '../group-by.ts';
import { objectIn, plainText, type JsonObject } from '../json.ts';
import { injectedPods, type InjectedPod } from './injected-pods.ts';
import { namespaceLabels } from './injection-shifts.ts';
import { injectorsOf, readInjectors, type Injector } from './injectors-of.ts';
import type { Labels } from './object-labels.ts';
import { revisionsOf, type Revision } from './revisions-of.ts';
import { tagsOf, type Tag } from './tags-of.ts';

/** What is read of the objects of a cluster once, for all that is told of its control planes. */
export interface RevisionFacts {
  readonly objects: readonly JsonObject[];
  readonly revisions: readonly Revision[];
  readonly tags: readonly Tag[];
  readonly injectors: readonly Injector[];
  readonly namespaces: ReadonlyMap<string, Labels>;
  /** Who is called for Pods of a namespace that have no labels. */
  readonly injectorsIn: ReadonlyMap<string, readonly Injector[]>;
  readonly pods: readonly InjectedPod[];
  readonly podsIn: ReadonlyMap<string, readonly InjectedPod[]>;
}

/** Reads the objects of a cluster. */
export function revisionFacts(objects: readonly JsonObject[]): RevisionFacts {
  const injectors = readInjectors(objects);
  const namespaces = new Map(
    objects
      .filter(({ kind }) => kind === 'Namespace')
      .map((object) => [plainText(objectIn(object, 'metadata').name), namespaceLabels(object)]),
  );
  const pods = injectedPods(objects, injectors, namespaces);
  return {
    ...{ objects, injectors, namespaces, pods },
    revisions: revisionsOf(objects),
    tags: tagsOf(objects),
    injectorsIn: new Map(
      Array.from(namespaces, ([name, labels]) => [name, injectorsOf(labels, {}, injectors)]),
    ),
    podsIn: groupBy(pods, ({ namespace }) => namespace),
  };
}

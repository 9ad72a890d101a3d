import type { JsonObject } from '../json.ts';
import { label } from '../label.ts';
import { labelsOf } from './object-labels.ts';
import type { RevisionFacts } from './revision-facts.ts';
import { validatingRevision } from './validating-revision.ts';

/**
 * The control plane that handles an object of the mesh, such as a Gateway: by its own label or else that of its
 * Namespace, which may name a tag; the default one for what names none. Undefined when nobody does.
 */
export function followedRevision(
  object: JsonObject,
  namespace: string,
  facts: Omit<RevisionFacts, 'pods' | 'podsIn' | 'injectorsIn'>,
): string | undefined {
  const named = labelsOf(object)[label.revision] ?? facts.namespaces.get(namespace)?.[label.revision];
  return named === undefined ? unclaimedBy(facts) : resolved(named, facts);
}

/** The control plane behind a name: a tag comes first, as it does for injection. */
export function resolved(
  name: string,
  { tags, revisions }: Pick<RevisionFacts, 'tags' | 'revisions'>,
): string | undefined {
  const tag = tags.find((one) => one.name === name);
  return tag?.revision ?? revisions.find((one) => one.name === name)?.name;
}

/** The tag `default`; without one, who validates what names no revision. */
const unclaimedBy = ({
  injectors,
  objects,
}: Pick<RevisionFacts, 'injectors' | 'objects'>): string | undefined =>
  injectors.find(({ tag }) => tag === 'default')?.revision ?? validatingRevision(objects);

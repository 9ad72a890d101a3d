import { compareText } from '../compare-text.ts';
import { objectIn, plainText, type JsonObject } from '../json.ts';
import { label } from '../label.ts';
import { labelsOf } from './object-labels.ts';

/** A line of `meshctl tag list`. */
export interface TagRow {
  /** Empty for a revision without tags. */
  readonly tag: string;
  readonly revision: string;
  /** Those labelled with the tag; those that the tag `default` serves without that label are not among them. */
  readonly namespaces: readonly string[];
}

/** Tags, and revisions without any, by revision and tag; what the tag list of istioctl shows. */
export function tagRows(objects: readonly JsonObject[]): readonly TagRow[] {
  const tagsByRevision = new Map<string, Set<string>>();
  for (const object of objects) {
    const { [label.revision]: revision, [label.tag]: tag = '' } = labelsOf(object);
    if (revision === undefined || !shown.has(plainText(object.kind))) continue;
    tagsByRevision.set(revision, (tagsByRevision.get(revision) ?? new Set()).add(tag));
  }
  return [...tagsByRevision]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([revision, tags]) => {
      const own = [...tags].filter((tag) => tag !== '' || tags.size === 1).sort(compareText);
      return own.map((tag) => ({
        tag,
        revision,
        namespaces: tag === '' ? [] : namespacesNaming(tag, objects),
      }));
    });
}

/** Namespaces that are labelled with a tag or a revision, by name. */
export const namespacesNaming = (name: string, objects: readonly JsonObject[]): readonly string[] =>
  objects
    .filter((object) => object.kind === 'Namespace' && labelsOf(object)[label.revision] === name)
    .map((object) => plainText(objectIn(object, 'metadata').name))
    .sort(compareText);

const shown: ReadonlySet<string> = new Set(['MutatingWebhookConfiguration', 'Service']);

import { groupBy } from '../../group-by.ts';
import { objectIn, plainText, type JsonObject } from '../../json.ts';
import { annotationOf, labelOf } from '../../label-of.ts';
import { label } from '../../label.ts';
import { isEnding, nameOf, namespaceOf } from './asked-for.ts';
import type { Observed } from './observed.ts';
import { answering, isReady } from './services-in.ts';
import type { Violation } from './violation.ts';

/** Control planes that are not there any more, though proxies belong to them or are still connected. */
export function removalViolations({ objects, connected }: Observed): readonly Violation[] {
  const there = revisionsThere(objects);
  const proxies = groupBy(
    objects.filter(({ kind }) => kind === 'Pod').flatMap(proxyIn),
    ([revision]) => revision,
  );
  const told = Array.from(connected ?? [], ([revision, names]) => [revision, names.length] as const);
  return [
    ...Array.from(proxies, ([revision, [first, ...others]]) =>
      gone(there, revision, `Pod ${first?.[1] ?? ''}${more(others.length)} has its proxy of it`),
    ),
    ...told.map(([revision, count]) =>
      count === 0 ? [] : gone(there, revision, `${count} proxies are connected to it`),
    ),
  ].flat();
}

/** A control plane is there while an istiod is ready, and the Service leads to it by which proxies find it. */
function revisionsThere(objects: readonly JsonObject[]): ReadonlySet<string> {
  const answers = answering(objects);
  const ready = new Set(
    objects
      .filter((object) => object.kind === 'Pod' && labelOf(object, 'app') === 'istiod' && isReady(object))
      .map(revisionOf),
  );
  return new Set(
    objects
      .filter((object) => object.kind === 'Service' && labelOf(object, 'app') === 'istiod')
      .filter((object) => labelOf(object, label.tag) === '')
      .filter((object) => (answers.get(`${namespaceOf(object)}/${nameOf(object)}`) ?? 0) > 0)
      .map(revisionOf)
      .filter((revision) => ready.has(revision)),
  );
}

/** Revisions of which an istiod is there, ready or not. */
export const revisionsWithIstiod = (objects: readonly JsonObject[]): ReadonlySet<string> =>
  new Set(
    objects
      .filter((object) => object.kind === 'Pod' && labelOf(object, 'app') === 'istiod' && !isEnding(object))
      .map(revisionOf),
  );

const revisionOf = (object: JsonObject): string => labelOf(object, label.revision) || 'default';

/** The revision that injected a Pod, and the Pod. */
function proxyIn(pod: JsonObject): readonly (readonly [string, string])[] {
  const text = annotationOf(pod, 'sidecar.istio.io/status');
  if (text === '' || isEnding(pod)) return [];
  try {
    const { revision } = objectIn(JSON.parse(text) as JsonObject);
    return [[plainText(revision), `${namespaceOf(pod)}/${nameOf(pod)}`]];
  } catch {
    return [];
  }
}

const more = (count: number): string => (count === 0 ? '' : ` and ${count} more`);

const gone = (there: ReadonlySet<string>, revision: string, why: string): readonly Violation[] =>
  there.has(revision)
    ? []
    : [
        {
          ...{ code: 'revision-gone', subject: `revision ${revision}` },
          message: `has no istiod that is ready behind its Service, and ${why}`,
        },
      ];

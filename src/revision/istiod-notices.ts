import type { JsonObject } from '../json.ts';
import { caBundleOf } from './called-by-injector.ts';
import { readInjectors } from './injectors-of.ts';
import { revisionsOf } from './revisions-of.ts';

/** What speaks against calling a revision now: injectors refuse Pods when nobody answers. */
export function istiodNotices(revision: string, objects: readonly JsonObject[]): readonly string[] {
  const istiods = revisionsOf(objects).find(({ name }) => name === revision)?.istiods ?? [];
  const isReady = istiods.length === 0 || istiods.some(({ ready }) => ready > 0);
  const own = readInjectors(objects).find((one) => one.revision === revision && one.tag === undefined);
  const isCertain = own === undefined || caBundleOf(own.object) !== '';
  return [
    ...(isReady
      ? []
      : [`no istiod of revision ${revision} is ready: until one is, Pods that it injects cannot be made`]),
    ...(isCertain
      ? []
      : [
          `the injector of revision ${revision} has no certificate yet: until istiod has written it, Pods that it injects cannot be made`,
        ]),
  ];
}

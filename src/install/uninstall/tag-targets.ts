import { labelOf } from '../../label-of.ts';
import { label } from '../../label.ts';
import { isDeactivated } from '../../revision/index.ts';
import type { UninstallState } from './uninstall-state.ts';

/** Which revision each tag stands for. `default` is there whenever somebody injects for the default. */
export function tagTargets({ injectors, tagServices }: UninstallState): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const object of [...tagServices, ...injectors]) {
    const tag = labelOf(object, label.tag);
    if (tag !== '') targets.set(tag, labelOf(object, label.revision));
  }
  const unnamed = injectors.some(
    (injector) =>
      labelOf(injector, label.tag) === '' &&
      labelOf(injector, label.revision) === 'default' &&
      !isDeactivated(injector),
  );
  if (!targets.has('default') && unnamed) targets.set('default', 'default');
  return targets;
}

/** The revisions that inject, tags aside. */
export function revisionsIn({ injectors, installed }: UninstallState): ReadonlySet<string> {
  const planes = installed.filter((object) => labelOf(object, label.component) === 'Pilot');
  return new Set(
    [...injectors, ...planes]
      .filter((object) => labelOf(object, label.tag) === '')
      .map((object) => labelOf(object, label.revision))
      .filter((revision) => revision !== ''),
  );
}

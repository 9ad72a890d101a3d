import { updateTo, managersOf, takeOver, type ManagerEntry } from '../server-side-apply/index.ts';
import { objectIn, type Json, type JsonObject } from '../json.ts';
import { label } from '../label.ts';

/** The field managers that installed the object, besides the one that writes now; sorted. */
export function installersOf(object: JsonObject, manager: string): readonly string[] {
  const names = managersOf(noted(object))
    .filter((entry) => isInstaller(entry) && !isAppliedBy(entry, manager))
    .map((entry) => entry.manager);
  return [...new Set(names)].sort();
}

/** The managed fields of an object when all that its installers manage is made over. */
export function withoutInstallers(object: JsonObject, manager: string): Json[] {
  return takeOver(objectIn(noted(object), 'metadata').managedFields, isInstaller, manager);
}

/** Objects from before the time of managed fields have one manager, as for the API server. */
function noted(object: JsonObject): JsonObject {
  return managersOf(object).length > 0
    ? object
    : updateTo(undefined, object, { manager: 'before-first-apply' });
}

const isAppliedBy = (entry: ManagerEntry, manager: string): boolean =>
  entry.manager === manager && entry.operation === 'Apply';

/** Whoever set the marks of an installation made the object, whatever the name. istiod never does. */
function isInstaller({ manager, subresource, fields }: ManagerEntry): boolean {
  if (subresource !== undefined || manager === 'pilot-discovery') return false;
  if (installers.has(manager)) return true;
  const metadata = fields.below.get('f:metadata');
  return marks.some(([map, name]) => metadata?.below.get(map)?.below.has(name) === true);
}

const installers = new Set(['istio-operator', 'istio-ci']);
const marks = [
  ['f:labels', `f:${label.component}`],
  ['f:annotations', 'f:meta.helm.sh/release-name'],
] as const;

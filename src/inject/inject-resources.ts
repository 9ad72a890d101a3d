import { isObject, plainText, type Json, type JsonObject } from '../json.ts';
import { objection } from './decide.ts';
import { injectPod } from './inject-pod.ts';
import type { InjectionSettings } from './inject-settings.ts';
import { workloadOf, type Workload } from './workloads.ts';

/** A workload that was left as it is although it could have been injected. */
export interface NotInjected {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly reason: string;
}

/** Objects after injection. */
export interface Injection {
  /** The objects in their order; what was not injected is the very object that was given. */
  readonly objects: readonly JsonObject[];
  readonly notInjected: readonly NotInjected[];
}

/**
 * Adds to workloads what istiod would add to their pods. Lists are searched; objects without a pod pass as they are. Pure:
 * the arguments are not changed, and the same arguments give the same result.
 *
 * @throws {MeshctlError} `input` for annotations that cannot be obeyed and for templates that fail; nothing is injected then.
 */
export function injectResources(objects: readonly JsonObject[], settings: InjectionSettings): Injection {
  const notInjected: NotInjected[] = [];
  const inject = (object: JsonObject): JsonObject => {
    const { items } = object;
    if (plainText(object.kind).endsWith('List') && Array.isArray(items))
      return injectedList(object, items, inject);
    const workload = workloadOf(object);
    return workload === undefined ? object : injected(object, workload, settings, notInjected);
  };
  return { objects: objects.map(inject), notInjected };
}

function injectedList(
  list: JsonObject,
  items: readonly Json[],
  inject: (object: JsonObject) => JsonObject,
): JsonObject {
  const changed = items.map((item) => (isObject(item) ? inject(item) : item));
  return changed.every((item, index) => item === items[index]) ? list : { ...list, items: changed };
}

function injected(
  object: JsonObject,
  { pod, owner, withPod }: Workload,
  settings: InjectionSettings,
  notInjected: NotInjected[],
): JsonObject {
  const reason = objection(pod, owner.namespace, settings);
  if (reason === undefined) return withPod(injectPod(pod, owner, settings));
  const { kind, namespace, name } = owner;
  notInjected.push({ kind, namespace, name, reason });
  return object;
}

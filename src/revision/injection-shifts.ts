import { compareText } from '../compare-text.ts';
import { objectIn, plainText, type JsonObject } from '../json.ts';
import { label } from '../label.ts';
import { injectorsOf, readInjectors, type Injector } from './injectors-of.ts';
import { labelsOf, type Labels } from './object-labels.ts';

/** Who injects Pods of a namespace, before and after a change. */
export interface InjectionShift {
  readonly namespace: string;
  /**
   * `any`: those without labels of their own. `asking`: labelled `sidecar.istio.io/inject=true`. `labelled`: with the tag
   * as their `istio.io/rev`. The last two are there only where they fare otherwise than the first.
   */
  readonly pods: 'any' | 'asking' | 'labelled';
  /** Nobody, or more than one, which is a fault. */
  readonly before: readonly InjectedBy[];
  readonly after: readonly InjectedBy[];
}

/** A control plane that injects, and the tag by which it is called. */
export interface InjectedBy {
  readonly revision: string;
  readonly tag?: string;
}

/**
 * Who injects the Pods of each Namespace among objects, with the injectors that are there and with those that come, by
 * name.
 */
export function injectionShifts(
  objects: readonly JsonObject[],
  after: readonly JsonObject[],
  tag: string,
): readonly InjectionShift[] {
  const injectors = { before: readInjectors(objects), after: readInjectors(after) };
  return objects
    .filter(({ kind }) => kind === 'Namespace')
    .map((object) => ({ namespace: nameOf(object), labels: namespaceLabels(object) }))
    .sort((a, b) => compareText(a.namespace, b.namespace))
    .flatMap(({ namespace, labels }) => shiftsOf(namespace, labels, injectors, tag));
}

/** Whether somebody else injects afterwards. */
export const isMoved = ({ before, after }: InjectionShift): boolean =>
  JSON.stringify(before) !== JSON.stringify(after);

/** Whether nobody injects afterwards what was injected before. */
export const isLost = ({ before, after }: InjectionShift): boolean => before.length > 0 && after.length === 0;

/** The API server gives each Namespace its name as a label; a file may lack it. */
export const namespaceLabels = (namespace: JsonObject): Labels => ({
  'kubernetes.io/metadata.name': nameOf(namespace),
  ...labelsOf(namespace),
});

interface BothInjectors {
  readonly before: readonly Injector[];
  readonly after: readonly Injector[];
}

function shiftsOf(
  namespace: string,
  labels: Labels,
  injectors: BothInjectors,
  tag: string,
): readonly InjectionShift[] {
  const shift = (pods: InjectionShift['pods'], pod: Labels): InjectionShift => ({
    ...{ namespace, pods },
    before: calledFor(labels, pod, injectors.before),
    after: calledFor(labels, pod, injectors.after),
  });
  const any = shift('any', {});
  const others = [
    shift('asking', { 'sidecar.istio.io/inject': 'true' }),
    shift('labelled', { [label.revision]: tag }),
  ];
  return [any, ...others.filter((other) => faresOtherwise(other, any))];
}

const faresOtherwise = (one: InjectionShift, other: InjectionShift): boolean =>
  JSON.stringify([one.before, one.after]) !== JSON.stringify([other.before, other.after]);

const calledFor = (namespace: Labels, pod: Labels, injectors: readonly Injector[]): readonly InjectedBy[] =>
  injectorsOf(namespace, pod, injectors).map(({ revision, tag }) => ({
    revision,
    ...(tag !== undefined && { tag }),
  }));

const nameOf = (object: JsonObject): string => plainText(objectIn(object, 'metadata').name);

import type { JsonObject } from '../../json.ts';

/** Which pods one webhook of an injector is called for. */
export interface InjectionSelectors {
  /** The whole name of the webhook. */
  readonly name: string;
  readonly namespaceSelector: JsonObject;
  readonly objectSelector: JsonObject;
}

/**
 * The webhooks of a revision or a tag. What names no revision belongs to `default`; pods that no label speaks of only
 * with `everywhere`.
 */
export function injectionSelectors(label: string, everywhere = false): readonly InjectionSelectors[] {
  const all = [
    selectors('rev.namespace', [isOneOf(revisionLabel, label), isAbsent(injection)], [isNotRefused]),
    selectors(
      'rev.object',
      [isAbsent(revisionLabel), isAbsent(injection)],
      [isNotRefused, isOneOf(revisionLabel, label)],
    ),
  ];
  return label === 'default' ? [...all, ...defaultSelectors(everywhere)] : all;
}

const revisionLabel = 'istio.io/rev';
const injection = 'istio-injection';
const podSwitch = 'sidecar.istio.io/inject';

const selectors = (
  title: string,
  namespaces: readonly JsonObject[],
  pods: readonly JsonObject[],
): InjectionSelectors => ({
  name: `${title}.sidecar-injector.istio.io`,
  namespaceSelector: { matchExpressions: [...namespaces] },
  objectSelector: { matchExpressions: [...pods] },
});

const isAbsent = (key: string): JsonObject => ({ key, operator: 'DoesNotExist' });
const isOneOf = (key: string, ...values: readonly string[]): JsonObject => ({
  key,
  operator: 'In',
  values: [...values],
});
const isNoneOf = (key: string, ...values: readonly string[]): JsonObject => ({
  key,
  operator: 'NotIn',
  values: [...values],
});
const isNotRefused = isNoneOf(podSwitch, 'false');

function defaultSelectors(everywhere: boolean): readonly InjectionSelectors[] {
  const unclaimed = [isAbsent(injection), isAbsent(revisionLabel)];
  return [
    selectors('namespace', [isOneOf(injection, 'enabled')], [isNotRefused]),
    selectors('object', unclaimed, [isOneOf(podSwitch, 'true'), isAbsent(revisionLabel)]),
    ...(everywhere
      ? [
          selectors(
            'auto',
            [...unclaimed, isNoneOf('kubernetes.io/metadata.name', ...neverInjected)],
            [isAbsent(podSwitch), isAbsent(revisionLabel)],
          ),
        ]
      : []),
  ];
}

const neverInjected = ['kube-system', 'kube-public', 'kube-node-lease', 'local-path-storage'];

import { removedComponents, supersededValues } from '../../api/index.ts';
import type { Steps } from './yaml-places.ts';

/** A setting that has another place now; both paths are below `spec`. */
export interface Move {
  readonly from: Steps;
  readonly to: Steps;
  /** Why, where the new place does not say it all. */
  readonly why?: string;
}

/** A setting that is gone. */
export interface Removal {
  readonly from: Steps;
  /** Why, or what to do. */
  readonly why: string;
}

const kubernetes = (component: string, field: string): Move => ({
  from: ['values', component, field],
  to: ['components', component, 'k8s', field],
  why: 'Kubernetes settings belong to the component',
});

const rolling = (component: string, field: string, name: string): Move => ({
  from: ['values', component, field],
  to: ['components', component, 'k8s', 'strategy', 'rollingUpdate', name],
  why: 'Kubernetes settings belong to the component',
});

/** Settings that moved, those inside of others first. */
export const moves: readonly Move[] = [
  ...supersededValues.flatMap(({ from, to }) =>
    to === undefined ? [] : [{ from: ['values', ...from.split('.')], to: to.split('.') }],
  ),
  ...['resources', 'nodeSelector', 'tolerations', 'podAnnotations', 'replicaCount'].map((field) =>
    kubernetes('pilot', field),
  ),
  rolling('pilot', 'rollingMaxSurge', 'maxSurge'),
  rolling('pilot', 'rollingMaxUnavailable', 'maxUnavailable'),
  kubernetes('cni', 'podAnnotations'),
  {
    from: ['values', 'istio_cni', 'enabled'],
    to: ['values', 'pilot', 'cni', 'enabled'],
    why: 'the component `cni` is what installs the plugin',
  },
  {
    from: ['values', 'istio_cni', 'chained'],
    to: ['values', 'cni', 'chained'],
    why: 'the settings of the plugin are all in one place',
  },
  ...['lightstep', 'datadog', 'zipkin'].map((name) => ({
    from: ['values', 'global', 'tracer', name],
    to: ['meshConfig', 'defaultConfig', 'tracing', name],
    why: 'tracing is a setting of the mesh',
  })),
];

const tracing = 'tracing is a setting of the mesh: see `meshConfig.extensionProviders`';

/** Settings that are gone, those inside of others first. */
export const removals: readonly Removal[] = [
  ...supersededValues.flatMap(({ from, to, instead }) =>
    to === undefined ? [{ from: ['values', ...from.split('.')], why: reasonOf(instead) }] : [],
  ),
  { from: ['values', 'global', 'tracer', 'stackdriver'], why: tracing },
  { from: ['values', 'istio_cni'], why: 'use `values.cni`' },
  { from: ['addonComponents'], why: 'install add-ons by themselves, they are no part of Istio any more' },
  ...[...removedComponents].map(([name, instead]) => ({
    from: ['components', name],
    why: reasonOf(instead),
  })),
];

/** What is taken out need not be dropped any more. */
function reasonOf(instead: string): string {
  return instead.replace(/^drop it[:,] /, '');
}

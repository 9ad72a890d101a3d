import type { JsonObject } from '../../json.ts';
import { istioVersion } from '../../version.ts';
import { mergeValues } from './merge-values.ts';

/** The registry that images come from when nothing else is said. */
const defaultHub = 'docker.io/istio';

const gateway = (name: string, enabled: boolean): JsonObject => ({ name, enabled });

const standard: JsonObject = {
  metadata: { namespace: 'istio-system' },
  spec: {
    hub: defaultHub,
    tag: istioVersion,
    components: {
      base: { enabled: true },
      pilot: { enabled: true },
      ingressGateways: [gateway('istio-ingressgateway', true)],
      egressGateways: [gateway('istio-egressgateway', false)],
    },
    values: {
      defaultRevision: '',
      global: { istioNamespace: 'istio-system', configValidation: true },
      gateways: { 'istio-ingressgateway': {}, 'istio-egressgateway': {} },
      ztunnel: { resourceName: 'ztunnel' },
    },
  },
};

const noGateways = { ingressGateways: [gateway('istio-ingressgateway', false)] };
const ambient: JsonObject = { ...noGateways, cni: { enabled: true }, ztunnel: { enabled: true } };
const systemCni = { enabled: true, namespace: 'kube-system' };

/** What each profile says besides the default one: parts, and settings of the charts. */
const profiles: Readonly<Record<string, { readonly components?: JsonObject; readonly values?: JsonObject }>> =
  {
    default: {},
    demo: {
      components: { egressGateways: [gateway('istio-egressgateway', true)] },
      values: { profile: 'demo' },
    },
    minimal: { components: noGateways },
    empty: { components: { base: { enabled: false }, pilot: { enabled: false }, ...noGateways } },
    ambient: { components: ambient, values: { profile: 'ambient' } },
    preview: { values: { profile: 'preview' } },
    stable: { values: { profile: 'stable' } },
    remote: { components: noGateways, values: { profile: 'remote' } },
    openshift: { components: { cni: systemCni }, values: { global: { platform: 'openshift' } } },
    'openshift-ambient': {
      components: { ...noGateways, cni: systemCni, ztunnel: systemCni },
      values: { profile: 'ambient', global: { platform: 'openshift' } },
    },
  };

/** The names that `profile` takes. */
export const profileNames: readonly string[] = Object.keys(profiles);

/** What each profile is for. */
export const profileSummaries: Readonly<Record<string, string>> = {
  default: 'a control plane and an ingress gateway, for production',
  demo: 'gateways in and out, traces and logs of everything, little memory: for trying Istio',
  minimal: 'the control plane alone, for a revision beside others',
  empty: 'nothing, to switch on what you want',
  ambient: 'no sidecars: the network plugin and a node proxy',
  preview: 'what may become the default',
  stable: 'the default, refusing resources of experimental versions',
  remote: 'a cluster that is served by a control plane elsewhere',
  openshift: 'the default on OpenShift',
  'openshift-ambient': 'ambient on OpenShift',
};

/** The whole IstioOperator of a profile, laid over the default one; undefined when there is none of the name. */
export function profileNamed(name: string): JsonObject | undefined {
  if (!Object.hasOwn(profiles, name)) return undefined;
  const own = profiles[name];
  return {
    apiVersion: 'install.istio.io/v1alpha1',
    kind: 'IstioOperator',
    ...mergeValues(standard, { spec: { components: own?.components ?? {}, values: own?.values ?? {} } }),
  };
}

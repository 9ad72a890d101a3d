import { objectIn, objectsIn, plainText, withoutKey, type JsonObject } from '../../../json.ts';
import type { ControlPlane } from '../../upgrade-plan.ts';
import type { UpgradeMesh } from '../mesh/upgrade-mesh.ts';

/** What an installation on the way to the new control plane has besides istiod. */
export type Besides = 'cni' | 'ztunnel';

/**
 * The IstioOperator of the new control plane. Without a wish it is the profile `minimal`: others install again what all
 * control planes share. Gateways that are there stay out of it, so that they keep to the old one until their own step.
 */
export function installSpec(
  mesh: UpgradeMesh,
  { revision, version, hub }: ControlPlane,
  wish: JsonObject | undefined,
  besides: readonly Besides[] = [],
): JsonObject {
  const asked = objectIn(wish, 'spec');
  const { istioNamespace } = mesh.facts;
  const values = objectIn(asked, 'values');
  const global = objectIn(values, 'global');
  return {
    apiVersion: 'install.istio.io/v1alpha1',
    kind: 'IstioOperator',
    ...(wish?.metadata !== undefined && { metadata: wish.metadata }),
    spec: {
      profile: 'minimal',
      hub,
      tag: version,
      ...asked,
      revision,
      components: components(mesh, objectIn(asked, 'components'), besides),
      values: {
        ...withoutKey(withoutKey(values, 'revision'), 'revisionTags'),
        ...(istioNamespace !== 'istio-system' && { global: { ...global, istioNamespace } }),
      },
    },
  };
}

function components(mesh: UpgradeMesh, asked: JsonObject, besides: readonly Besides[]): JsonObject {
  const agent = (name: Besides): JsonObject => ({
    ...objectIn(asked, name),
    enabled: besides.includes(name),
  });
  return {
    ...asked,
    pilot: { ...objectIn(asked, 'pilot'), enabled: true },
    cni: agent('cni'),
    ztunnel: agent('ztunnel'),
    ingressGateways: gatewaysBut(mesh, objectsIn(asked, 'ingressGateways'), 'istio-ingressgateway'),
    egressGateways: gatewaysBut(mesh, objectsIn(asked, 'egressGateways'), 'istio-egressgateway'),
  };
}

/** The one of that name is in many profiles. */
function gatewaysBut(mesh: UpgradeMesh, asked: readonly JsonObject[], usual: string): JsonObject[] {
  const there = new Set(mesh.gateways.filter(({ kind }) => kind === 'Deployment').map(({ name }) => name));
  const kept = asked.filter(({ name }) => !there.has(plainText(name)));
  const isAsked = kept.some(({ name }) => name === usual);
  return isAsked ? kept : [...kept, { name: usual, enabled: false }];
}

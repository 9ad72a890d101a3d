import { objectIn, objectsIn, plainText, withoutKey, type JsonObject } from '../../../json.ts';
import type { Way } from '../mesh/control-planes.ts';
import { settingsOf } from '../mesh/settings-of.ts';
import type { NodeAgent } from './node-agents.ts';
import type { UpgradeMesh } from '../mesh/upgrade-mesh.ts';

/**
 * The IstioOperator of the new control plane. Without a wish it is the profile `minimal`, because others install again what
 * all control planes share, with the values that the old one was installed with. Gateways that are there stay out of it, so
 * that they keep to the old one until their own step.
 */
export function installSpec(
  mesh: UpgradeMesh,
  { from, to }: Pick<Way, 'from' | 'to'>,
  wish: JsonObject | undefined,
  besides: readonly NodeAgent[] = [],
): JsonObject {
  const asked = objectIn(wish, 'spec');
  return {
    apiVersion: 'install.istio.io/v1alpha1',
    kind: 'IstioOperator',
    ...(wish?.metadata !== undefined && { metadata: wish.metadata }),
    spec: {
      profile: 'minimal',
      hub: to.hub,
      tag: to.version,
      ...asked,
      revision: to.revision,
      components: components(mesh, objectIn(asked, 'components'), besides),
      values: valuesOf(
        mesh,
        wish === undefined ? settingsOf(mesh, from.revision).given : objectIn(asked, 'values'),
      ),
    },
  };
}

/** Tags move in steps of their own. */
function valuesOf({ facts: { istioNamespace } }: UpgradeMesh, values: JsonObject): JsonObject {
  const kept = withoutKey(withoutKey(values, 'revision'), 'revisionTags');
  if (istioNamespace === 'istio-system') return kept;
  return { ...kept, global: { ...objectIn(values, 'global'), istioNamespace } };
}

function components(mesh: UpgradeMesh, asked: JsonObject, besides: readonly NodeAgent[]): JsonObject {
  const agent = (name: NodeAgent): JsonObject => ({
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

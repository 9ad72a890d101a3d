import { compareText } from '../compare-text.ts';
import { objectIn, plainText, type JsonObject } from '../json.ts';
import { label } from '../label.ts';
import { followedRevision } from './followed-revision.ts';
import { injectorsOf } from './injectors-of.ts';
import type { FollowingGateway } from './mesh-revisions.ts';
import { labelsOf, type Labels } from './object-labels.ts';
import type { RevisionFacts } from './revision-facts.ts';

/** A gateway, and the control plane that it follows; undefined for one that follows none. */
export interface Gateway extends FollowingGateway {
  readonly revision: string | undefined;
}

/** The gateways and waypoints among objects, by namespace and name. */
export const gatewaysOf = (facts: RevisionFacts): readonly Gateway[] =>
  facts.objects
    .map((object) => gatewayOf(object, facts))
    .filter((gateway) => gateway !== undefined)
    .sort((a, b) => compareText(a.namespace, b.namespace) || compareText(a.name, b.name));

function gatewayOf(object: JsonObject, facts: RevisionFacts): Gateway | undefined {
  const metadata = objectIn(object, 'metadata');
  const namespace = plainText(metadata.namespace);
  const place = { namespace, name: plainText(metadata.name) };
  if (isGatewayDeployment(object))
    return { kind: 'Deployment', ...place, revision: injectedBy(object, namespace, facts) };
  if (!isOfIstio(object)) return undefined;
  const className = plainText(objectIn(object, 'spec').gatewayClassName);
  return {
    kind: 'Gateway',
    ...place,
    class: className,
    revision: followedRevision(object, namespace, facts),
  };
}

/** One that an installation made, or whose Pods are filled in as a gateway. */
function isGatewayDeployment(object: JsonObject): boolean {
  if (object.kind !== 'Deployment') return false;
  const component = labelsOf(object)[label.component];
  if (component === 'IngressGateways' || component === 'EgressGateways') return true;
  const { annotations } = templateOf(object);
  return plainText(objectIn(annotations)['inject.istio.io/templates']).split(',').includes('gateway');
}

const templateOf = (deployment: JsonObject): JsonObject =>
  objectIn(deployment, 'spec', 'template', 'metadata');

/** Pods of an operator's gateway are no business of injectors: they name their control plane. */
function injectedBy(deployment: JsonObject, namespace: string, facts: RevisionFacts): string | undefined {
  const pod: Labels = labelsOf({ metadata: templateOf(deployment) });
  const home = facts.namespaces.get(namespace) ?? {};
  const named = pod[label.revision] ?? labelsOf(deployment)[label.revision];
  return injectorsOf(home, pod, facts.injectors)[0]?.revision ?? named;
}

/** A Gateway of Gateway API whose class is Istio's. */
function isOfIstio({ kind, apiVersion, spec }: JsonObject): boolean {
  const ofGatewayApi = plainText(apiVersion).startsWith('gateway.networking.k8s.io/');
  return kind === 'Gateway' && ofGatewayApi && /^istio(-|$)/.test(plainText(objectIn(spec).gatewayClassName));
}

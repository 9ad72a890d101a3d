import type { ComponentDefinition } from '../../component-definition.ts';
import type { ComponentContext, KubeObject } from '../../component-context.ts';
import { role, roleBinding, serviceAccount } from '../../access.ts';
import { disruptionBudget, horizontalScaler } from '../../scaling.ts';
import { deployment } from './deployment.ts';
import { gatewayDefaults } from './defaults.ts';
import { gatewayOf, type GatewayParts } from './gateway-parts.ts';
import { networkPolicy } from './network-policy.ts';
import { service } from './service.ts';

const defaults = { values: gatewayDefaults };

/** A proxy through which traffic comes into the mesh. */
export const ingressGateway: ComponentDefinition = { defaults, render };

/** A proxy through which traffic leaves the mesh. */
export const egressGateway: ComponentDefinition = { defaults, render };

function render(context: ComponentContext): readonly KubeObject[] {
  const gateway = gatewayOf(context);
  const { name, namespace, labels, matched, scaled } = gateway;
  const metadata = { name, namespace, labels: { ...labels.chart, ...labels.matched, ...labels.owner } };
  return [
    ...access(gateway),
    deployment(gateway),
    ...service(gateway),
    ...horizontalScaler(metadata, scaled),
    ...disruptionBudget(metadata, { ...matched }, scaled),
    ...networkPolicy(gateway),
  ];
}

/** The account of a gateway, which may read the certificates that it shows. */
function access({ name, namespace, labels, own, values }: GatewayParts): readonly KubeObject[] {
  const plain = { ...labels.chart, ...labels.owner };
  const account = `${name}-service-account`;
  const metadata = { name: `${name}-sds`, namespace, labels: plain };
  return [
    serviceAccount({
      ...{ name: account, namespace, labels: { ...plain, ...labels.matched } },
      annotations: own.map('serviceAccount.annotations'),
      pullSecrets: values.list('global.imagePullSecrets'),
    }),
    role(metadata, [{ apiGroups: [''], resources: ['secrets'], verbs: ['get', 'watch', 'list'] }]),
    roleBinding(metadata, metadata.name, { name: account }),
  ];
}

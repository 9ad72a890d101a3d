import { labelOf } from '../../label-of.ts';
import { label } from '../../label.ts';
import { keyOf } from '../../kube/apply/index.ts';
import { pathName } from './object-facts.ts';
import type { Notice, UninstallPlan } from './uninstall-plan.ts';
import type { UninstallState } from './uninstall-state.ts';

type Planned = Pick<UninstallPlan, 'target' | 'deletions' | 'users'>;

/** What one should know before agreeing to a removal. */
export function noticesOf(state: UninstallState, planned: Planned): readonly Notice[] {
  if (planned.deletions.length === 0) return [{ type: 'nothing', message: 'nothing is there to be removed' }];
  const messages: readonly [Notice['type'], string | undefined][] = [
    ['gateways', gateways(planned)],
    ['proxies-unknown', unknownProxies(state, planned)],
    ['custom-resources', customResources(state, planned)],
    ['authority', authority(planned)],
    ['labelled-namespaces', labelledNamespaces(state, planned)],
  ];
  return messages.flatMap(([type, message]) => (message === undefined ? [] : [{ type, message }]));
}

/** The names carry no revision: the newest installation has taken them over from the others. */
function gateways({ deletions }: Planned): string | undefined {
  const names = deletions
    .filter(({ object, group }) => object.kind === 'Deployment' && isGateway(object.name, group))
    .map(({ live, object }) => (live ? pathName(live) : object.name));
  return names.length === 0
    ? undefined
    : `gateways go too, and with them the traffic through them: ${names.join(', ')}`;
}

const isGateway = (name: string, group: string): boolean =>
  group === 'IngressGateways' || group === 'EgressGateways' || name.includes('gateway');

function unknownProxies({ proxies }: UninstallState, { deletions }: Planned): string | undefined {
  const stops = deletions.some(({ object, group }) => object.kind === 'Deployment' && group === 'Pilot');
  return proxies === undefined && stops
    ? 'no istiod tells which proxies are connected: only pods were looked at'
    : undefined;
}

function customResources(
  { customResources: counts }: UninstallState,
  { deletions }: Planned,
): string | undefined {
  const kinds = deletions.filter(({ object }) => object.kind === 'CustomResourceDefinition');
  if (kinds.length === 0) return undefined;
  const some = kinds.flatMap(({ object }) => {
    const count = counts.get(object.name) ?? 0;
    return count === 0 ? [] : [`${count} ${object.name}`];
  });
  const what = some.length === 0 ? 'there are none now' : some.join(', ');
  return `all configuration of the mesh goes with the definitions of its kinds: ${what}`;
}

function authority({ deletions }: Planned): string | undefined {
  const ca = deletions.find(({ object }) => object.kind === 'Secret' && object.name === 'istio-ca-secret');
  return ca === undefined
    ? undefined
    : 'the key that istiod signs certificates with goes: after a new installation nobody trusts the old certificates';
}

/** Without injectors the labels do no harm, but they take effect again with the next installation. */
function labelledNamespaces({ namespaces }: UninstallState, { target }: Planned): string | undefined {
  if (target.type !== 'purge') return undefined;
  const names = namespaces
    .filter(
      (object) => labelOf(object, label.injection) === 'enabled' || labelOf(object, label.revision) !== '',
    )
    .map((object) => keyOf(object).name);
  return names.length === 0
    ? undefined
    : `these namespaces keep their labels for injection: ${names.join(', ')}`;
}

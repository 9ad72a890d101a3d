import { labelOf } from '../../../label-of.ts';
import { label } from '../../../label.ts';
import type { UpgradeFact } from '../../upgrade-plan.ts';
import { objectNamed } from '../mesh/upgrade-mesh.ts';
import type { DecisionSources } from './decision-sources.ts';
import { fact, namesIn } from './fact.ts';

/** When the gateways of the old control plane move. */
export function gatewayFacts(sources: DecisionSources): readonly UpgradeFact[] {
  const { owners, gateways } = sources.gateways;
  const own = [
    ...owners.map(({ namespace, name }) => ({ apiVersion: 'apps/v1', kind: 'Deployment', namespace, name })),
    ...gateways.map(({ namespace, name }) => gatewayKey(namespace, name)),
  ];
  const moved =
    own.length === 0
      ? fact('fine', 'gateways', 'no gateway has to be moved by itself')
      : fact('plan', 'gateways', `after all else, these gateways move: ${namesIn(own.map(placeOf))}`, {
          objects: own,
        });
  return [moved, ...followingFacts(sources)];
}

/** A Gateway without a label of its own belongs to the control plane of its namespace from its wave on. */
function followingFacts({ mesh, movement, way }: DecisionSources): readonly UpgradeFact[] {
  const moving = new Set(
    movement.namespaces.filter(({ labels }) => Object.keys(labels).length > 0).map(({ name }) => name),
  );
  const following = mesh.gateways.filter(
    ({ kind, namespace, name, revision }) =>
      kind === 'Gateway' &&
      revision === way.from.revision &&
      moving.has(namespace) &&
      labelOf(objectNamed(mesh, 'Gateway', namespace, name), label.revision) === '',
  );
  if (following.length === 0) return [];
  const keys = following.map(({ namespace, name }) => gatewayKey(namespace, name));
  return [
    fact(
      'plan',
      'gateways-with-namespace',
      `these gateways move with their namespaces, and istiod rolls them out anew: ${namesIn(keys.map(placeOf))}`,
      {
        hint: `to keep one back, label it ${label.revision}=${way.from.revision}`,
        objects: keys,
      },
    ),
  ];
}

const gatewayKey = (namespace: string, name: string) => ({
  ...{ apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway', namespace, name },
});

const placeOf = ({ kind, namespace, name }: { kind: string; namespace: string; name: string }): string =>
  `${kind} ${namespace}/${name}`;

import { valueIn } from '../../../json.ts';
import { keyOf } from '../../../kube/apply/index.ts';
import type { OwnerRestart, UpgradeFact } from '../../upgrade-plan.ts';
import { objectsOfKind } from '../mesh/upgrade-mesh.ts';
import type { DecisionSources } from './decision-sources.ts';
import { fact, namesIn } from './fact.ts';

/** What follows the old control plane, and what of it does not simply move. */
export function followerFacts(sources: DecisionSources): readonly UpgradeFact[] {
  const { movement, way } = sources;
  const { namespaces, later } = movement;
  const pods = [...namespaces.flatMap(({ owners }) => owners), ...later].reduce(
    (sum, owner) => sum + owner.pods,
    0,
  );
  return [
    fact(
      'plan',
      'followers',
      `${count(namespaces.length, 'namespace')} and ${count(pods, 'pod')} move from ${way.from.revision} to ${way.to.revision}`,
    ),
    ...strandedFacts(sources),
    ...looseFacts(sources),
    ...evictedFacts(sources),
    ...budgetFacts(sources),
  ];
}

const count = (number: number, name: string): string => `${number} ${name}${number === 1 ? '' : 's'}`;

function strandedFacts({ movement: { stranded }, way }: DecisionSources): readonly UpgradeFact[] {
  if (stranded.length === 0) return [];
  const names = stranded.map(({ namespace, name }) => `${namespace}/${name}`);
  return [
    fact(
      'warn',
      'stranded-pods',
      `${namesIn(names)} have the proxy of ${way.from.revision}, but would get another one or none if they were made anew; ${way.from.revision} stays for them`,
      {
        hint: 'mend the labels of their namespaces or restart them, and plan again',
        objects: stranded.map(({ namespace, name }) => ({ apiVersion: 'v1', kind: 'Pod', namespace, name })),
      },
    ),
  ];
}

function looseFacts({ movement }: DecisionSources): readonly UpgradeFact[] {
  const loose = movement.namespaces.flatMap(({ name, loosePods }) =>
    loosePods.map((pod) => ({ namespace: name, name: pod })),
  );
  if (loose.length === 0) return [];
  return [
    fact(
      'warn',
      'loose-pods',
      `nobody that meshctl can restart makes ${namesIn(loose.map(({ namespace, name }) => `${namespace}/${name}`))} anew`,
      {
        hint: 'delete them, or restart what made them, after their wave; Jobs end by themselves',
        objects: loose.map((pod) => ({ apiVersion: 'v1', kind: 'Pod', ...pod })),
      },
    ),
  ];
}

const ownersIn = ({ movement, gateways }: DecisionSources): readonly OwnerRestart[] => [
  ...movement.namespaces.flatMap(({ owners }) => owners),
  ...movement.later,
  ...gateways.owners,
];

function evictedFacts(sources: DecisionSources): readonly UpgradeFact[] {
  const owners = ownersIn(sources).filter(({ by }) => by === 'evict');
  if (owners.length === 0) return [];
  const names = owners.map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`);
  return [
    fact(
      'plan',
      'evicted',
      `a new template makes no new pods of ${namesIn(names)}: their pods are evicted one by one`,
      {
        objects: owners.map(({ kind, namespace, name }) => ({
          apiVersion: 'apps/v1',
          kind,
          namespace,
          name,
        })),
      },
    ),
  ];
}

/** A roll-out does not ask them, so that each restart waits for them. */
function budgetFacts(sources: DecisionSources): readonly UpgradeFact[] {
  const covering = new Set(
    ownersIn(sources).flatMap(({ namespace, budgets }) => budgets.map((name) => `${namespace}/${name}`)),
  );
  const shut = objectsOfKind(sources.mesh, 'PodDisruptionBudget')
    .map((object) => ({ key: keyOf(object), allowed: valueIn(object, 'status', 'disruptionsAllowed') }))
    .filter(({ key, allowed }) => allowed === 0 && covering.has(`${key.namespace ?? ''}/${key.name}`));
  if (shut.length === 0) return [];
  const names = shut.map(({ key }) => `${key.namespace ?? ''}/${key.name}`);
  return [
    fact(
      'warn',
      'no-disruption',
      `these PodDisruptionBudgets allow no disruption now: ${namesIn(names)}; restarts wait for them, and stop when they wait too long`,
      {
        hint: 'add replicas, or loosen them for the time of the upgrade',
        objects: shut.map(({ key }) => key),
      },
    ),
  ];
}

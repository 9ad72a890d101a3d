import { capacityFindings } from '../../../install/precheck/index.ts';
import type { UpgradeFact } from '../../upgrade-plan.ts';
import { objectNamed, objectsOfKind } from '../mesh/upgrade-mesh.ts';
import type { DecisionSources } from './decision-sources.ts';
import { fact, orFine } from './fact.ts';

/** Whether nodes have room for a second control plane, which asks for as much as the first one. */
export function capacityFacts({ mesh, way }: DecisionSources): readonly UpgradeFact[] {
  const isRead = ['/Node', '/Pod'].every((kind) => mesh.facts.complete.has(kind));
  if (way.installed || !isRead) return [];
  const istiods = mesh.report.revisions.find(({ name }) => name === way.from.revision)?.istiods ?? [];
  const objects = istiods
    .map(({ namespace, name }) => objectNamed(mesh, 'Deployment', namespace, name))
    .filter((object) => object !== undefined);
  const found = capacityFindings(
    { nodes: objectsOfKind(mesh, 'Node'), pods: objectsOfKind(mesh, 'Pod') },
    { objects },
  );
  if (found === undefined) return [];
  return orFine(
    found.map(({ message, hint }) => fact('warn', 'capacity', message, { hint })),
    'capacity',
    'nodes have room for a second control plane',
  );
}

import { annotationOf } from '../../../label-of.ts';
import type { UpgradeFact } from '../../upgrade-plan.ts';
import { objectNamed } from '../mesh/upgrade-mesh.ts';
import type { DecisionSources } from './decision-sources.ts';
import { fact } from './fact.ts';

/** Why the old control plane stays at the end; none when it can go. */
export function removalFacts({ mesh, movement, way }: DecisionSources): readonly UpgradeFact[] {
  const istiods = mesh.report.revisions.find(({ name }) => name === way.from.revision)?.istiods ?? [];
  const release = istiods
    .map(({ namespace, name }) =>
      annotationOf(objectNamed(mesh, 'Deployment', namespace, name), 'meta.helm.sh/release-name'),
    )
    .find((name) => name !== '');
  if (release !== undefined)
    return [
      fact('plan', 'removal', `Helm owns ${way.from.revision}: it stays until you remove it`, {
        hint: `when nothing is connected to it, run \`helm uninstall ${release} -n ${mesh.facts.istioNamespace}\``,
      }),
    ];
  if (movement.stranded.length > 0)
    return [fact('plan', 'removal', `${way.from.revision} stays, because pods need it that do not move`)];
  return [];
}

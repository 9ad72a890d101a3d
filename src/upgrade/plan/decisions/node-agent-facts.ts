import { objectsIn, plainText, type JsonObject } from '../../../json.ts';
import { keyOf } from '../../../kube/apply/index.ts';
import { parseImage, parseVersion, skewOf } from '../../../releases/index.ts';
import type { UpgradeFact } from '../../upgrade-plan.ts';
import { objectsOfKind } from '../mesh/upgrade-mesh.ts';
import { nodeAgentsOf } from '../steps/node-agents.ts';
import type { DecisionSources } from './decision-sources.ts';
import { fact, orFine } from './fact.ts';

/** Whether what every node has one of goes together with both control planes. It is shared, and upgraded in place. */
export function nodeAgentFacts({ mesh, way, request }: DecisionSources): readonly UpgradeFact[] {
  const agents = nodeAgentsOf(mesh);
  if (agents.length === 0) return [fact('fine', 'node-agents', 'neither istio-cni nor ztunnel runs')];
  const controlPlane = parseVersion(way.to.version);
  const skewed = objectsOfKind(mesh, 'DaemonSet').flatMap((object) => {
    const version = agentVersion(object);
    const proxy = version === undefined ? undefined : parseVersion(version);
    const skew = proxy && controlPlane && skewOf({ controlPlane, proxy });
    return skew === undefined
      ? []
      : [
          fact('warn', 'node-agent-skew', `${keyOf(object).name}: ${skew.reason}`, {
            objects: [keyOf(object)],
          }),
        ];
  });
  const settings =
    request.spec === undefined
      ? { hint: 'their settings become those of the profile: give yours with -f' }
      : {};
  return [
    fact(
      'plan',
      'node-agents',
      `${agents.join(' and ')} of all nodes are upgraded in place when all has moved, before the old control plane goes`,
      settings,
    ),
    ...orFine(skewed, 'node-agent-versions', 'they are within one minor version of the new control plane'),
  ];
}

function agentVersion(object: JsonObject): string | undefined {
  const images = objectsIn(object, 'spec', 'template', 'spec', 'containers').map(({ image }) =>
    parseImage(plainText(image)),
  );
  return images.find(({ component }) => component === 'cni' || component === 'ztunnel')?.version;
}

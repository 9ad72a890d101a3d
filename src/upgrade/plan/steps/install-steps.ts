import type { JsonObject } from '../../../json.ts';
import type { InstallRevision, RemoveRevision, UpgradeNodeAgents } from '../../upgrade-plan.ts';
import type { Way } from '../mesh/control-planes.ts';
import type { NodeAgent } from './node-agents.ts';

/** Puts the new control plane beside the old one. */
export const installStep = ({ to }: Way, spec: JsonObject): InstallRevision => ({
  ...{ kind: 'install-revision', id: 'install', spec },
  title: `install the control plane ${to.revision} (${to.version}) beside the old one`,
  before: [`no control plane and no tag is called ${to.revision}`],
  check: [
    `a pod of istiod ${to.revision} is ready, and its Service leads to it`,
    'its webhooks have certificates, and share no pods with others',
    'tags and the default are where they were',
  ],
  undo: `uninstall ${to.revision}, and give shared objects back what they were`,
});

/** Brings what every node has one of to the new version, in place. */
export const nodeAgentStep = (
  { to }: Way,
  components: readonly NodeAgent[],
  spec: JsonObject,
): UpgradeNodeAgents => ({
  ...{ kind: 'node-agents', id: 'node-agents', components, spec },
  title: `upgrade ${components.join(' and ')} on all nodes`,
  before: [`all that moves to ${to.revision} has moved`],
  check: components.map((name) => `the DaemonSet of ${name} is rolled out on every node`),
  undo: 'apply the objects of before again',
});

/** Takes the old control plane away. */
export const removeStep = ({ from }: Way): RemoveRevision => ({
  ...{ kind: 'remove-revision', id: 'remove', revision: from.revision },
  title: `remove the control plane ${from.revision} (${from.version})`,
  before: [
    `no proxy is connected to ${from.revision}, by what its istiods say themselves`,
    `no namespace, pod, tag and gateway names ${from.revision}`,
    'what is deleted is kept for the way back',
  ],
  check: ['no webhook calls what is gone', 'everybody who was injected before still is'],
  undo: `apply the objects of ${from.revision} again from what was kept`,
});

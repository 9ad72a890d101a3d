import type { BundleFileName } from '../../bundle/vm-bundle.ts';
import type { BundleFinding } from '../bundle-finding.ts';
import { proofIn, type Variables } from '../bundle-variables.ts';
import { checkEnv } from '../check-env.ts';
import { checkFacts, checkGroup } from '../check-expected.ts';
import { checkMesh } from '../check-mesh.ts';
import { checkModes } from '../check-modes.ts';
import { checkRoot } from '../check-root.ts';
import { checkToken } from '../check-token.ts';
import { readEnv } from '../read-env.ts';
import type { SavedBundle, SavedFile } from '../saved-bundle.ts';
import type { VerifyOptions } from '../verify-bundle.ts';
import { checkAgent } from './check-agent.ts';
import { checkClock } from './check-clock.ts';
import { checkIstiod, hostsOfIstiod } from './check-istiod.ts';
import { checkOwnCertificate, checkRenewal } from './check-own-certificate.ts';
import { checkPlaces } from './check-places.ts';
import { checkPorts } from './check-ports.ts';
import { machineFiles, sidecarEnv } from './machine-files.ts';
import { machineFinding, placed, type MachineFinding } from './machine-finding.ts';
import type { MachineState } from './machine-state.ts';

/**
 * Checks a machine by what it says of itself: its package and clock, the files in their places as `verifyVmBundle` does,
 * its certificate, whether it finds istiod, agent and Envoy. The findings name no secrets.
 */
export function verifyMachine(state: MachineState, options: VerifyOptions): readonly MachineFinding[] {
  const { now, group, facts } = options;
  const files = machineFiles(state);
  const bundle = bundleOf(state);
  const env = checkEnv(bundle.files['cluster.env']);
  const variables = withSettings(env.variables, state.texts.get(sidecarEnv) ?? '');
  const mesh = checkMesh(bundle.files['mesh.yaml'], variables);
  const certificate = checkOwnCertificate(state, bundle, variables, now);
  const compared: SavedBundle = {
    files: {
      ...bundle.files,
      hosts: { text: hostsOfIstiod(state, variables ?? new Map(), mesh.defaultConfig) },
    },
  };
  const ofFiles = [
    ...checkModes(bundle),
    ...tokenFindings(bundle, certificate, variables, now),
    ...checkRoot(bundle.files['root-cert.pem'], now),
    ...certificate,
    ...env.findings,
    ...mesh.findings,
    ...(group === undefined ? [] : checkGroup(variables, group)),
    ...(facts === undefined ? [] : checkFacts(compared, variables, mesh.defaultConfig, facts)),
  ];
  return [
    ...checkClock(state),
    ...checkPlaces(state),
    ...ofFiles.map((one) => placed(one, one.file === 'bundle' ? 'machine' : files[one.file])),
    ...(certificate.length > 0 ? [] : checkRenewal(state, bundle, variables, now)),
    ...(variables === undefined ? [] : checkIstiod(state, variables, mesh.defaultConfig)),
    ...agentFindings(state, variables, now),
    ...checkPorts(state, variables),
  ];
}

const names: readonly BundleFileName[] = ['cluster.env', 'istio-token', 'mesh.yaml', 'root-cert.pem'];

function bundleOf(state: MachineState): SavedBundle {
  const { places, texts } = state;
  const paths = machineFiles(state);
  const found = [...names, 'cert-chain.pem' as const].flatMap((name): [string, SavedFile][] => {
    const text = texts.get(paths[name]);
    const mode = places.get(paths[name])?.mode;
    return text === undefined ? [] : [[name, { text, ...(mode !== undefined && { mode }) }]];
  });
  const key = places.get(paths['key.pem']);
  if (key !== undefined) found.push(['key.pem', { text: '', mode: key.mode }]);
  return { files: Object.fromEntries(found) };
}

/** What the start script has: cluster.env counts over the settings of the administrator. */
function withSettings(variables: Variables, settings: string): Variables {
  if (variables === undefined) return undefined;
  const own = readEnv(settings).assignments.map(({ name, value }) => [name, value] as const);
  return new Map([...own, ...variables]);
}

/** The agent shows its certificate as long as it is good, and its token only when it is not. */
function tokenFindings(
  { files }: SavedBundle,
  certificate: readonly BundleFinding[],
  variables: Variables,
  now: Date,
): BundleFinding[] {
  const isShown = variables?.get('PROV_CERT') !== '';
  const isGood = files['cert-chain.pem'] !== undefined && certificate.length === 0;
  if (proofIn(variables) === 'others' || (isShown && isGood)) return [];
  return checkToken(files['istio-token'], variables, now);
}

function agentFindings({ answers }: MachineState, variables: Variables, now: Date): MachineFinding[] {
  return Object.keys(answers).length === 0
    ? [machineFinding('agent-unseen', 'agent', 'the machine has neither curl nor wget to ask the agent with')]
    : checkAgent(answers, variables, now);
}

import type { VmFacts } from '../facts/vm-facts.ts';
import type { VmGroup } from '../group/vm-group.ts';
import { finding, type BundleFinding } from './bundle-finding.ts';
import { proofIn, type Variables } from './bundle-variables.ts';
import { certificateFindings } from './certificate-findings.ts';
import { checkEnv } from './check-env.ts';
import { checkFacts, checkGroup } from './check-expected.ts';
import { checkHosts } from './check-hosts.ts';
import { checkMesh } from './check-mesh.ts';
import { checkModes } from './check-modes.ts';
import { checkRoot } from './check-root.ts';
import { checkToken } from './check-token.ts';
import type { SavedBundle } from './saved-bundle.ts';

/** What to judge a bundle by besides itself. */
export interface VerifyOptions {
  /** The moment to judge times by. */
  readonly now: Date;
  /** The group whose VM it is to be. */
  readonly group?: VmGroup;
  /** What the cluster says now. */
  readonly facts?: Omit<VmFacts, 'token'>;
}

/**
 * Checks the files of a VM: each by itself, all against each other, and against a group and a cluster where these are
 * given. Nothing is read and nobody is asked: whether the cluster accepts the token only the cluster knows. The findings
 * name no secrets.
 */
export function verifyVmBundle(
  bundle: SavedBundle,
  { now, group, facts }: VerifyOptions,
): readonly BundleFinding[] {
  const { files } = bundle;
  const env = checkEnv(files['cluster.env']);
  const mesh = checkMesh(files['mesh.yaml'], env.variables);
  return [
    ...checkModes(bundle),
    ...checkToken(files['istio-token'], env.variables, now),
    ...checkRoot(files['root-cert.pem'], now),
    ...ownCertificateFindings(bundle, env.variables, now),
    ...env.findings,
    ...mesh.findings,
    ...checkHosts(files.hosts, env.variables, mesh.defaultConfig),
    ...(group === undefined ? [] : checkGroup(env.variables, group)),
    ...(facts === undefined ? [] : checkFacts(bundle, env.variables, mesh.defaultConfig, facts)),
  ];
}

function ownCertificateFindings({ files }: SavedBundle, variables: Variables, now: Date): BundleFinding[] {
  const { 'cert-chain.pem': chain, 'key.pem': key, 'root-cert.pem': roots } = files;
  const isNeeded = proofIn(variables) === 'certificate';
  if (chain === undefined)
    return isNeeded ? [finding('certificate-missing', 'there is no file cert-chain.pem')] : [];
  if (key === undefined && isNeeded) return [finding('certificate-key', 'there is no file key.pem')];
  const pem = { chain: chain.text, roots: roots?.text ?? '', ...(key !== undefined && { key: key.text }) };
  return certificateFindings(pem, variables, now);
}

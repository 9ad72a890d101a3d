import { MeshctlError } from '../../errors.ts';
import { shortAge } from '../../proxy/status/index.ts';
import type { BundleFileName } from '../bundle/vm-bundle.ts';
import type { VmFacts } from '../facts/vm-facts.ts';
import type { VmGroup } from '../group/vm-group.ts';
import { checkToken } from '../verify/check-token.ts';
import { readRoots } from '../verify/read-roots.ts';
import { readToken } from '../verify/read-token.ts';
import type { SavedBundle } from '../verify/saved-bundle.ts';
import { bundleOwner, type BundleOwner } from './bundle-owner.ts';

/** What of a bundle is to be renewed, and by what. */
export interface RenewalRequest {
  /** What messages call the bundle. */
  readonly name: string;
  /** What is there; undefined when there is nothing yet. */
  readonly bundle?: SavedBundle;
  /** Whose it has to be. */
  readonly group: Pick<VmGroup, 'name' | 'namespace' | 'serviceAccount'>;
  /** What the cluster says now. */
  readonly facts: Pick<VmFacts, 'clusterId' | 'rootCertificate'>;
  /** `needed`: only when the one that is there is of no use any more. Default: `needed`. */
  readonly token?: 'always' | 'needed' | 'never';
  /** It is renewed when it differs from that of the mesh. Default: true. */
  readonly root?: boolean;
  readonly now: Date;
}

/** What is to be done with a file of a bundle. */
export interface RenewedFile {
  readonly file: Extract<BundleFileName, 'istio-token' | 'root-cert.pem'>;
  readonly renew: boolean;
  /** Why. */
  readonly reason: string;
}

/** The new files of a machine. */
export interface VmRenewal {
  /** What was asked for, the token first. */
  readonly files: readonly RenewedFile[];
}

/**
 * Tells what of a bundle has to be renewed. No token is asked for: that is up to the caller, when the plan says so.
 *
 * @throws {MeshctlError} `input` when the bundle is of another group, identity or cluster; `environment` when the mesh has
 * no root certificate that is one.
 */
export function planVmRenewal(request: RenewalRequest): VmRenewal {
  const { token = 'needed', root = true } = request;
  checkOwner(request);
  return {
    files: [
      ...(token === 'never' ? [] : [tokenPlan(request, token === 'always')]),
      ...(root ? [rootPlan(request)] : []),
    ],
  };
}

function checkOwner({ name, bundle, group, facts }: RenewalRequest): void {
  if (bundle === undefined) return;
  const owner = bundleOwner(bundle) ?? subjectOf(bundle);
  const pairs: readonly (readonly [string, string, string])[] = [
    ['group', owner.group, group.name],
    ['namespace', owner.namespace, group.namespace],
    ['service account', owner.serviceAccount, group.serviceAccount],
    ['cluster', owner.clusterId, facts.clusterId],
  ];
  const wrong = pairs.find(([, here, wanted]) => here !== '' && here !== wanted);
  if (wrong === undefined) return;
  const [what, here, wanted] = wrong;
  throw new MeshctlError('input', `${name} is of the ${what} "${here}", not of "${wanted}"`, {
    hint: 'nothing was written; name the folder of this VM, or write all files anew with `meshctl vm bundle`',
  });
}

/** Without variables the token that is there tells whose it is; empty where it does not. */
function subjectOf({ files }: SavedBundle): Omit<BundleOwner, 'variables'> {
  const subject = readToken(files['istio-token']?.text ?? '')?.subject ?? '';
  const [, namespace = '', serviceAccount = ''] =
    /^system:serviceaccount:([^:]+):([^:]+)$/.exec(subject) ?? [];
  return { group: '', namespace, serviceAccount, clusterId: '' };
}

function tokenPlan({ bundle = { files: {} }, now }: RenewalRequest, always: boolean): RenewedFile {
  const file = 'istio-token';
  const saved = bundle.files[file];
  const [fault] = checkToken(saved, bundleOwner(bundle)?.variables, now);
  if (fault !== undefined)
    return { file, renew: true, reason: fault.rule === 'token-missing' ? 'there was none' : fault.message };
  const text = (saved?.text ?? '').trim();
  if (text === '')
    return { file, renew: always, reason: 'this VM proves by a certificate who it is, and needs none' };
  const left = lifeOf(text, now);
  return always
    ? { file, renew: true, reason: `the old one is valid ${left}, all the same` }
    : { file, renew: false, reason: `it is valid ${left}` };
}

function lifeOf(text: string, now: Date): string {
  const expires = readToken(text)?.expires;
  if (expires === undefined) return 'without an end';
  const end = new Date(expires * 1000);
  return `until ${end.toISOString()}, for another ${shortAge(now, end)}`;
}

function rootPlan({ bundle, facts }: RenewalRequest): RenewedFile {
  const file = 'root-cert.pem';
  const saved = bundle?.files[file]?.text;
  if (saved === facts.rootCertificate)
    return { file, renew: false, reason: 'it is what the mesh hands out now' };
  if (readRoots(facts.rootCertificate).certificates.length === 0)
    throw new MeshctlError('environment', 'the mesh hands out a root certificate that cannot be read', {
      hint: 'nothing was written; see what istiod has written into the ConfigMap istio-ca-root-cert, or give --token alone',
    });
  return {
    ...{ file, renew: true },
    reason: saved === undefined ? 'there was none' : 'the mesh hands out another one now',
  };
}

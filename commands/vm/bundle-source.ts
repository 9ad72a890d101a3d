import { MeshctlError } from '../../src/errors.ts';
import { given } from '../../src/given.ts';
import type { ClusterWriter } from '../../src/kube/apply/index.ts';
import {
  liveObjects,
  readToken,
  readVmFacts,
  checkCertificate,
  readVmGroup,
  renderVmBundle,
  type ClusterObjects,
  type VmBundle,
  type VmFacts,
  type VmGroup,
} from '../../src/vm/index.ts';
import { printable } from '../../src/output/index.ts';
import type { CommandIo } from '../command-io.ts';
import { connectOptions } from '../kube-options.ts';
import { readSpecText } from '../spec-options.ts';
import { UsageError } from '../usage-error.ts';
import type { BundleOptions } from './bundle-options.ts';
import { checkClock } from './check-clock.ts';
import { identityOf } from './identity-options.ts';
import { readCertificate } from './read-certificate.ts';
import { readGroupDocument } from './read-group-document.ts';
import { savedIn } from './saved-in.ts';

/** A VM that is to be: its group, what the cluster says, and the files. */
export interface PreparedVm {
  readonly group: VmGroup;
  readonly facts: VmFacts;
  readonly bundle: VmBundle;
}

/** Gathers all that a bundle needs; nothing is written. What is worth knowing is said on standard error. */
export async function prepareVm(io: CommandIo, options: BundleOptions): Promise<PreparedVm> {
  checkInput(options);
  const source = await objectSource(io, options);
  const group = await groupOf(io, options, source.objects);
  if (options.ingressIp !== undefined) noteIngress(io, options);
  const { istioNamespace, ingressService, revision, clusterId, ingressIp } = options;
  const read = await readVmFacts(source.objects, group, {
    ...{ istioNamespace, ingressService, token: source.token },
    ...given({ revision, clusterId, ingressIp }),
  });
  const facts = { ...read, ...certificateFor(io, options, group, read) };
  const bundle = renderVmBundle(group, facts, bundleOptions(options));
  for (const { message, hint } of bundle.notices) {
    io.note(`warning: ${printable(message)}`);
    if (hint !== undefined) io.note(`  hint: ${printable(hint)}`);
  }
  return { group, facts, bundle };
}

/** The certificate that the VM is given, if it is. */
function certificateFor(
  io: CommandIo,
  { certificate: folder }: BundleOptions,
  group: VmGroup,
  facts: VmFacts,
): Pick<VmFacts, 'certificate'> {
  if (folder === undefined) return {};
  const certificate = checkCertificate(readCertificate(io, folder), { group, facts, now: new Date() });
  return { certificate };
}

function checkInput({ file, name, from, tokenFile, identity }: BundleOptions): void {
  if (file === undefined && name === undefined)
    throw new UsageError('there is no group', {
      hint: 'give a file with -f, or its name with --name and -n',
    });
  if (from !== undefined && tokenFile === undefined && identity === 'token')
    throw new UsageError('saved objects hold no token', {
      hint: 'give one with --token-file, made by `kubectl create token --audience istio-ca`',
    });
}

function noteIngress(io: CommandIo, { ingressIp = '', ingressService }: BundleOptions): void {
  if (!/^[\d.]+$|:/.test(ingressIp))
    io.note(
      `warning: --ingress-ip ${printable(ingressIp)} is no IP address: the Service ${printable(ingressService)} is asked for one`,
    );
}

function bundleOptions(options: BundleOptions): Parameters<typeof renderVmBundle>[2] {
  const { autoregister, captureDns, pinIstiod, internalIp, externalIp } = options;
  const ip = internalIp ?? externalIp;
  return {
    ...{ autoRegister: autoregister, captureDns, pinIstiod, identity: identityOf(options) },
    ...(ip !== undefined && { address: { ip, external: externalIp !== undefined } }),
  };
}

interface ObjectSource {
  readonly objects: ClusterObjects;
  readonly token: (group: VmGroup) => Promise<string>;
}

async function objectSource(io: CommandIo, options: BundleOptions): Promise<ObjectSource> {
  const { from } = options;
  const ofFile = presentToken(io, options);
  if (from !== undefined && ofFile !== undefined) return { objects: await savedIn(io, from), token: ofFile };
  const { connectWriter } = await import('../../src/kube/apply/index.ts');
  const writer = await connectWriter(connectOptions(io, options));
  return {
    objects: liveObjects(writer.client),
    token:
      ofFile ??
      ((group) => {
        checkClock(io, writer.client, options.tokenDuration);
        return issuedToken(writer, group, options.tokenDuration);
      }),
  };
}

/** The token of a file, and none for a VM that needs none; undefined when one is to be asked for. */
function presentToken(
  io: CommandIo,
  { identity, tokenFile }: BundleOptions,
): (() => Promise<string>) | undefined {
  if (identity !== 'token') return () => Promise.resolve('');
  return tokenFile === undefined ? undefined : () => tokenIn(io, tokenFile);
}

async function tokenIn(io: CommandIo, file: string): Promise<string> {
  const { name, text } = await readSpecText(io, file);
  const token = text.trim();
  const expires = readToken(token)?.expires ?? Number.POSITIVE_INFINITY;
  if (expires * 1000 <= Date.now())
    throw new MeshctlError(
      'input',
      `the token in ${name} expired at ${new Date(expires * 1000).toISOString()}`,
      {
        hint: 'make a new one with `kubectl create token --audience istio-ca`',
      },
    );
  if (token !== '' && !/\s/.test(token)) return token;
  throw new MeshctlError('input', `${name} holds no token`, { hint: 'it is one word in three parts' });
}

async function issuedToken(
  writer: ClusterWriter,
  { namespace, serviceAccount }: VmGroup,
  expirationSeconds: number,
): Promise<string> {
  const audiences = ['istio-ca'];
  return (await writer.token({ namespace, serviceAccount, audiences, expirationSeconds })).token;
}

async function groupOf(io: CommandIo, options: BundleOptions, objects: ClusterObjects): Promise<VmGroup> {
  const { file, name = '', namespace } = options;
  if (file !== undefined) return readGroupDocument(io, file, namespace);
  if (namespace === undefined)
    throw new UsageError('the namespace of the group is not said', { hint: 'say it with -n' });
  const found = await objects.find('WorkloadGroup', namespace, name);
  if (found !== undefined) return readVmGroup(found, `WorkloadGroup ${namespace}/${name}`, namespace);
  throw new MeshctlError(
    objects.saved ? 'input' : 'environment',
    `there is no WorkloadGroup ${namespace}/${name} in ${objects.name}`,
    { hint: 'make it with `meshctl vm group create --apply`, or give a file with -f' },
  );
}

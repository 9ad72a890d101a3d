import { existsSync, statSync } from 'node:fs';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import path from 'node:path';
import { MeshctlError } from '../../src/errors.ts';
import { given } from '../../src/given.ts';
import { connectWriter, type ClusterWriter } from '../../src/kube/apply/index.ts';
import {
  bundleFileNames,
  verifyVmBundle,
  type VmGroup,
  type WorkloadCertificate,
} from '../../src/vm/index.ts';
import {
  onboardVm,
  planVmOnboarding,
  readOnboardingFacts,
  type OnboardingEvent,
  type OnboardingOptions,
  type OnboardingTools,
  type PresentBundle,
  type VmOnboardingPlan,
} from '../../src/vm/onboard/index.ts';
import { checkTarget } from '../../src/vm/delivery/index.ts';
import type { CommandIo } from '../command-io.ts';
import { confirm } from '../confirm.ts';
import { connectOptions } from '../kube-options.ts';
import { printDocument } from '../print-document.ts';
import { millisecondsOf } from '../request-timeout.ts';
import { readSpecText } from '../spec-options.ts';
import { completeOptions } from './bundle-options.ts';
import { bundleFolder, deliverer, deliveryText, keepFiles, staleCompanions } from './onboard-delivery.ts';
import { groupToOnboard, type GroupToOnboard } from './onboard-group.ts';
import { identityOf } from './identity-options.ts';
import { readCertificate } from './read-certificate.ts';
import { checkOptions, type OnboardOptions } from './onboard-options.ts';
import { eventLines, planDocument, planText, resultDocument } from './onboard-text.ts';
import { readBundle } from './read-bundle.ts';

/** `meshctl vm onboard`: checks, plans, shows, asks, carries out. Gives the exit code. */
export async function runOnboard(
  io: CommandIo,
  named: string | undefined,
  asked: OnboardOptions,
): Promise<number> {
  const options = { ...asked, ...completeOptions(asked) };
  checkOptions(options, io.tty.stdout);
  const { ssh, sshPort } = options;
  if (ssh !== undefined) checkTarget({ target: ssh, ...given({ port: sshPort }) });
  const writer = await connectWriter(connectOptions(io, options));
  const wanted = await groupToOnboard(io, named, options, writer.client);
  const present = presentBundle(io, options, wanted.group);
  const plan = await planned(io, writer, options, wanted, present);
  if (options.dryRun) return showPlan(io, plan, options);
  io.err(planText(plan, io.colors.err));
  if (plan.ok && isAsked(plan, options) && !(await confirm(io, 'Carry this out?', options))) {
    io.note('nothing was written');
    return 1;
  }
  return carryOut(io, plan, options, tools(io, writer, options, plan.group, present));
}

/** Only what changes the cluster or another machine is asked about. */
const isAsked = ({ steps }: VmOnboardingPlan, { ssh }: OnboardOptions): boolean =>
  ssh !== undefined || steps.some(({ change }) => change !== undefined && change.action !== 'unchanged');

/** The files that an earlier run wrote. */
function presentBundle(io: CommandIo, options: OnboardOptions, group: VmGroup): PresentBundle | undefined {
  const folder = bundleFolder(options);
  if (folder === undefined) return undefined;
  const target = path.resolve(io.cwd, folder);
  const isThere = (name: string): boolean => existsSync(path.join(target, name));
  if (!isThere('.')) return undefined;
  if (statSync(target).isDirectory() && !bundleFileNames.some(isThere)) return undefined;
  const bundle = readBundle(io, folder);
  const files = Object.fromEntries(Object.entries(bundle.files).map(([name, { text }]) => [name, text]));
  const findings = verifyVmBundle(bundle, { now: new Date(), group });
  return { files, findings, companions: staleCompanions(io, options) };
}

async function planned(
  io: CommandIo,
  writer: ClusterWriter,
  options: OnboardOptions,
  { group, groupObject }: GroupToOnboard,
  present: PresentBundle | undefined,
): Promise<VmOnboardingPlan> {
  const { istioNamespace, ingressService, revision, clusterId, tokenFile, probe, identity } = options;
  const hasToken = tokenFile !== undefined || identity !== 'token';
  const certificate = certificateOf(io, options);
  const address = options.address ?? options.ingressIp;
  const facts = await readOnboardingFacts(writer, group, {
    ...{ istioNamespace, ingressService, hasToken, signal: io.interrupt() },
    ...given({ revision, clusterId, address, groupObject, certificate }),
    ...(probe && { probeTimeout: 10_000 }),
    resolve: async (name) => (await lookup(name, { all: true })).map((found) => found.address),
  });
  return planVmOnboarding({ ...facts, ...(present && { present }) }, onboardingOptions(options));
}

/** The certificate that the VM is given, if it is. */
const certificateOf = (io: CommandIo, { certificate }: OnboardOptions): WorkloadCertificate | undefined =>
  certificate === undefined ? undefined : readCertificate(io, certificate);

function onboardingOptions(options: OnboardOptions): OnboardingOptions {
  const { register, captureDns, pinIstiod, internalIp, externalIp, tokenDuration, ssh } = options;
  const ip = internalIp ?? externalIp;
  return {
    bundle: {
      ...{ autoRegister: register, captureDns, pinIstiod, identity: identityOf(options) },
      ...(ip !== undefined && { address: { ip, external: externalIp !== undefined } }),
    },
    ...{ tokenDuration, wait: register && (options.wait ?? (ssh !== undefined && options.start)) },
    ...given({ folder: bundleFolder(options), delivery: deliveryText(options) }),
  };
}

async function showPlan(io: CommandIo, plan: VmOnboardingPlan, { format }: OnboardOptions): Promise<number> {
  if (format === 'json') await printDocument(io, 'json', 'VmOnboardingPlan', planDocument(plan));
  else io.out(planText(plan, io.colors.out));
  return plan.ok ? 0 : 1;
}

function tools(
  io: CommandIo,
  writer: ClusterWriter,
  options: OnboardOptions,
  { namespace, serviceAccount }: VmGroup,
  present: PresentBundle | undefined,
): OnboardingTools {
  const { tokenFile, tokenDuration: expirationSeconds, output, ssh = '', timeout } = options;
  const host = ssh.replace(/^.*@/, '');
  const audiences = ['istio-ca'];
  return {
    writer,
    token: async () =>
      tokenFile === undefined
        ? (await writer.token({ namespace, serviceAccount, audiences, expirationSeconds })).token
        : tokenIn(io, tokenFile),
    ...given({
      keptToken: present?.files['istio-token'],
      certificate: certificateOf(io, options),
      deliver: deliverer(io, options),
    }),
    ...(output !== undefined && {
      keep: (files) => {
        keepFiles(io, options, files);
      },
    }),
    now: () => new Date(),
    addresses: isIP(host) > 0 ? [host] : [],
    timeout: millisecondsOf(timeout) || 86_400_000,
    signal: io.interrupt(),
  };
}

async function tokenIn(io: CommandIo, file: string): Promise<string> {
  const { name, text } = await readSpecText(io, file);
  const token = text.trim();
  if (token !== '' && !/\s/.test(token)) return token;
  throw new MeshctlError('input', `${name} holds no token`, { hint: 'it is one word in three parts' });
}

async function carryOut(
  io: CommandIo,
  plan: VmOnboardingPlan,
  options: OnboardOptions,
  with_: OnboardingTools,
): Promise<number> {
  const events: OnboardingEvent[] = [];
  try {
    for await (const event of onboardVm(plan, with_)) {
      events.push(event);
      for (const line of eventLines(event)) io.note(line);
    }
  } catch (error) {
    if (events.length > 0) io.note('the same command goes on from here');
    throw error;
  }
  await printResult(io, plan, options, events);
  return 0;
}

async function printResult(
  io: CommandIo,
  plan: VmOnboardingPlan,
  { format, output, ansible, ssh }: OnboardOptions,
  events: readonly OnboardingEvent[],
): Promise<void> {
  if (format === 'json') return printDocument(io, 'json', 'VmOnboardingResult', resultDocument(plan, events));
  if (ansible) io.note(`next: ansible-playbook -i <inventory> ${path.join(output ?? '', 'playbook.yaml')}`);
  else if (output !== undefined && ssh === undefined)
    io.note(`next: copy ${output} to the VM, and run there: sudo sh install.sh`);
}

import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MeshctlError, messageOf } from '../../src/errors.ts';
import { given } from '../../src/given.ts';
import {
  ansiblePlaybook,
  cloudInit,
  deliverOverSsh,
  installScript,
  selfExtractingScript,
  type DeliveryEvent,
  type InstallOptions,
} from '../../src/vm/delivery/index.ts';
import type { BundleFiles } from '../../src/vm/index.ts';
import type { OnboardingTools } from '../../src/vm/onboard/index.ts';
import type { CommandIo } from '../command-io.ts';
import type { OnboardOptions } from './onboard-options.ts';
import { writeBundle } from './write-bundle.ts';

/** How the files get to the VM, in words; undefined when only a folder is written. */
export function deliveryText({ ssh, printScript, cloudInit: userData }: OnboardOptions): string | undefined {
  if (ssh !== undefined) return `to ${ssh}, with ssh`;
  if (printScript) return 'as a script on standard output';
  return userData ? 'as user data for cloud-init on standard output' : undefined;
}

/** The folder of the five files; that of a playbook has them below. */
export function bundleFolder({ output, ansible }: OnboardOptions): string | undefined {
  return output !== undefined && ansible ? path.join(output, 'files') : output;
}

/** Hands the files over as the flags say. */
export function deliverer(io: CommandIo, options: OnboardOptions): OnboardingTools['deliver'] {
  const { ssh, sshPort, sshOption, printScript, cloudInit: userData } = options;
  const install = installOf(options);
  if (ssh !== undefined)
    return async function* (bundle, signal) {
      const place = { target: ssh, sshOptions: sshOption, ...given({ port: sshPort }) };
      const how = { ...place, install, interactive: io.tty.stdin, env: { ...io.env }, signal };
      for await (const event of deliverOverSsh(bundle, how)) yield lineOf(event);
    };
  if (!printScript && !userData) return undefined;
  return async function* (bundle) {
    io.out(printScript ? selfExtractingScript(bundle, install) : cloudInit(bundle, install));
    yield await Promise.resolve('printed: it holds the token, a secret');
  };
}

function lineOf(event: DeliveryEvent): string {
  if (event.type === 'connected') return `connected to ${event.target}`;
  if (event.type === 'copied') return 'the files are there';
  if (event.type === 'said') return event.line;
  return event.changed ? 'installed' : 'all was installed before';
}

/** Writes the files to the folder, and with them what installs them. */
export function keepFiles(io: CommandIo, options: OnboardOptions, files: BundleFiles): void {
  const folder = bundleFolder(options) ?? '';
  if (options.ansible) writePlaybook(io.cwd, options, files);
  writeBundle(io.cwd, folder, { ...files, 'install.sh': installScript(installOf(options)) });
}

/** Files beside the bundle that an earlier run did not write, or not like this. */
export function staleCompanions(io: CommandIo, options: OnboardOptions): readonly string[] {
  const { output = '', ansible } = options;
  const folder = bundleFolder(options) ?? '';
  const isScript = textOf(io, path.join(folder, 'install.sh')) === installScript(installOf(options));
  const isPlaybook = !ansible || textOf(io, path.join(output, 'playbook.yaml')) !== undefined;
  return [...(isScript ? [] : ['install.sh']), ...(isPlaybook ? [] : ['playbook.yaml'])];
}

function textOf({ cwd }: CommandIo, file: string): string | undefined {
  try {
    return readFileSync(path.resolve(cwd, file), 'utf8');
  } catch {
    return undefined;
  }
}

const installOf = ({ start }: OnboardOptions): InstallOptions => ({ service: true, start });

/** It takes its place whole, that of a link, too, and holds no secret. */
function writePlaybook(cwd: string, options: OnboardOptions, files: BundleFiles): void {
  const file = path.join(options.output ?? '', 'playbook.yaml');
  const target = path.resolve(cwd, file);
  const text = ansiblePlaybook({ files }, installOf(options)).files['playbook.yaml'];
  const draft = `${target}.${process.pid}`;
  try {
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(draft, text, { mode: 0o600, flag: 'wx' });
    renameSync(draft, target);
  } catch (cause) {
    rmSync(draft, { force: true });
    throw new MeshctlError('input', `cannot write ${file}`, {
      reason: messageOf(cause),
      hint: 'name a folder that you may write to with -o',
      cause,
    });
  }
}

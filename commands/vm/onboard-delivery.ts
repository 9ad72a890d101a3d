import { writeFileSync } from 'node:fs';
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
  const { ssh, sshPort, sshOption, start, printScript, cloudInit: userData } = options;
  const install = { service: true, start };
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

/** Writes the files to the folder, and beside them what installs them. */
export function keepFiles(io: CommandIo, options: OnboardOptions, files: BundleFiles): void {
  const { output = '', ansible, start } = options;
  const folder = bundleFolder(options) ?? output;
  writeBundle(io.cwd, folder, files);
  const install = { service: true, start };
  const others: Readonly<Record<string, string>> = ansible
    ? playbookOf(files, install)
    : { 'install.sh': installScript(install) };
  for (const [name, text] of Object.entries(others)) writePlain(io.cwd, path.join(output, name), text);
}

function playbookOf(
  files: BundleFiles,
  install: { service: boolean; start: boolean },
): Record<string, string> {
  const texts = ansiblePlaybook({ files }, install).files;
  return { 'playbook.yaml': texts['playbook.yaml'], 'files/install.sh': texts['files/install.sh'] };
}

function writePlain(cwd: string, file: string, text: string): void {
  try {
    writeFileSync(path.resolve(cwd, file), text, { mode: 0o600 });
  } catch (cause) {
    throw new MeshctlError('input', `cannot write ${file}`, {
      reason: messageOf(cause),
      hint: 'name a folder that you may write to with -o',
      cause,
    });
  }
}

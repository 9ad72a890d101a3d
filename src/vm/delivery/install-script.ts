import { checks } from './script/checks.ts';
import { files } from './script/files.ts';
import { frame } from './script/frame.ts';
import { hosts } from './script/hosts.ts';
import { identity } from './script/identity.ts';
import { service } from './script/service.ts';
import { uninstall } from './script/uninstall.ts';

/** What the script does without being told by a flag; each has a flag of its own, too. */
export interface InstallOptions {
  /** Installs though the agent is not there, such as into an image. */
  readonly filesOnly?: boolean;
  /** Sees to it that systemd starts the agent with the machine, and again whenever it ends. */
  readonly service?: boolean;
  /** Starts the agent, or restarts it when something changed. */
  readonly start?: boolean;
  /** Only says what would be done. */
  readonly dryRun?: boolean;
  /** Removes what an earlier run installed. */
  readonly uninstall?: boolean;
}

/**
 * A program for a POSIX shell that installs the files of a VM, from the folder that it is given or lies in. The same
 * options give the same text. It holds no secret and nothing of a bundle. docs/vm-delivery.md says what it does.
 */
export function installScript(options: InstallOptions = {}): string {
  const defaults = Object.entries(variables).map(
    ([option, name]) => `${name}=${options[option as keyof InstallOptions] === true ? 'yes' : 'no'}\n`,
  );
  return [opening, ...defaults, frame, checks, files, identity, hosts, service, uninstall, closing].join('');
}

const variables: Readonly<Record<keyof InstallOptions, string>> = {
  filesOnly: 'files_only',
  service: 'service',
  start: 'start',
  dryRun: 'dry_run',
  uninstall: 'uninstall',
};

const opening = `#!/bin/sh
# Installs the files by which this machine joins an Istio mesh; --help tells how. Written by meshctl, without secrets.
set -eu
umask 022

`;

// The last line starts all, so that a file that was cut off does nothing.
const closing = String.raw`
main() {
  read_arguments "$@"
  check_machine
  if [ "$uninstall" = yes ]; then
    remove_all
  else
    check_bundle
    install_files
    install_hosts
    install_service
    start_service
  fi
  summary
}

main "$@"
`;

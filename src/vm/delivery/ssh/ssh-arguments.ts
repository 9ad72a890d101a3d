import { checkTarget } from './check-target.ts';
import { remoteProgram } from './remote-program.ts';
import type { SshDeliveryOptions } from './delivery-event.ts';

/**
 * The arguments for ssh, which runs the program there: by default that of a delivery. Of a setting that is given twice ssh takes the first: ours that must be come first, those that
 * others may set come last.
 *
 * @throws {MeshctlError} `usage` for a target or a port that is none.
 */
export function sshArguments(
  options: SshDeliveryOptions,
  program: string = remoteProgram(options.sudo),
): string[] {
  const { target, port, identity, sshOptions = [], interactive = false } = options;
  checkTarget(options);
  const settings = [
    'StrictHostKeyChecking=yes',
    'UpdateHostKeys=no',
    'ClearAllForwardings=yes',
    'ForwardAgent=no',
    ...(interactive ? [] : ['BatchMode=yes']),
    ...sshOptions,
    'ConnectTimeout=20',
    'ServerAliveInterval=10',
    'ServerAliveCountMax=3',
  ];
  return [
    '-T',
    ...settings.flatMap((setting) => ['-o', setting]),
    ...(port === undefined ? [] : ['-p', String(port)]),
    ...(identity === undefined ? [] : ['-i', identity]),
    '--',
    target,
    program,
  ];
}

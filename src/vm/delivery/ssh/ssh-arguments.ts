import { MeshctlError } from '../../../errors.ts';
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
  checkPlace(options);
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

function checkPlace({ target, port }: SshDeliveryOptions): void {
  // What begins with a hyphen, ssh would take for one of its own flags.
  if (!/^[^\s-]\S*$/.test(target) || target.endsWith('@'))
    throw new MeshctlError('usage', `${JSON.stringify(target)} is no machine that ssh can reach`, {
      hint: 'write it as user@host',
    });
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536))
    throw new MeshctlError('usage', `${port} is no port of ssh`, { hint: 'it is a number from 1 to 65535' });
}

import { MeshctlError } from '../../../errors.ts';

/**
 * Refuses what ssh would take for a flag of its own, and letters that no name of a machine has but that mean something
 * to a shell, should a setting of ssh hand the name to one.
 *
 * @throws {MeshctlError} `usage` for a target or a port that is none.
 */
export function checkTarget({ target, port }: { readonly target: string; readonly port?: number }): void {
  const isPlain = /^[^\s-]\S*$/.test(target) && !/@(-|$)/.test(target);
  if (!isPlain || /[\p{Cc}'"`$\\;&<>|(){}]/u.test(target))
    throw new MeshctlError('usage', `${JSON.stringify(target)} is no machine that ssh can reach`, {
      hint: 'write it as user@host',
    });
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536))
    throw new MeshctlError('usage', `${port} is no port of ssh`, { hint: 'it is a number from 1 to 65535' });
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MeshctlError, messageOf } from '../../src/errors.ts';
import type { WorkloadCertificate } from '../../src/vm/index.ts';
import type { CommandIo } from '../command-io.ts';

/**
 * Reads the certificate of a workload, and its key, from a folder.
 *
 * @throws {MeshctlError} `input` for files that are not there, or cannot be read.
 */
export function readCertificate({ cwd }: Pick<CommandIo, 'cwd'>, folder: string): WorkloadCertificate {
  const textOf = (name: string): string => {
    try {
      return readFileSync(path.resolve(cwd, folder, name), 'utf8');
    } catch (cause) {
      throw new MeshctlError('input', `cannot read ${path.join(folder, name)}`, {
        reason: messageOf(cause),
        hint: '--certificate names the folder of key.pem and cert-chain.pem',
        cause,
      });
    }
  };
  return { chain: textOf('cert-chain.pem'), key: textOf('key.pem') };
}

import { MeshctlError } from '../../src/errors.ts';
import { isObject } from '../../src/json.ts';
import { readText } from '../../src/resources/index.ts';
import { validate } from '../../src/validate/index.ts';
import { readVmGroup, type VmGroup } from '../../src/vm/index.ts';
import type { CommandIo } from '../command-io.ts';
import { readSpecText, sayFindings } from '../spec-options.ts';

/**
 * Reads the one WorkloadGroup of a file. What the API server or Istio would say against it is said as warnings: what a VM
 * is given does not depend on it.
 *
 * @throws {MeshctlError} `input` for what cannot be read as one.
 */
export async function readGroupDocument(
  io: CommandIo,
  file: string,
  namespace: string | undefined,
): Promise<VmGroup> {
  const { name, text } = await readSpecText(io, file);
  const read = readText(text, name);
  const [document, another] = read.documents;
  const [unread] = document?.problems ?? [];
  if (unread !== undefined) {
    const { line, column } = unread.range.start;
    throw new MeshctlError('input', `${name}:${line}:${column}: ${unread.message}`, {
      hint: 'give one WorkloadGroup as YAML or JSON; `meshctl vm group create` writes one',
    });
  }
  if (another !== undefined)
    throw new MeshctlError('input', `${name} holds several documents`, {
      hint: 'give the WorkloadGroup alone',
    });
  const group = readVmGroup(isObject(document?.value) ? document.value : {}, name, namespace);
  const { findings } = await validate(read, { namespace: group.namespace });
  await sayFindings(
    io,
    findings.map((finding) => ({ ...finding, severity: 'warning' as const })),
  );
  return group;
}

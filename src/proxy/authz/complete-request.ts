import { MeshctlError } from '../../errors.ts';
import type { ProxyDump } from '../dump/dump.ts';
import { parseClusterName } from '../message/index.ts';

/** A request line that can be traced. */
export interface CompleteRequest {
  readonly line: string;
  /** What was filled in, in words; empty when nothing was. */
  readonly assumption: string;
}

/**
 * Makes `GET /reviews` a whole request line: to the port of the workload behind the proxy, if it has but one. Throws
 * MeshctlError (usage) when the dump does not tell which.
 */
export function completeRequest(dump: ProxyDump, line: string): CompleteRequest {
  const [, method, path] = /^\s*(\S+)\s+(\/\S*)\s*$/.exec(line) ?? [];
  if (method === undefined || path === undefined) return { line, assumption: '' };
  const [port, ...others] = inboundPorts(dump);
  if (port === undefined || others.length > 0) {
    const ports = [port, ...others].filter((each) => each !== undefined);
    const known = ports.length === 0 ? 'the dump names none' : `the workload has ${ports.join(', ')}`;
    throw new MeshctlError('usage', `"${line.trim()}" does not tell the port`, {
      reason: known,
      hint: `write the whole address: "${method} http://reviews:${port ?? 8080}${path}"`,
    });
  }
  const assumption = `it is sent to port ${port}, and its host is ${host}`;
  return { line: `${method} http://${host}:${port}${path}`, assumption };
}

const host = 'workload';

function inboundPorts(dump: ProxyDump): readonly number[] {
  const names = [...(dump.section('clusters')?.items({}) ?? [])].map(({ name }) => parseClusterName(name));
  const ports = names
    .filter(({ direction, parsed }) => parsed && direction === 'inbound')
    .map(({ port }) => port);
  return [...new Set(ports)].sort((a, b) => a - b);
}

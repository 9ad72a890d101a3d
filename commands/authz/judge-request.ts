import type { ProxyDump } from '../../src/proxy/index.ts';
import { checkRequest, completeRequest, formatCheck } from '../../src/proxy/authz/index.ts';
import { parseRequest } from '../../src/proxy/trace/index.ts';
import type { CommandIo } from '../command-io.ts';
import { printDocument } from '../print-document.ts';
import type { CheckOptions } from './check-options.ts';

/** Tells whether a proxy lets a request pass, and by which policy: 0 when it is allowed, else 1. */
export async function judgeRequest(
  io: CommandIo,
  dump: ProxyDump,
  { request = '', header: headers, sourceIp, sourcePrincipal, output, ...options }: CheckOptions,
): Promise<number> {
  const { line, assumption } = completeRequest(dump, request);
  const from = options.from ?? usualDirection(dump);
  const checked = checkRequest(dump, parseRequest(line, { headers, from, sourceIp, sourcePrincipal }));
  const taken = assumption === '' ? checked.assumptions : [assumption, ...checked.assumptions];
  const check = { ...checked, assumptions: taken };
  if (output === 'json' || output === 'yaml') await printDocument(io, output, 'AccessCheck', check);
  else io.out(formatCheck(check));
  return check.decision === 'allowed' ? 0 : 1;
}

/** A gateway has no listener for what comes to a workload. */
function usualDirection(dump: ProxyDump): 'inbound' | 'gateway' {
  const inbound = new Set(['virtualInbound', 'main_internal']);
  const listeners = [...(dump.section('listeners')?.items({}) ?? [])];
  return listeners.some(({ name }) => inbound.has(name)) ? 'inbound' : 'gateway';
}

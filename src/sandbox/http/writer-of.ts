import type { Writer } from '../write/writer.ts';
import type { ApiRequest } from './api-request.ts';

/** Who writes: the field manager that the request names, otherwise the program that sends it. */
export function writerOf({ query, headers }: ApiRequest, subresource?: string): Writer {
  const program = (headers['user-agent'] ?? 'unknown').split('/')[0] ?? 'unknown';
  return {
    manager: query.get('fieldManager') ?? program,
    dryRun: query.get('dryRun') === 'All',
    strict: query.get('fieldValidation') === 'Strict',
    ...(subresource === 'status' && { subresource }),
  };
}

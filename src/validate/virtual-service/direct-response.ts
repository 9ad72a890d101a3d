import type { Static } from 'typebox';
import type { HTTPBody, HTTPDirectResponse } from '../../api/virtual-service.ts';
import type { Path } from '../../path.ts';
import type { Loose } from '../loose.ts';
import { errorRule, warningRule, type Report, type RuleInfo } from '../rule.ts';
import { checkHttpStatus } from './http-status.ts';

const tooLarge = errorRule({
  slug: 'directresponse/too-large',
  summary: 'The body of a direct response has at most 1 MiB.',
  message: ({ bytes }: { bytes: number }) => `the body has ${bytes} bytes, more than 1 MiB`,
  hint: 'Serve it from a workload.',
});

const large = warningRule({
  slug: 'virtualservice/directresponse-large',
  summary: 'The body of a direct response has at most 100 KiB.',
  message: ({ bytes }: { bytes: number }) =>
    `the body has ${bytes} bytes; more than 100 KiB burden the control plane and every proxy`,
  hint: 'Serve it from a workload.',
});

export const directResponseRules: readonly RuleInfo[] = [tooLarge, large];

/** Checks an answer that the proxy gives by itself. */
export function checkDirectResponse(
  { status = 0, body }: Loose<Static<typeof HTTPDirectResponse>>,
  path: Path,
  report: Report,
): void {
  checkHttpStatus(status, [...path, 'status'], report);
  const bytes = body === undefined ? 0 : sizeOf(body);
  if (bytes > 1024 * 1024) report(tooLarge, [...path, 'body'], { bytes });
  else if (bytes > 100 * 1024) report(large, [...path, 'body'], { bytes });
}

const sizeOf = ({ string = '', bytes }: Loose<Static<typeof HTTPBody>>): number =>
  bytes === undefined ? Buffer.byteLength(string) : Buffer.byteLength(bytes, 'base64');

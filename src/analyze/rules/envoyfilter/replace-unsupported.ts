import { misusedOperation } from './misused-operation.ts';

const replaceable: ReadonlySet<string> = new Set(['NETWORK_FILTER', 'HTTP_FILTER', 'VIRTUAL_HOST']);

/** Only filters and virtual hosts can be replaced. */
export const replaceUnsupported = misusedOperation({
  slug: 'envoyfilter/replace-unsupported',
  code: 'IST0152',
  operation: 'REPLACE',
  works: (applyTo) => replaceable.has(applyTo) || applyTo === 'LISTENER_FILTER',
  worksForIstioctl: (applyTo) => replaceable.has(applyTo),
  summary: 'REPLACE is used for filters and virtual hosts.',
  hint: 'MERGE what differs; to replace the whole, REMOVE one and ADD the other.',
});

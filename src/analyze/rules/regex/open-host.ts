import { defineRule } from '../../rule.ts';
import { expressionsOf } from './expressions.ts';

/** `.*example\.com` is meant for the names below example.com, and fits evil-example.com, too. */
export const openHost = defineRule<{ foreign: string }>({
  slug: 'regex/open-host',
  code: 'MSH0174',
  severity: 'warning',
  summary: 'A wildcard before a domain ends with a dot.',
  hint: 'For the domain and all below it write `(.+\\.)?example\\.com`.',
  kinds: ['VirtualService', 'HTTPRoute', 'GRPCRoute'],
  message: ({ foreign }) =>
    `the wildcard does not end with a dot, so ${foreign} fits as well, a domain that anybody can register`,
  check(mesh, report) {
    for (const { object, path, text, subject } of mesh.derive(expressionsOf)) {
      if (subject !== 'host' && subject !== 'origin') continue;
      const [, label, domain] = ending.exec(text) ?? [];
      if (label === undefined || domain === undefined) continue;
      report(object, path, { foreign: `evil${label}.${domain}` });
    }
  },
});

/** A wildcard right before a domain of two labels, at the end; a port may follow. */
const ending =
  /(?<!\\)\.[*+]([A-Za-z0-9][A-Za-z0-9-]*)\\?\.([A-Za-z]{2,})(?:\(?(?:\?:)?:[^A-Za-z]*(?:\\d[^A-Za-z]*)?)?\$?$/;

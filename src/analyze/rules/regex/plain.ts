import { defineRule } from '../../rule.ts';
import { expressionsOf } from './expressions.ts';
import { plainText } from './plain-text.ts';

/**
 * Envoy holds a regular expression against the whole value (`RegexMatcher`: "The entire path must match"), so one
 * without wildcards stands for one text alone.
 */
export const plain = defineRule<{ match: 'exact' | 'prefix'; text: string }>({
  slug: 'regex/plain',
  code: 'MSH0171',
  severity: 'info',
  summary: 'Regular expressions are used where `exact` and `prefix` do not do.',
  kinds: ['VirtualService', 'HTTPRoute', 'GRPCRoute'],
  message: ({ match, text }) =>
    match === 'exact'
      ? `the whole value has to fit, so this fits ${JSON.stringify(text)} alone, as an exact match does`
      : `this fits what begins with ${JSON.stringify(text)}, as a match by prefix does`,
  hint: 'Match the text itself, which is faster and cannot be misread.',
  check(mesh, report) {
    for (const { object, path, text: regex, subject, instead } of mesh.derive(expressionsOf)) {
      if (subject === 'part') continue;
      const found = plainText(regex);
      if (found === undefined || !instead.includes(found.match)) continue;
      const { match, text } = found;
      const hint =
        match === 'exact'
          ? 'Use an exact match; if what only begins with the text is meant as well, one by prefix.'
          : `Use \`prefix: ${text}\`.`;
      report(object, path, { match, text }, { hint });
    }
  },
});

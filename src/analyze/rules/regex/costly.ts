import { defineRule } from '../../rule.ts';
import { compiled } from './compiled.ts';
import { expressionsOf } from './expressions.ts';

/**
 * RE2 unfolds counted repeats: `(a{1,30}){1,30}` has 900 letters. Envoy therefore measures expressions by the size of
 * their program (`re2.max_program_size`); Istio has raised that limit and checks the length of the text alone
 * (istio/istio#36143).
 */
export const costly = defineRule<{ size: number; length: number }>({
  slug: 'regex/costly',
  code: 'MSH0170',
  severity: 'warning',
  summary: 'The program of a regular expression is not much larger than its text.',
  hint: 'Replace counted repeats such as `{1,200}` by `*` or `+`, and check lengths elsewhere.',
  kinds: ['VirtualService', 'HTTPRoute', 'GRPCRoute'],
  message: ({ size, length }) =>
    `${length} characters become a program of ${size} steps, which every proxy keeps and runs for each request`,
  check(mesh, report) {
    for (const { object, path, text } of mesh.derive(expressionsOf)) {
      // Only a repeat makes a program of this size of a text of at most 1024 characters.
      if (!text.includes('{')) continue;
      const size = compiled(text).programSize();
      if (size > most && size > 2 * text.length) report(object, path, { size, length: text.length });
    }
  },
});

const most = 1000;

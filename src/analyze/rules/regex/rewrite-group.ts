import { regexFault } from '../../../validate/index.ts';
import { defineRule } from '../../rule.ts';
import { compiled } from './compiled.ts';

type Fault = 'group' | 'dollar' | 'escape';

/**
 * The replacement is that of RE2: `\1` stands for a group. With a number beyond the groups `RE2::GlobalReplace` replaces
 * nothing, and `$1` is no more than two characters.
 */
export const rewriteGroup = defineRule<{ fault: Fault; reference: string; groups: number }>({
  slug: 'regex/rewrite-group',
  code: 'MSH0173',
  severity: 'error',
  summary: 'A replacement refers to groups of its regular expression, as `\\1`.',
  kinds: ['VirtualService'],
  message: ({ fault, reference, groups }) => {
    if (fault === 'dollar')
      return `${reference} is written to the path as it stands; a group is \\${reference.slice(1)}`;
    if (fault === 'escape')
      return `${JSON.stringify(reference)} is no reference: after a backslash comes a digit or a backslash`;
    return `the expression has ${groups === 1 ? '1 group' : `${groups} groups`}, so with ${reference} nothing is rewritten`;
  },
  hint: 'Groups are the parts in brackets, `\\1` the first; `\\0` is all that fits, `\\\\` a backslash.',
  check(mesh, report) {
    for (const service of mesh.of('VirtualService')) {
      for (const [index, { rewrite = {} }] of (service.spec.http ?? []).entries()) {
        const args = faultOf(rewrite.uriRegexRewrite ?? {});
        const path = ['spec', 'http', index, 'rewrite', 'uriRegexRewrite', 'rewrite'];
        if (args !== undefined) report(service, path, args);
      }
    }
  },
});

function faultOf({
  match = '',
  rewrite = '',
}: {
  readonly match?: string;
  readonly rewrite?: string;
}): { fault: Fault; reference: string; groups: number } | undefined {
  if (match === '' || regexFault(match) !== undefined) return undefined;
  const groups = compiled(match).groupCount();
  for (const [reference, dollar] of rewrite.matchAll(/\$(\d)|\\[^]?/g)) {
    const fault = faultOfReference(reference, dollar, groups);
    if (fault !== undefined) return { fault, reference, groups };
  }
  return undefined;
}

/** `dollar` is the number after a dollar sign, which may well be the price of something where there is no such group. */
function faultOfReference(reference: string, dollar: string | undefined, groups: number): Fault | undefined {
  if (dollar !== undefined) return Number(dollar) >= 1 && Number(dollar) <= groups ? 'dollar' : undefined;
  if (/^\\\d$/.test(reference)) return Number(reference.slice(1)) > groups ? 'group' : undefined;
  return reference === '\\\\' ? undefined : 'escape';
}

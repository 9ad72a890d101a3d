import { formatPath } from '../path.ts';
import type { Check, CheckContext, Report } from './rule.ts';

/**
 * For tests: what a check reports of a spec, as `slug path` in the order of reporting. The object is called
 * `name` in the namespace `ns` unless `context` says otherwise.
 */
export function problems<S>(check: Check<S>, spec: S, context: Partial<CheckContext> = {}): string[] {
  return reported((report) => {
    check(spec, { report, name: 'name', namespace: 'ns', labels: {}, annotations: {}, ...context });
  });
}

/** For tests: what `run` reports, as `slug path`; the message is rendered too, so that a broken one shows. */
export function reported(run: (report: Report) => void): string[] {
  const lines: string[] = [];
  run((rule, path, args) => {
    if (rule.message(args).trim() === '') throw new Error(`${rule.slug} has no message`);
    lines.push(`${rule.slug} ${formatPath(path)}`);
  });
  return lines;
}

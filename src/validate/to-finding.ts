import { formatPath } from '../path.ts';
import type { Finding, Fix, Problem, Repair } from '../finding.ts';
import type { Resource, SourceDocument } from '../resources/index.ts';
import { rulePage } from './rule-page.ts';

/** Gives a problem of an object its place in the file. */
export function toFinding(problem: Problem, resource: Resource): Finding {
  const { document, base } = resource;
  const located = document.locate([...base, ...(problem.mark ?? problem.path)]);
  const range = problem.at === 'key' ? (located.key ?? located.value) : located.value;
  const { code, rule, severity, message, hint, args, rejectedBy } = problem;
  return {
    code,
    rule,
    severity,
    message,
    ...(hint !== undefined && { hint }),
    resource: {
      apiVersion: resource.apiVersion,
      kind: resource.kind,
      ...(resource.namespace !== undefined && { namespace: resource.namespace }),
      name: resource.name,
    },
    file: document.file,
    document: document.index,
    path: formatPath(problem.path),
    range: located.exact || located.key === undefined ? range : located.key,
    args,
    rejectedBy,
    related: [],
    fixes: fixesOf(problem.repair, resource),
    docs: rulePage(rule),
  };
}

/** A repair as changes of the text, where the text allows it. */
function fixesOf(repair: Repair | undefined, { document, base }: Resource): Fix[] {
  if (repair === undefined) return [];
  const steps = repair.steps.map((step) => ({ ...step, path: [...base, ...step.path] }));
  const edits = document.edits(steps);
  return edits === undefined || edits.length === 0 ? [] : [{ description: repair.description, edits }];
}

/** What kept documents from being read at all; both Istio and the API server refuse such a file. */
export function readFindings(document: SourceDocument): Finding[] {
  return document.problems.map(({ rule, message, hint, range, fix }) => ({
    code: 'MSH0001',
    rule,
    severity: 'error',
    message,
    ...(hint !== undefined && { hint }),
    resource: { apiVersion: '', kind: '', name: '' },
    file: document.file,
    document: document.index,
    path: '',
    range,
    args: {},
    rejectedBy: ['istio', 'apiserver'],
    related: [],
    fixes: fix === undefined ? [] : [fix],
    docs: rulePage(rule),
  }));
}

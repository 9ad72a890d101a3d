import type { Finding } from '../finding.ts';
import type { Json, SourceDocument } from '../resources/index.ts';
import { rulePage } from './rule-page.ts';
import type { RuleInfo } from './rule.ts';

/** The rule about objects that do not say what they are. */
export const missingKindRule: RuleInfo = {
  slug: 'kind/missing',
  code: 'MSH0013',
  severity: 'warning',
  summary: 'An object names its `apiVersion` and its `kind`.',
  hint: 'Add both at the top of the document, such as `apiVersion: networking.istio.io/v1` and `kind: VirtualService`.',
};

/** A document that looks like an object of Kubernetes but lacks a name of its type is passed over by all tools. */
export function namelessFindings(document: SourceDocument): Finding[] {
  const missing = missingNames(document.value);
  if (missing.length === 0) return [];
  const { slug, code, severity, hint } = missingKindRule;
  return [
    {
      ...{ code, rule: slug, severity },
      message: `the document has no ${missing.map((name) => `\`${name}\``).join(' and no ')}; it was not checked`,
      ...(hint !== undefined && { hint }),
      resource: { apiVersion: '', kind: '', name: '' },
      file: document.file,
      document: document.index,
      path: '',
      range: document.locate(['metadata']).key ?? document.locate([]).value,
      args: { missing },
      rejectedBy: [],
      related: [],
      fixes: [],
      docs: rulePage(slug),
    },
  ];
}

/** Values of charts and kustomizations name no type either: what counts is metadata together with content. */
function missingNames(value: Json | undefined): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  if (!('metadata' in value) || !('spec' in value)) return [];
  return ['apiVersion', 'kind'].filter((name) => typeof value[name] !== 'string' || value[name] === '');
}

import { clearlyClosest } from '../closest.ts';
import type { Finding, Fix } from '../finding.ts';
import type { JsonObject } from '../json.ts';
import type { SourceDocument } from '../resources/index.ts';
import { rulePage } from './rule-page.ts';
import type { RuleInfo } from './rule.ts';

const add =
  'Add both at the top of the document, such as `apiVersion: networking.istio.io/v1` and `kind: VirtualService`.';

/** The rule about objects that do not say what they are. */
export const missingKindRule: RuleInfo = {
  slug: 'kind/missing',
  code: 'MSH0013',
  severity: 'warning',
  summary: 'An object names its `apiVersion` and its `kind`.',
  hint: add,
};

/** A document that looks like an object of Kubernetes but lacks a name of its type is passed over by all tools. */
export function namelessFindings(document: SourceDocument, strict: boolean): Finding[] {
  const { value } = document;
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !looksLikeObject(value))
    return [];
  const missing = typeNames.filter((name) => typeof value[name] !== 'string' || value[name] === '');
  return missing.length === 0 ? [] : [nameless(document, missing, misspelt(value, missing), strict)];
}

/** A key with text that can only have been meant to be a missing name. */
function misspelt(value: JsonObject, missing: readonly string[]): { key?: string; meant?: string } {
  for (const [key, text] of Object.entries(value)) {
    const meant = typeof text === 'string' ? clearlyClosest(key, missing) : undefined;
    if (meant !== undefined) return { key, meant };
  }
  return {};
}

function nameless(
  document: SourceDocument,
  missing: readonly string[],
  { key, meant }: { key?: string; meant?: string },
  strict: boolean,
): Finding {
  const place = document.locate([key ?? typeNames.find((name) => !missing.includes(name)) ?? 'metadata']);
  return {
    code: missingKindRule.code,
    rule: missingKindRule.slug,
    severity: strict ? 'error' : 'warning',
    message: `the document has no ${missing.map((name) => `\`${name}\``).join(' and no ')}; it was not checked`,
    hint: meant === undefined ? add : `Did you mean \`${meant}\`?`,
    resource: { apiVersion: '', kind: '', name: '' },
    file: document.file,
    document: document.index,
    path: '',
    range: place.key ?? place.value,
    args: { missing, ...(meant !== undefined && { meant }) },
    rejectedBy: [],
    related: [],
    fixes: key === undefined || meant === undefined ? [] : renamed(document, key, meant),
    docs: rulePage(missingKindRule.slug),
  };
}

function renamed(document: SourceDocument, key: string, meant: string): Fix[] {
  const edits = document.edits([{ op: 'rename', path: [key], name: meant }]);
  return edits === undefined ? [] : [{ description: `rename \`${key}\` to \`${meant}\``, edits }];
}

const typeNames = ['apiVersion', 'kind'];

/** Values of charts and other settings name no type at all; a half-named type, or metadata with a spec, is a slip. */
function looksLikeObject(value: JsonObject): boolean {
  const keys = new Set(Object.keys(value).map((key) => key.toLowerCase()));
  if (keys.has('metadata') && keys.has('spec')) return true;
  return (keys.has('kind') || keys.has('apiversion')) && (keys.has('metadata') || keys.has('spec'));
}

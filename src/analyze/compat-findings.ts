import type { Finding } from '../finding.ts';
import type { CheckedResource } from '../validate/index.ts';

/** Codes of single resources that istioctl reports too, and files that nobody can read. */
const codes: ReadonlySet<string> = new Set(['IST0106', 'IST0133', 'IST0130', 'IST0131', 'MSH0001']);

/** Kinds that it reads without checking them. */
const unchecked: ReadonlySet<string> = new Set(['MeshConfig', 'MeshNetworks', 'Service', 'Deployment']);

/**
 * The findings of `validate` as istioctl reports them: one for each field where ours names several, one for each patch
 * of an EnvoyFilter where ours names every unknown field, and what reads the same in one document once.
 */
export function asIstioctlReports(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings
    .filter(({ code, resource: { kind } }) => codes.has(code) && !unchecked.has(kind))
    .flatMap(onePerField)
    .sort((a, b) => Number(isUnknownField(b)) - Number(isUnknownField(a)))
    .filter((finding) => {
      const { file, document, resource, code, message } = finding;
      const subject = isOfPatchValue(finding) ? patchOf(finding) : message;
      const key = JSON.stringify([file, document, resource, code, subject]);
      return !seen.has(key) && seen.add(key);
    });
}

const isUnknownField = ({ rule }: Finding): boolean => rule === 'envoyfilter/unknown-field';

/** Reading the value of a patch ends at the first field that is not known. */
const isOfPatchValue = (finding: Finding): boolean =>
  isUnknownField(finding) || finding.rule === 'envoyfilter/no-typed-config';

const patchOf = ({ path }: Finding): string => /^spec\.configPatches\[\d+\]/.exec(path)?.[0] ?? '';

/** `mode SIMPLE needs a, b` is two errors of istioctl. */
function onePerField(finding: Finding): readonly Finding[] {
  const { rule, args } = finding;
  if (rule !== 'servertls/files-required' && rule !== 'servertls/istio-mutual-with-files') return [finding];
  const fields = Array.isArray(args.fields) ? args.fields : [];
  return fields.map((field) => ({
    ...finding,
    message: `${finding.message}: \`${String(field)}\``,
    args: { ...args, fields: [field] },
  }));
}

/** The findings without those of objects that istioctl passes over. */
export function withoutThoseOf(
  findings: readonly Finding[],
  passedOver: readonly CheckedResource[],
): readonly Finding[] {
  if (passedOver.length === 0) return findings;
  const places = new Set(
    passedOver.map(({ resource: { document, kind, namespace = '', name } }) =>
      JSON.stringify([document.file, document.index, kind, namespace, name]),
    ),
  );
  return findings.filter(({ file, document, resource: { kind, namespace = '', name } }) => {
    return !places.has(JSON.stringify([file, document, kind, namespace, name]));
  });
}

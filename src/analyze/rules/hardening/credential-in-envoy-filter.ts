import { isObject, type Json } from '../../../json.ts';
import type { Path } from '../../../path.ts';
import { defineRule } from '../../rule.ts';
import { holdsSecret, isSecretName, isSecretValue } from './is-credential.ts';

/** Everybody who may read EnvoyFilters, or the config dump of a proxy, reads what stands in them. */
export const credentialInEnvoyFilter = defineRule<{ field: string }>({
  slug: 'hardening/credential-in-envoyfilter',
  code: 'MSH0413',
  severity: 'warning',
  summary: 'No EnvoyFilter holds a secret.',
  hint: 'Keep it in a file that is mounted from a Secret, or hand it over by SDS; and replace it, since it has been read.',
  kinds: ['EnvoyFilter'],
  optIn: true,
  message: ({ field }) => `${field} looks like a secret in plain text`,
  check(mesh, report) {
    for (const filter of mesh.of('EnvoyFilter'))
      for (const [index, { patch }] of (filter.spec.configPatches ?? []).entries())
        for (const path of secretsIn(patch?.value, []))
          report(filter, ['spec', 'configPatches', index, 'patch', 'value', ...path], {
            field: String(path.at(-1) ?? 'the value'),
          });
  },
});

/** The places of all texts that are secrets, by their form or by what they are called. */
function secretsIn(value: Json | undefined, path: Path): readonly Path[] {
  if (typeof value === 'string') return isSecret(value, path) ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => secretsIn(item, [...path, index]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, held]) => {
    if (name === 'value' && typeof held === 'string' && isSecretHeader(value, held)) return [[...path, name]];
    return secretsIn(held, [...path, name]);
  });
}

/** Envoy writes a text where it could read a file as `inline_string`, below the name of what it is. */
function isSecret(text: string, path: Path): boolean {
  const names = path.filter((step) => typeof step === 'string');
  const last = names.at(-1) ?? '';
  const name = inline.has(last) ? (names.at(-2) ?? '') : last;
  return holdsSecret(text) || (isSecretName(name) && isSecretValue(text));
}

const inline: ReadonlySet<string> = new Set(['inline_string', 'inlineString', 'inline_bytes', 'inlineBytes']);

const isSecretHeader = ({ key }: { readonly key?: Json }, value: string): boolean =>
  typeof key === 'string' &&
  (isSecretName(key) || /^(proxy-)?authorization$/i.test(key)) &&
  isSecretValue(value);

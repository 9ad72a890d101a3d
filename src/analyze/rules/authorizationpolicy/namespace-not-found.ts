import { closest } from '../../../closest.ts';
import { defineRule, type FindingDetails } from '../../rule.ts';
import type { Mesh } from '../../mesh.ts';
import { sourcesOf } from './sources.ts';

/** A policy that lets in a namespace nobody has lets nobody in; one that keeps it out keeps nobody out. */
export const namespaceNotFound = defineRule<{ reftype: 'namespace'; refval: string }>({
  slug: 'authorizationpolicy/namespace-not-found',
  code: 'IST0101',
  severity: 'error',
  summary: 'The namespaces that an AuthorizationPolicy names exist.',
  kinds: ['AuthorizationPolicy', 'Namespace'],
  message: ({ refval }) => `no namespace fits ${JSON.stringify(refval)}`,
  check(mesh, report) {
    const known = new Known(mesh);
    for (const { policy, field, value, path } of mesh.derive(sourcesOf)) {
      if (!field.toLowerCase().endsWith('namespaces') || known.fits(value)) continue;
      // istioctl has no line for what is under `notNamespaces`.
      const place = mesh.settings.compat && field === 'notNamespaces' ? [] : path;
      report(policy, place, { reftype: 'namespace', refval: value }, detailsOf(mesh, known, value));
    }
  },
});

/** The namespaces of the mesh. Each pattern is looked up once. */
class Known {
  readonly names: readonly string[];
  private readonly answers = new Map<string, boolean>();

  constructor(mesh: Mesh) {
    const given = mesh.of('Namespace').map(({ name }) => name);
    this.names = mesh.settings.compat
      ? given
      : [...new Set([...given, ...always, mesh.rootNamespace, ...namespacesOfObjects(mesh)])];
  }

  fits(pattern: string): boolean {
    const answer = this.answers.get(pattern) ?? this.names.some((name) => matches(pattern, name));
    this.answers.set(pattern, answer);
    return answer;
  }
}

const always = ['default', 'kube-system', 'kube-public', 'kube-node-lease'];

const namespacesOfObjects = (mesh: Mesh): string[] =>
  mesh.objects.flatMap(({ namespace }) => (namespace === '' ? [] : [namespace]));

function matches(pattern: string, name: string): boolean {
  if (pattern === '*') return true;
  if (pattern.startsWith('*')) return name.endsWith(pattern.slice(1));
  if (pattern.endsWith('*')) return name.startsWith(pattern.slice(0, -1));
  return pattern.toLowerCase() === name.toLowerCase();
}

/** Callers may come from anywhere; what looks like a typing error is reported all the same. */
function detailsOf(mesh: Mesh, known: Known, value: string): FindingDetails {
  const meant = mesh.settings.compat ? undefined : closest(value, known.names);
  const hint = meant === undefined ? 'Mend the name, or remove it.' : `Did you mean ${meant}?`;
  return mesh.settings.assume === 'complete' ? { hint } : { hint, severity: 'info', group: value };
}

import { findKind, kinds, splitApiVersion } from '../api/index.ts';
import { clearlyClosest, closest } from '../closest.ts';
import type { Problem, Repair } from '../finding.ts';
import type { Resource } from '../resources/index.ts';
import type { RuleInfo } from './rule.ts';

/** The rule about kinds that meshctl cannot check. */
export const unknownKindRule: RuleInfo = {
  slug: 'kind/unknown',
  code: 'MSH0013',
  severity: 'warning',
  summary: 'An object of an API group that meshctl checks has a kind and version of that group.',
};

/**
 * What to say about an object that is not checked. In the API groups of Istio and Gateway API a strange name is most
 * likely a slip; other objects are none of meshctl's business, unless the user wants to know (`strict`).
 */
export function unknownKind(resource: Resource, strict: boolean): Problem | undefined {
  const slip = slipOf(resource);
  if (slip === undefined && !strict) return undefined;
  const { message, hint, path, meant, repair } = slip ?? uncheckedKind(resource);
  return {
    ...severityOf(strict, slip !== undefined),
    message,
    ...(hint !== undefined && { hint }),
    path,
    args: { apiVersion: resource.apiVersion, kind: resource.kind, ...(meant !== undefined && { meant }) },
    ...(repair !== undefined && { repair }),
  };
}

const severityOf = (
  strict: boolean,
  isSlip: boolean,
): Pick<Problem, 'code' | 'rule' | 'severity' | 'rejectedBy'> => ({
  code: unknownKindRule.code,
  rule: unknownKindRule.slug,
  severity: strict ? 'error' : 'warning',
  rejectedBy: strict && isSlip ? ['apiserver'] : [],
});

const uncheckedKind = ({ apiVersion, kind }: Resource): Slip => ({
  message: `meshctl does not check ${kind} of ${apiVersion}`,
  path: ['kind'],
});

interface Slip {
  readonly message: string;
  readonly path: readonly string[];
  readonly hint?: string;
  readonly meant?: string;
  readonly repair?: Repair;
}

const groups = [...new Set(kinds.map(({ group }) => group))];
const names = [...new Set(kinds.map(({ kind }) => kind))];

function slipOf({ apiVersion, kind }: Resource): Slip | undefined {
  const { group, version } = splitApiVersion(apiVersion);
  if (findKind(group, kind) !== undefined) return unservedVersion(kind, version);
  return groups.includes(group) ? strangeKind(apiVersion, group, kind) : strangeGroup(group, version, kind);
}

const unservedVersion = (kind: string, version: string): Slip => ({
  message: `${kind} has no version ${version} that is served; the object was not checked`,
  path: ['apiVersion'],
  hint: 'Run `meshctl schema` to see the versions of each kind; experimental ones of Gateway API need `--gateway-api-channel experimental`.',
});

function strangeKind(apiVersion: string, group: string, kind: string): Slip | undefined {
  if (kind.endsWith('List')) return undefined;
  const [home, another] = kinds.filter((entry) => entry.kind === kind);
  if (home !== undefined) {
    const { version } = splitApiVersion(apiVersion);
    const repair = another === undefined ? { repair: ofGroup(home.group, version) } : {};
    return { ...otherGroup(group, kind, home.group), ...repair };
  }
  const siblings = kinds.filter((entry) => entry.group === group).map((entry) => entry.kind);
  const meant = closest(kind, siblings) ?? closest(kind, names);
  const clear = clearlyClosest(kind, siblings) ?? clearlyClosest(kind, names);
  return {
    message: `meshctl does not know the kind ${kind} of ${apiVersion}; the object was not checked`,
    path: ['kind'],
    ...(meant !== undefined && { meant, hint: `Did you mean ${meant}?` }),
    ...(clear !== undefined && { repair: written('kind', clear) }),
  };
}

/** A kind meshctl knows, in a group that is spelt almost as the real one. */
function strangeGroup(group: string, version: string, kind: string): Slip | undefined {
  const meant = closest(group, groups);
  if (meant === undefined || findKind(meant, kind) === undefined) return undefined;
  const clear = clearlyClosest(group, groups) === meant;
  return { ...otherGroup(group, kind, meant), ...(clear && { repair: ofGroup(meant, version) }) };
}

const ofGroup = (group: string, version: string): Repair => written('apiVersion', `${group}/${version}`);

const written = (field: string, value: string): Repair => ({
  description: `write \`${field}: ${value}\``,
  steps: [{ op: 'set', path: [field], value }],
});

const otherGroup = (group: string, kind: string, meant: string): Slip => ({
  message: `${kind} is no kind of the API group ${group}; the object was not checked`,
  path: ['apiVersion'],
  meant,
  hint: `Did you mean ${meant}?`,
});

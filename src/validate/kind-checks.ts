import { findKind, splitApiVersion } from '../api/index.ts';
import type { Resource } from '../resources/index.ts';
import type { KindChecks } from './check-resource.ts';
import type { Check } from './rule.ts';

type LoadCheck = () => Promise<Check<never>>;

/** The semantic rules of each kind, loaded when a resource of the kind turns up. */
const checks: Readonly<Record<string, LoadCheck>> = {};

/** All checks of the kind and version of a resource; undefined when meshctl has none. */
export async function loadChecks({ apiVersion, kind }: Resource): Promise<KindChecks | undefined> {
  const { group, version } = splitApiVersion(apiVersion);
  const [definition, check] = await Promise.all([findKind(group, kind)?.load(), checks[`${group}/${kind}`]?.()]);
  if (definition === undefined && check === undefined) return undefined;
  if (definition?.versions.some(({ name }) => name === version) === false) return undefined;
  return { ...(definition !== undefined && { definition }), ...(check !== undefined && { check }) };
}

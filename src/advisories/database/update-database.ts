import type { Advisory } from '../advisory.ts';
import type { AdvisoryDatabase } from './advisory-database.ts';

/** What an update did. */
export interface DatabaseUpdate {
  readonly database: AdvisoryDatabase;
  /** Ids. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Records of others on what is known already, under another name: ours say more. */
  readonly known: readonly string[];
}

/** Adds records to a database. One with the same id takes the place of what was there. */
export function updateDatabase(
  database: AdvisoryDatabase,
  records: readonly Advisory[],
  asOf: string = database.asOf,
): DatabaseUpdate {
  const byId = new Map(database.advisories.map((one) => [one.id, one]));
  const names = new Set(database.advisories.flatMap(({ cves, aliases }) => [...cves, ...aliases]));
  const isKnown = ({ id, kind, cves, aliases }: Advisory): boolean =>
    kind === 'osv' && !byId.has(id) && [id, ...cves, ...aliases].some((name) => names.has(name));
  const [known, rest] = [records.filter(isKnown), records.filter((one) => !isKnown(one))];
  const old = new Set(byId.keys());
  for (const one of rest) byId.set(one.id, one);
  return {
    database: {
      ...database,
      asOf: asOf > database.asOf ? asOf : database.asOf,
      advisories: [...byId.values()],
    },
    added: rest.filter(({ id }) => !old.has(id)).map(({ id }) => id),
    changed: rest.filter(({ id }) => old.has(id)).map(({ id }) => id),
    known: known.map(({ id }) => id),
  };
}

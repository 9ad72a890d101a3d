import type { AdvisoryDatabase } from './advisory-database.ts';

/** So many days old, and whether that is more than the 45 after which a look for newer data is due. */
export function databaseAge(
  { asOf }: Pick<AdvisoryDatabase, 'asOf'>,
  now: Date,
): { days: number; isOld: boolean } {
  const days = Math.max(0, Math.floor((now.getTime() - Date.parse(`${asOf}T00:00:00Z`)) / 86_400_000));
  return { days, isOld: days > 45 };
}

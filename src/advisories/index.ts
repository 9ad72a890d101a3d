/** Known weaknesses of releases of Istio, and what they mean for a mesh. */
export { advisories } from './advisories.ts';
export type {
  Advisory,
  AdvisoryComponent,
  Condition,
  OptOut,
  Provenance,
  Severity,
  VersionRange,
} from './advisory.ts';
export type { EnvoyFix } from './envoy-fix.ts';
export { envoyFixes } from './envoy-fixes.ts';
export { rangeHits, type RangeHits } from './range-hits.ts';
export { decideAdvisory, type JudgedComponent } from './decide-advisory.ts';
export type { CveVerdict, Verdict, VerdictState, Why, WhyCode } from './verdict.ts';
export { recommendVersion, type Recommendation } from './recommend-version.ts';
export { builtInDatabase, type AdvisoryDatabase } from './database/advisory-database.ts';
export { databaseAge } from './database/database-age.ts';
export { readDatabase } from './database/read-database.ts';
export { readOsv, type ReadOsv } from './database/read-osv.ts';
export { updateDatabase, type DatabaseUpdate } from './database/update-database.ts';

/** Known weaknesses of releases of Istio, and what they mean for a mesh. */
export type { Advisory, Severity } from './advisory.ts';
export { rangeHits } from './range-hits.ts';
export { decideAdvisory, type JudgedComponent } from './decide-advisory.ts';
export type { CveVerdict, Verdict, VerdictState, WhyCode } from './verdict.ts';
export { recommendVersion, type Recommendation } from './recommend-version.ts';
export { builtInDatabase, type AdvisoryDatabase } from './database/advisory-database.ts';
export { databaseAge } from './database/database-age.ts';
export { readDatabase } from './database/read-database.ts';
export { readOsv } from './database/read-osv.ts';
export { updateDatabase } from './database/update-database.ts';

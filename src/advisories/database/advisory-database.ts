import type { Advisory } from '../advisory.ts';
import { advisories } from '../advisories.ts';
import { knowledgeDate } from '../../releases/index.ts';

/** Advisories with the day up to which they are known. As JSON it is the format of database files. */
export interface AdvisoryDatabase {
  readonly apiVersion: 'meshctl.dev/v1';
  readonly kind: 'AdvisoryDatabase';
  /** Such as `2026-11-21`. */
  readonly asOf: string;
  readonly advisories: readonly Advisory[];
}

/** What comes with this version of meshctl. */
export const builtInDatabase: AdvisoryDatabase = {
  apiVersion: 'meshctl.dev/v1',
  kind: 'AdvisoryDatabase',
  asOf: knowledgeDate,
  advisories,
};

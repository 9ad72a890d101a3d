import { createHash } from 'node:crypto';
import type { UpgradePlan } from '../upgrade-plan.ts';

/** SHA-256 of a plan, as hexadecimal digits. */
export const planHashOf = (plan: UpgradePlan): string =>
  createHash('sha256').update(JSON.stringify(plan)).digest('hex');

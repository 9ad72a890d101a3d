import type { AnalysisRule } from '../../rule.ts';
import { failedCondition } from './failed.ts';

export const conditionRules: readonly AnalysisRule[] = [failedCondition];

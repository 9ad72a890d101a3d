import type { AnalysisRule } from '../rule.ts';
import { inputRules } from './input/index.ts';
import { virtualServiceRules } from './virtualservice/index.ts';
import { annotationRules } from './annotation/index.ts';
import { sidecarRules } from './sidecar/index.ts';
import { telemetryRules } from './telemetry/index.ts';

/** Every rule of `analyze` about objects together; each topic lists its own. */
export const allRules: readonly AnalysisRule[] = [
  ...inputRules,
  ...virtualServiceRules,
  ...annotationRules,
  ...sidecarRules,
  ...telemetryRules,
];

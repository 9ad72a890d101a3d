import type { Severity } from '../src/finding.ts';
import { MeshctlError } from '../src/errors.ts';
import type { AnalyzeCommandOptions } from './run-analyze.ts';

/** Flags of `istioctl analyze` that have another name here. */
export interface IstioctlFlags {
  readonly failureThreshold?: Severity;
  readonly outputThreshold?: Severity;
  readonly meshConfigFile?: string;
  readonly useKube?: boolean | string;
}

/** The options with those of istioctl under our names. */
export function fromIstioctl(options: AnalyzeCommandOptions & IstioctlFlags): AnalyzeCommandOptions {
  const { failureThreshold, outputThreshold, meshConfigFile, useKube } = options;
  if (useKube === true || useKube === 'true') {
    throw new MeshctlError('usage', '--use-kube is not a flag of meshctl', {
      hint: 'files are all that is read unless you say --live',
    });
  }
  return {
    ...options,
    ...(failureThreshold !== undefined && { failOn: failureThreshold }),
    ...(outputThreshold !== undefined && { minSeverity: outputThreshold }),
    ...(meshConfigFile !== undefined && { meshConfig: meshConfigFile }),
  };
}

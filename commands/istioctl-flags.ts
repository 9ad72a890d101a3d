import type { Severity } from '../src/finding.ts';
import { MeshctlError } from '../src/errors.ts';
import type { AnalyzeCommandOptions } from './analyze-options.ts';

/** Flags of `istioctl analyze` that have another name here. */
export interface IstioctlFlags {
  readonly failureThreshold?: Severity;
  readonly outputThreshold?: Severity;
  readonly meshConfigFile?: string;
  readonly useKube?: boolean | string;
}

/** The options with those of istioctl under our names. */
export function fromIstioctl(options: AnalyzeCommandOptions & IstioctlFlags): AnalyzeCommandOptions {
  const { failureThreshold, outputThreshold, meshConfigFile, useKube, compat, suppress } = options;
  const bare = compat === undefined ? undefined : suppress.find((text) => text.split('=').length !== 2);
  if (bare !== undefined) {
    throw new MeshctlError(
      'usage',
      `--suppress does not take ${JSON.stringify(bare)} with --compat istioctl`,
      {
        hint: 'write <code>=<resource>, as in "IST0101=VirtualService shop/*" or "IST0101=*"',
      },
    );
  }
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

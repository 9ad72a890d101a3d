import { MeshctlError } from '../../../errors.ts';
import type { Values } from '../../values/values.ts';

/**
 * Refuses settings for which there is nothing to render any more.
 *
 * @throws {MeshctlError} `input`.
 */
export function checkRenderable(values: Values): void {
  if (values.text('global.pilotCertProvider') === 'kubernetes') {
    throw new MeshctlError('input', 'spec.values.global.pilotCertProvider cannot be "kubernetes"', {
      reason: 'Kubernetes no longer signs certificates for control planes',
      hint: 'leave it out for istiod, or name a signer as k8s.io/<signer>',
    });
  }
  for (const path of removed) {
    if (values.at(path) === undefined) continue;
    throw new MeshctlError('input', `spec.values.${path} was removed`, {
      hint: 'use a Telemetry object instead',
    });
  }
}

const removed = [
  'telemetry.v2.prometheus.configOverride',
  'telemetry.v2.stackdriver.configOverride',
  'telemetry.v2.stackdriver.disableOutbound',
  'telemetry.v2.stackdriver.outboundAccessLogging',
  'global.tracer.stackdriver.debug',
  'global.tracer.stackdriver.maxNumberOfAttributes',
  'global.tracer.stackdriver.maxNumberOfAnnotations',
  'global.tracer.stackdriver.maxNumberOfMessageEvents',
];

import { addressType } from './address-type.ts';
import { classUnknown } from './class-unknown.ts';
import { flagNeeded } from './flag-needed.ts';
import { nameCollision } from './name-collision.ts';
import { nameLength } from './name-length.ts';
import { overlayKey } from './overlay-key.ts';
import { parametersRef } from './parameters-ref.ts';
import { serviceNotFound } from './service-not-found.ts';
import { servicePort } from './service-port.ts';
import { serviceTypeAnnotation } from './service-type-annotation.ts';

export const kubernetesGatewayRules = [
  classUnknown,
  flagNeeded,
  addressType,
  serviceNotFound,
  servicePort,
  parametersRef,
  overlayKey,
  serviceTypeAnnotation,
  nameCollision,
  nameLength,
];

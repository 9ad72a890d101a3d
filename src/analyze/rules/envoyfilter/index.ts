import { addUnsupported } from './add-unsupported.ts';
import { hostNotFound } from './host-not-found.ts';
import { orderUndefined } from './order-undefined.ts';
import { removeUnsupported } from './remove-unsupported.ts';
import { replaceUnsupported } from './replace-unsupported.ts';
import { unknownFilter } from './unknown-filter.ts';
import { versionMismatch } from './version-mismatch.ts';

export const envoyFilterRules = [
  orderUndefined,
  replaceUnsupported,
  addUnsupported,
  removeUnsupported,
  versionMismatch,
  unknownFilter,
  hostNotFound,
];

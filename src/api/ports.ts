import { message, string, uint32 } from './schema/fields.ts';
import { portNumber } from './cel-rules.ts';

export const PortSelector = message('', {
  number: uint32(),
});

export const Port = message(
  '',
  {
    number: uint32(),
    protocol: string(),
    name: string(),
    targetPort: uint32('', { deprecated: '' }),
  },
  { required: ['number', 'protocol', 'name'] },
);

export const ServicePort = message(
  '',
  {
    number: uint32('', { cel: [portNumber] }),
    protocol: string('', { maxLength: 256 }),
    name: string('', { maxLength: 256 }),
    targetPort: uint32('', { cel: [portNumber] }),
  },
  { required: ['number', 'name'] },
);

export const SidecarPort = message('', {
  number: uint32(),
  protocol: string(),
  name: string(),
  targetPort: uint32('', { deprecated: '' }),
});

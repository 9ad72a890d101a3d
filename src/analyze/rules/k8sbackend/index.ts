import { kind } from './kind.ts';
import { name } from './name.ts';
import { noWeight } from './no-weight.ts';
import { notFound } from './not-found.ts';
import { portMissing } from './port-missing.ts';
import { port } from './port.ts';

export const kubernetesBackendRules = [notFound, port, portMissing, name, kind, noWeight];

import { objectIn, plainText, valueIn } from '../json.ts';
import type { Detection } from './detection.ts';
import type { Found, Looked } from './found.ts';
import { madeUp, type Seen, type Subject } from './subject.ts';
import type { World } from './world.ts';

/**
 * Where mutual TLS is not in the wanted mode. What has no mode of its own has that of its namespace, and that the one
 * of the mesh, which is PERMISSIVE when nothing says otherwise.
 */
export function effectiveModes({ value }: Detection, seen: Seen, world: World): Looked {
  const wanted = plainText(value);
  const found = seen.subjects.flatMap((subject) => otherModes(subject, wanted));
  const isMeshWide = ({ resource, value: policy }: Subject): boolean =>
    resource.namespace === world.istioNamespace && valueIn(policy, 'spec', 'selector') === undefined;
  const mesh = seen.subjects.filter(isMeshWide).map(modeOf).find(isMode) ?? 'PERMISSIVE';
  const sure = seen.missing.length === 0 && mesh !== wanted && !seen.subjects.some(isMeshWide);
  const subject = madeUp('PeerAuthentication', 'default', { spec: { mtls: { mode: mesh } } });
  const unsaid: readonly Found[] = sure ? [{ subject, path: ['spec', 'mtls', 'mode'], value: mesh }] : [];
  return { found: [...found, ...unsaid], missing: seen.missing };
}

const modePath = ['spec', 'mtls', 'mode'];

const isMode = (mode: string): boolean => mode !== '' && mode !== 'UNSET';

const modeOf = ({ value }: Subject): string => plainText(valueIn(value, ...modePath));

function otherModes(subject: Subject, wanted: string): readonly Found[] {
  const ports = Object.entries(objectIn(subject.value, 'spec', 'portLevelMtls')).map(([port, setting]) => ({
    ...{ subject, path: ['spec', 'portLevelMtls', port, 'mode'] },
    value: plainText(valueIn(setting, 'mode')),
  }));
  return [{ subject, path: modePath, value: modeOf(subject) }, ...ports].filter(
    ({ value }) => isMode(value) && value !== wanted,
  );
}

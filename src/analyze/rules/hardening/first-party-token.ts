import { isObject, plainText, valueIn } from '../../../json.ts';
import type { Path } from '../../../path.ts';
import { injectorsOf } from '../../injector-settings.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { istiodVariables } from './istiod-variables.ts';

/** Such a token is good for the API server, too, and mostly for ever. */
export const firstPartyToken = defineRule({
  slug: 'hardening/first-party-token',
  code: 'MSH0424',
  severity: 'warning',
  summary: 'Proxies show istiod tokens that are made for istiod.',
  hint: 'Use `third-party-jwt`, which is the default.',
  kinds: ['Deployment', 'IstioOperator', 'ConfigMap'],
  optIn: true,
  message: () =>
    'proxies show istiod the token of their service account that is good for the API server, too',
  check(mesh, report) {
    for (const { object, path, value } of [...ofIstiod(mesh), ...ofOperators(mesh), ...ofInjectors(mesh)])
      if (value === 'first-party-jwt') report(object, path, {});
  },
});

interface JwtPolicy {
  readonly object: MeshObject;
  readonly path: Path;
  readonly value: string;
}

const ofIstiod = (mesh: Mesh): readonly JwtPolicy[] =>
  istiodVariables(mesh).filter(({ name }) => name === 'JWT_POLICY');

const inValues = ['values', 'global', 'jwtPolicy'];

const ofOperators = (mesh: Mesh): readonly JwtPolicy[] =>
  mesh.of('IstioOperator').map((object) => ({
    ...{ object, path: ['spec', ...inValues] },
    value: plainText(valueIn(object.resource.value, 'spec', ...inValues)),
  }));

/** The injector keeps the values that it was installed with. */
const ofInjectors = (mesh: Mesh): readonly JwtPolicy[] =>
  [...injectorsOf(mesh).values()].map(({ object }) => ({
    ...{ object, path: ['data', 'values'] },
    value: policyIn(object.spec.data?.values ?? ''),
  }));

function policyIn(text: string): string {
  try {
    const values: unknown = JSON.parse(text);
    return isObject(values) ? plainText(valueIn(values, 'global', 'jwtPolicy')) : '';
  } catch {
    return '';
  }
}

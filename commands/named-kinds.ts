import { closest } from '../src/closest.ts';
import { findDefinitions, kindNames, type KindDefinition } from '../src/api/index.ts';
import { MeshctlError } from '../src/errors.ts';

/** The kinds a user may mean by a name, at least one; several where groups share a name. */
export async function namedKinds(name: string): Promise<readonly [KindDefinition, ...KindDefinition[]]> {
  const [first, ...others] = await findDefinitions(name);
  if (first !== undefined) return [first, ...others];
  const meant = closest(name, kindNames());
  throw new MeshctlError('usage', `meshctl does not know the kind ${name}`, {
    hint: meant === undefined ? 'run `meshctl schema` for a list' : `did you mean ${meant}?`,
  });
}

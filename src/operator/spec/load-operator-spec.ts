import { isObject, valueIn, type Json, type JsonObject } from '../../json.ts';
import { checkSpec } from './check-spec.ts';
import { mergeValues } from './merge-values.ts';
import type { OperatorSpec, SpecInputs, SpecLayer } from './operator-spec.ts';
import { chosenProfile } from './chosen-profile.ts';
import { readSpecFile } from './read-spec-file.ts';
import { setDocument } from './set-document.ts';
import { parseSet } from './set-expression.ts';
import { setAt } from './set-path.ts';

/**
 * Lays what was asked for over its profile: the default profile, the chosen one, what is known of the cluster, files from
 * left to right, `sets` in their order; and checks the result.
 *
 * @throws {MeshctlError} `input` or `usage` for what cannot be laid together: a file that is no IstioOperator, a profile
 * that does not exist, a path of `--set` that leads nowhere. Everything else that is wrong is in `findings`, all at once.
 */
export async function loadOperatorSpec(inputs: SpecInputs = {}): Promise<OperatorSpec> {
  const files = (inputs.files ?? []).map(readSpecFile);
  const fromFiles = files.reduce((below, { value }) => mergeValues(below, settled(value)), {});
  const { asked, layers: sets } = withSets(fromFiles, inputs.sets ?? []);
  const profile = await chosenProfile(asked, inputs.readProfile);
  const base = mergeValues(profile.operator, inputs.detected ?? {});
  const merged = mergeValues(base, asked);
  const layers = [...files, ...sets];
  return {
    ...{ profile: profile.name, asked, merged, layers },
    name: textAt(merged, ['metadata', 'name']),
    namespace: textAt(merged, ['spec', 'values', 'global', 'istioNamespace']),
    findings: await checkSpec(merged, layers),
  };
}

/** `spec:` without anything below it says nothing. */
function settled(operator: JsonObject): JsonObject {
  const { spec, metadata, ...rest } = operator;
  return { ...rest, ...(isObject(metadata) && { metadata }), ...(isObject(spec) && { spec }) };
}

function withSets(
  fromFiles: JsonObject,
  texts: readonly string[],
): { readonly asked: JsonObject; readonly layers: readonly SpecLayer[] } {
  const spec = structuredClone(isObject(fromFiles.spec) ? fromFiles.spec : {});
  const layers = texts.map((text, index) => {
    const { steps, value } = parseSet(text);
    const path = setAt(spec, steps, value, text);
    const alone = path.reduceRight<Json>((inner, step) => ({ [step]: inner }), value);
    return { document: setDocument(text, index, value), value: { spec: alone } };
  });
  return { asked: { ...fromFiles, spec }, layers };
}

function textAt(value: Json, path: readonly string[]): string {
  const found = valueIn(value, ...path);
  return typeof found === 'string' ? found : '';
}

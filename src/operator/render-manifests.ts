import type { Finding } from '../finding.ts';
import type { JsonObject } from '../json.ts';
import type { KubeObject } from './component-context.ts';
import { inApplyOrder } from './apply-order.ts';
import { componentDefinitions } from './components/index.ts';
import { applySettings } from './patch/index.ts';
import type { RenderedObject } from './rendered-object.ts';
import { partsOf, type ComponentName, type Part } from './part.ts';
import { findingOf, type OperatorSpec } from './spec/index.ts';
import { componentValues } from './values/component-values.ts';
import { effectiveValues } from './values/effective-values.ts';
import { valuesOf } from './values/values.ts';

/** What a spec installs. */
export interface Manifests {
  /** In the order of applying. */
  readonly objects: readonly RenderedObject[];
  /** Overlays that changed nothing, and settings without effect. */
  readonly findings: readonly Finding[];
}

/** Which parts of a spec are rendered, and for what. */
export interface RenderOptions {
  /** Only these parts. Default: all that the spec switches on. */
  readonly components?: readonly ComponentName[];
  /** The minor version of Kubernetes 1. Default: 32. */
  readonly kubeMinor?: number;
  /** Whether `k8s` settings and overlays are laid over what components render. Default: true. */
  readonly patched?: boolean;
  /** Renders parts in place of the components built in, such as from charts. */
  readonly renderer?: PartRenderer;
}

/** Renders a part from its settings as a chart gets them, without defaults. */
export type PartRenderer = (
  part: Part,
  values: JsonObject,
) => readonly KubeObject[] | Promise<readonly KubeObject[]>;

/**
 * Renders what a spec installs. Pure: the same spec gives the same objects.
 *
 * @throws {MeshctlError} `input` for settings that cannot be rendered, such as an unknown platform.
 */
export async function renderManifests(spec: OperatorSpec, options: RenderOptions = {}): Promise<Manifests> {
  const parts = partsOf(spec).filter(({ component }) => options.components?.includes(component) ?? true);
  const rendered = await Promise.all(parts.map((part) => renderPart(spec, part, options)));
  return {
    objects: inApplyOrder(rendered.flatMap(({ objects }) => objects)),
    findings: rendered.flatMap(({ findings }) => findings),
  };
}

interface RenderedPart {
  readonly objects: readonly RenderedObject[];
  readonly findings: readonly Finding[];
}

async function renderPart(
  spec: OperatorSpec,
  part: Part,
  { kubeMinor = 32, patched = true, renderer = builtIn(kubeMinor) }: RenderOptions,
): Promise<RenderedPart> {
  const rendered = await renderer(part, componentValues(spec, part));
  const { objects, problems } = patched ? applySettings(rendered, part) : { objects: rendered, problems: [] };
  const findings = problems.map((problem) => findingOf(problem, spec.layers, spec.merged));
  return { findings, objects: objects.map((object) => ({ component: part.component, object })) };
}

function builtIn(kubeMinor: number): PartRenderer {
  return (part, given) => {
    const { defaults, render } = componentDefinitions[part.component];
    const values = valuesOf(effectiveValues(defaults, given));
    const named = values.text('revision');
    return render({ part, given, values, kubeMinor, revision: named === 'default' ? '' : named });
  };
}

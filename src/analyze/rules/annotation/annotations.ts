import type { Path } from '../../../path.ts';
import { annotationRegistry, type KnownAnnotation } from '../../annotation-registry.ts';
import type { KindName } from '../../kinds.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { workloadOf, podKinds, type Labels, type Workload } from '../../workloads.ts';

/** An annotation of Istio on a Namespace, a Service, a Pod or what makes Pods. */
export interface Annotation {
  readonly object: MeshObject;
  readonly path: Path;
  readonly name: string;
  readonly value: string;
  /** The kind that carries it: `Pod` for the template of a Deployment. */
  readonly kind: string;
  /** The labels beside it. */
  readonly labels: Labels;
  /** Undefined where Istio knows no annotation of this name. */
  readonly known: KnownAnnotation | undefined;
  /** Where annotations for the Pods of the object stand, if this one stands on an object that makes Pods. */
  readonly template: Path | undefined;
}

/** Every annotation of Istio that a user may have written, in the order of the input. */
export const annotationsOf = (mesh: Mesh): readonly Annotation[] => mesh.derive(readAnnotations);

/** Whether an annotation stands on a kind it is made for. */
export const isInPlace = ({ known, kind }: Annotation): boolean =>
  known === undefined || known.appliesTo.includes('Any') || known.appliesTo.includes(kind);

/** The kinds of which istioctl reads annotations. */
const carriers: readonly KindName[] = ['Namespace', 'Service', 'Pod', 'Deployment'];

/** The kinds of which annotations are read. */
export const annotatedKinds: readonly KindName[] = [...new Set([...carriers, ...podKinds])];

function readAnnotations(mesh: Mesh): readonly Annotation[] {
  const kinds = new Set<string>(mesh.settings.compat ? carriers : annotatedKinds);
  return mesh.objects
    .filter(({ kind }) => kinds.has(kind))
    .flatMap((object) => [
      ...ownAnnotations(object),
      ...(mesh.settings.compat ? [] : templateAnnotations(object)),
    ]);
}

function ownAnnotations(object: MeshObject): Annotation[] {
  const { kind, labels, annotations } = object;
  if (!hasAny(annotations)) return [];
  const workload = kind === 'Pod' ? undefined : workloadOf(object);
  const template = workload?.metadataPath;
  return listed(annotations, { object, kind, labels, template, path: ['metadata'] });
}

function templateAnnotations(object: MeshObject): Annotation[] {
  if (object.kind === 'Pod') return [];
  const workload: Workload | undefined = workloadOf(object);
  if (workload === undefined || !hasAny(workload.annotations)) return [];
  const { labels, annotations, metadataPath: path } = workload;
  return listed(annotations, { object, kind: 'Pod', labels, template: undefined, path });
}

const hasAny = (annotations: Labels): boolean => {
  for (const name in annotations) if (isIstios(name)) return true;
  return false;
};

type Carrier = Pick<Annotation, 'object' | 'kind' | 'labels' | 'template' | 'path'>;

const listed = (annotations: Labels, carrier: Carrier): Annotation[] =>
  Object.entries(annotations)
    .filter(([name]) => isIstios(name) && !setByIstio.has(name))
    .map(([name, value]) => ({
      ...carrier,
      ...{ name, value, known: annotationRegistry.get(name) },
      path: [...carrier.path, 'annotations', name],
    }));

const isIstios = (name: string): boolean => {
  const slash = name.indexOf('/');
  return name === 'kubernetes.io/ingress.class' || (slash >= 0 && name.slice(0, slash).endsWith('istio.io'));
};

/** Written by Istio itself on what it has handled. */
const setByIstio: ReadonlySet<string> = new Set([
  'sidecar.istio.io/status',
  'gateway.istio.io/controller-version',
  'istio.io/rev',
]);

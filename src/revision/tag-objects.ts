import { objectIn, type JsonObject } from '../json.ts';
import { label } from '../label.ts';
import { injectionSelectors } from '../operator/webhooks/index.ts';
import { calledBy } from './called-by-injector.ts';
import { defaultValidator } from './default-validator.ts';
import { labelsOf, type Labels } from './object-labels.ts';

/** What a tag is made from. */
export interface TagInput {
  readonly tag: string;
  /** The injector of the revision that the tag is to stand for: its own MutatingWebhookConfiguration. */
  readonly injector: JsonObject;
  /** Of the control plane. */
  readonly namespace: string;
  /** Name of the MutatingWebhookConfiguration. Default: `istio-revision-tag-<tag>`, with the namespace where it is not istio-system. */
  readonly webhookName?: string;
  /** The tag `default` also injects pods that no label speaks of. */
  readonly everywhere?: boolean;
  /** What the API server checks the certificate of the control plane with. Default: that of the injector. */
  readonly caBundle?: string;
  /** The default validator as it is in the cluster: how strict it is, is istiod's to say. */
  readonly liveValidator?: JsonObject;
  /** Labels of an installation that owns the tag. Without them nobody does: no installation removes it. */
  readonly ownerLabels?: Labels;
}

/** The objects that a tag consists of. */
export interface TagObjects {
  readonly webhook: JsonObject;
  readonly service: JsonObject;
  /** Of the tag `default` alone: who validates what no revision claims. */
  readonly validator?: JsonObject;
}

/**
 * The objects of a tag, made after the injector of the revision that it is to stand for.
 *
 * @throws {MeshctlError} `input` when the injector has no webhook that injects.
 */
export function tagObjects(input: TagInput): TagObjects {
  const { tag, injector, liveValidator } = input;
  const called = calledBy(injector);
  const caBundle = input.caBundle ?? called.caBundle;
  const labels = tagLabels(input);
  const parts = { ...input, called: { ...called, caBundle }, labels };
  return {
    webhook: webhookOf(parts),
    service: serviceOf(parts),
    ...(tag === 'default' && {
      validator: defaultValidator({ address: called.address, caBundle, labels, liveValidator }),
    }),
  };
}

interface TagParts extends TagInput {
  readonly called: ReturnType<typeof calledBy>;
  readonly labels: Labels;
}

/** Owned by nobody: every label by which an installation finds its objects is left out. */
function tagLabels({ tag, injector, ownerLabels }: TagInput): Labels {
  const kept = Object.entries(labelsOf(injector)).filter(
    ([key]) => key !== 'app' && (ownerLabels !== undefined || !key.includes('operator.istio.io')),
  );
  return { ...Object.fromEntries(kept), ...ownerLabels, [label.tag]: tag };
}

function webhookOf({
  tag,
  namespace,
  webhookName,
  everywhere,
  injector,
  called,
  labels,
}: TagParts): JsonObject {
  const place = namespace === 'istio-system' ? '' : `-${namespace}`;
  const annotations = ownAnnotations(injector);
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'MutatingWebhookConfiguration',
    metadata: {
      name: webhookName ?? `istio-revision-tag-${tag}${place}`,
      labels: { app: 'sidecar-injector', ...labels },
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    webhooks: injectionSelectors(tag, everywhere).map(({ name, namespaceSelector, objectSelector }) => ({
      name,
      clientConfig: { ...called.address, ...(called.caBundle !== '' && { caBundle: called.caBundle }) },
      sideEffects: 'None',
      rules: [{ operations: ['CREATE'], apiGroups: [''], apiVersions: ['v1'], resources: ['pods'] }],
      failurePolicy: 'Fail',
      reinvocationPolicy: called.reinvocationPolicy,
      admissionReviewVersions: ['v1'],
      namespaceSelector,
      objectSelector,
    })),
  };
}

/** Those by which tools know their own objects are not those of the tag. */
function ownAnnotations(injector: JsonObject): JsonObject {
  const all = Object.entries(objectIn(injector, 'metadata', 'annotations'));
  return Object.fromEntries(
    all.filter(([key]) => !key.startsWith('meta.helm.sh/') && !key.startsWith('kubectl.kubernetes.io/')),
  );
}

/** A stable address of the control plane that the tag stands for. */
function serviceOf({ tag, namespace, injector, labels }: TagParts): JsonObject {
  const revision = labelsOf(injector)[label.revision] ?? 'default';
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: `istiod-revision-tag-${tag}`,
      namespace,
      labels: { ...labels, app: 'istiod', istio: 'pilot' },
    },
    spec: {
      ports: [
        { port: 15010, name: 'grpc-xds', protocol: 'TCP' },
        { port: 15012, name: 'https-dns', protocol: 'TCP' },
        { port: 443, name: 'https-webhook', targetPort: 15017, protocol: 'TCP' },
        { port: 15014, name: 'http-monitoring', protocol: 'TCP' },
      ],
      selector: { app: 'istiod', [label.revision]: revision },
    },
  };
}

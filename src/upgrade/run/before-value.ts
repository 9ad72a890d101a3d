import type { JsonObject } from '../../json.ts';
import type { ObjectKey } from '../../kube/apply/index.ts';

/** What a step is about to change, as it was before its first write. */
export type BeforeValue =
  /** Of a namespace or a gateway: null for a label that it had not. */
  | {
      readonly part: 'labels';
      readonly object: ObjectKey;
      readonly labels: Readonly<Record<string, string | null>>;
    }
  /** Of the template of an owner. */
  | {
      readonly part: 'template-labels';
      readonly object: ObjectKey;
      readonly labels: Readonly<Record<string, string | null>>;
    }
  /** Of what an installation made for a gateway: texts by the JSON pointers to them. */
  | {
      readonly part: 'fields';
      readonly object: ObjectKey;
      readonly fields: Readonly<Record<string, string>>;
    }
  /** A whole object; null when there was none. */
  | { readonly part: 'object'; readonly object: ObjectKey; readonly before: JsonObject | null };

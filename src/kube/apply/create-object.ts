import { isObject } from '../../json.ts';
import type { Json, JsonObject } from '../../resources/index.ts';
import { requestOnce, type RequestRules } from '../request.ts';
import { attempts, type Attempt } from '../session/attempts.ts';
import { rulesFor, writeQuery } from './apply-object.ts';
import { getObject } from './get-object.ts';
import { keyOf } from './object-key.ts';
import { questionKind } from './question-kind.ts';
import { endOf, targetOf, type Target, type WriteStage } from './target.ts';
import { mostWriteAttempts } from './write-attempts.ts';
import type { WriteOptions } from './write-options.ts';

/** `ClusterWriter.create`. */
export async function createObject(
  stage: WriteStage,
  object: JsonObject,
  options: WriteOptions = {},
): Promise<JsonObject> {
  const signal = endOf(stage, options.signal);
  const unnamed = isObject(object.metadata) && object.metadata.generateName !== undefined;
  const target = await targetOf(stage, keyOf(object), signal, { unnamed });
  const creation = new Creation(stage, target, object, options, signal);
  const { clock } = stage.connection.stage;
  const created = await attempts(() => creation.attempt(), signal, clock, mostWriteAttempts);
  if (options.dryRun === undefined && target.key.kind === 'CustomResourceDefinition')
    stage.kinds.define(object);
  return created;
}

/** An object on its way into the cluster; whoever sent it before without an answer looks first. */
class Creation {
  readonly #stage: WriteStage;
  readonly #target: Target;
  readonly #object: JsonObject;
  readonly #options: WriteOptions;
  readonly #signal: AbortSignal;
  /** Whether an earlier attempt may have made the object. */
  #unsure = false;

  constructor(
    stage: WriteStage,
    target: Target,
    object: JsonObject,
    options: WriteOptions,
    signal: AbortSignal,
  ) {
    this.#stage = stage;
    this.#target = target;
    this.#object = object;
    this.#options = options;
    this.#signal = signal;
  }

  async attempt(): Promise<Attempt<JsonObject>> {
    const made = await this.#madeBefore();
    if (made !== undefined) return { value: made };
    const attempt = await this.#send();
    if (attempt.failure === undefined) return attempt;
    const { answer } = attempt;
    if (answer?.status === 409) {
      const late = await this.#madeBefore();
      return late === undefined ? attempt : { value: late };
    }
    this.#unsure ||= attempt.again && answer?.status !== 429 && this.#options.dryRun === undefined;
    return attempt;
  }

  #send(): Promise<Attempt<JsonObject>> {
    const asked = {
      method: 'POST',
      path: this.#target.list,
      query: writeQuery(this.#options),
      body: { type: 'application/json', value: this.#object },
    } as const;
    return requestOnce(asked, this.#signal, this.#stage.connection.stage, this.#rules());
  }

  /** An object whose name the server chooses cannot be looked for: two of them would be made. */
  #rules(): RequestRules {
    const rules = rulesFor('create', this.#target, this.#stage);
    const { key } = this.#target;
    const once = key.name === '' && this.#options.dryRun === undefined && !questionKind(key);
    if (!once) return rules;
    return { ...rules, repeatable: false, again: ({ status }) => status === 429 };
  }

  async #madeBefore(): Promise<JsonObject | undefined> {
    if (!this.#unsure || questionKind(this.#target.key)) return undefined;
    const there = await getObject(this.#stage, this.#target, this.#signal);
    return there && this.#isOurs(there) ? there : undefined;
  }

  /** The name alone does not tell: another one may have made an object of that name in between. */
  #isOurs(there: JsonObject): boolean {
    const { fieldManager = 'meshctl' } = this.#options;
    const { metadata } = there;
    const entries = isObject(metadata) ? metadata.managedFields : undefined;
    const managed =
      Array.isArray(entries) && entries.some((entry) => isObject(entry) && entry.manager === fieldManager);
    return managed && holds(there, { ...this.#object, stringData: undefined });
  }
}

/** Whether a value has all that another one has: servers add defaults to what they store. */
function holds(value: Json | undefined, wanted: unknown): boolean {
  if (wanted === undefined) return true;
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(value) &&
      value.length === wanted.length &&
      wanted.every((item, i) => holds(value[i], item))
    );
  }
  if (!isObject(wanted)) return value === wanted;
  return isObject(value) && Object.entries(wanted).every(([key, one]) => holds(value[key], one));
}

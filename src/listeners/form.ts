import { setTimeout as pause } from 'node:timers/promises';
import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { notice } from '../blocks/modal.ts';
import { type Entered, enteredOf, shownSchema, stateSchema } from './entered.ts';
import { explain } from './failure.ts';
import type { Desk } from './parts.ts';
import { senderSchema, teamFrom } from './sender.ts';

/** What a person sent with a modal. */
export interface Submission<Ids> {
  readonly team: string;
  readonly user: string;
  readonly view: { readonly id: string; readonly hash: string };
  /** What the modal carried. It comes back through the person's hands: look up what each id may do, for this person. */
  readonly ids: Ids;
  readonly entered: Entered;
  /** What stood in the inputs when the modal opened: what differs from it is what the person changed. */
  readonly shown: Entered;
  /** Names this sending: the same however often it is delivered. */
  readonly sending: string;
}

/** What Slack is told of a submission. `after` is done once it was told. */
export type Verdict = (
  | {
      /** A sentence for each input that is wrong, by its id; the modal stays. */ readonly errors: Readonly<
        Record<string, string>
      >;
    }
  | { /** Stands in the modal's place. */ readonly show: ModalView }
  | { /** Stands above the modal. */ readonly push: ModalView }
  | { readonly close: 'this' | 'all' }
) & { readonly after?: () => Promise<void> };

/** One modal's way back: which ids it carries, and what comes of its submission. Stands in `views` of `register.ts`. */
export interface Form<Ids> {
  /** The `callbackId` of its modal. */
  readonly callbackId: string;
  readonly ids: z.ZodType<Ids>;
  /** Decides within a good second, without waiting for anything slow: that belongs into `after`. */
  submit(desk: Desk, submission: Submission<Ids>): Verdict | Promise<Verdict>;
}

const sentSchema = senderSchema.extend({
  trigger_id: z.string().optional(),
  view: z.object({
    id: z.string(),
    hash: z.string().default(''),
    private_metadata: z.string().default(''),
    state: stateSchema.default({ values: {} }),
    blocks: shownSchema.catch({ values: {} }),
  }),
});

export type SubmissionArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

const json = z.string().transform((text, context): unknown => {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    context.issues.push({ code: 'custom', message: 'not JSON', input: text });
    return z.NEVER;
  }
});

/** Undefined where the modal is of an older version, or what it carried was tampered with. */
const submissionOf = <Ids>(form: Form<Ids>, body: unknown): Submission<Ids> | undefined => {
  const sent = sentSchema.safeParse(body).data;
  const ids = json.pipe(form.ids).safeParse(sent?.view.private_metadata);
  if (sent === undefined || !ids.success) return undefined;
  const { user, view } = sent;
  return {
    team: teamFrom(sent),
    user: user.id,
    view: { id: view.id, hash: view.hash },
    ids: ids.data,
    entered: enteredOf(view.state),
    shown: enteredOf(view.blocks),
    sending: sent.trigger_id ?? `${view.id}/${view.hash}`,
  };
};

/** Slack gives three seconds for the verdict. */
const patienceMs = 2_500;

const stale =
  'That window was made by an older version of me and no longer works. Please close it and open it anew.';
const slow =
  'This takes longer than Slack waits for me. It may have worked all the same: have a look before you send it again.';

const saying = (text: string): Verdict => ({ show: notice('Not finished', text) });

const judge = async <Ids>(desk: Desk, form: Form<Ids>, submission: Submission<Ids>): Promise<Verdict> => {
  try {
    return await form.submit(desk, submission);
  } catch (error) {
    return saying(explain(desk, error));
  }
};

const acknowledgement = (verdict: Verdict) => {
  if ('errors' in verdict) return { response_action: 'errors', errors: { ...verdict.errors } } as const;
  if ('show' in verdict) return { response_action: 'update', view: verdict.show } as const;
  if ('push' in verdict) return { response_action: 'push', view: verdict.push } as const;
  return verdict.close === 'all' ? ({ response_action: 'clear' } as const) : undefined;
};

/** Answers the submissions of one modal, in time whatever happens. */
export const onForm =
  <Ids>(form: Form<Ids>) =>
  (desk: Desk) =>
  async ({ ack, body }: SubmissionArgs): Promise<void> => {
    const submission = submissionOf(form, body);
    const verdict =
      submission === undefined
        ? saying(stale)
        : await Promise.race([
            judge(desk, form, submission),
            pause(patienceMs, saying(slow), { ref: false }),
          ]);
    const told = acknowledgement(verdict);
    await (told === undefined ? ack() : ack(told));
    await verdict.after?.();
  };

/** A modal that no form is there for: it is of an older version. */
export const onOtherForm =
  () =>
  async ({ ack }: SubmissionArgs): Promise<void> =>
    ack({ response_action: 'update', view: notice('Not finished', stale) });

import type { Clock } from './clock.ts';
import type { Message, State } from './state.ts';

/** Something a person did that the bot is to react to. */
export interface Exchange {
  readonly id: string;
  readonly person: string;
  readonly channel: string;
  /** Where an answer belongs: the root of the thread, or the top of the channel. */
  readonly threadTs?: string;
  /** The person's own message, where the act was one. */
  readonly ts?: string;
  /** What the person did, in a line: `/outsourcing Optum`. */
  readonly label: string;
  /** Whether words are owed (a command, a mention, a direct message) or an acknowledgement will do (a button). */
  readonly expects: 'reply' | 'acknowledgement' | 'nothing';
  /** Whether it happened on a modal or Home view, which says by itself how it stands. */
  readonly isOnView?: boolean;
  readonly startedAt: number;
  readonly state: 'waiting' | 'answered' | 'failed';
  /** Why it failed, as a sentence. */
  readonly problem?: string;
  /** Timestamps of the bot's messages that answered it. */
  readonly answers: readonly string[];
}

/** Whether a person typed a command: that is no message of theirs. */
export const isCommand = ({ ts, expects }: Exchange): boolean => ts === undefined && expects === 'reply';

const kept = 200;

/** What is under way between people and the bot. */
export class Exchanges {
  #all: readonly Exchange[] = [];
  readonly #state: State;
  readonly #clock: Clock;

  constructor(state: State) {
    this.#state = state;
    this.#clock = state.clock;
  }

  get all(): readonly Exchange[] {
    return this.#all;
  }

  get(id: string): Exchange | undefined {
    return this.#all.find((one) => one.id === id);
  }

  open(
    draft: Pick<Exchange, 'person' | 'channel' | 'threadTs' | 'ts' | 'label' | 'expects' | 'isOnView'>,
  ): Exchange {
    const state = draft.expects === 'nothing' ? 'answered' : 'waiting';
    const exchange: Exchange = {
      ...draft,
      id: this.#clock.id('X'),
      startedAt: this.#clock.now(),
      state,
      answers: [],
    };
    this.#all = [...this.#all, exchange].slice(-kept);
    this.#state.changed();
    return exchange;
  }

  /** What had failed is being tried again. */
  resumed(id: string): void {
    this.#update(id, ({ problem: _, ...one }) =>
      one.state === 'failed' ? { ...one, state: 'waiting' } : one,
    );
  }

  /** A delivery was acknowledged: enough for a button, and hope again for what had failed before. */
  acknowledged(id: string): void {
    this.resumed(id);
    this.#update(id, (one) => (one.expects === 'acknowledgement' ? { ...one, state: 'answered' } : one));
  }

  failed(id: string, problem: string): void {
    this.#update(id, (one) => (one.state === 'answered' ? one : { ...one, state: 'failed', problem }));
  }

  /** Books a message of the bot to the exchange it answers: the one it came through, or the one it stands under. */
  answeredBy(message: Message): void {
    const matching = message.exchange
      ? this.get(message.exchange)
      : this.#all.find((one) => one.state !== 'answered' && standsUnder(message, one));
    const target = matching ?? this.#all.findLast((one) => standsUnder(message, one));
    if (!target) return;
    this.#update(target.id, ({ problem: _, ...one }) => ({
      ...one,
      state: 'answered',
      answers: [...one.answers, message.ts],
    }));
  }

  /** Gives up on those that have waited longer than this many milliseconds; `hint` says what else is known. */
  giveUp(afterMs: number, hint: string): void {
    const late = this.#all.filter(
      (one) => one.state === 'waiting' && this.#clock.now() - one.startedAt >= afterMs,
    );
    const seconds = Math.round(afterMs / 1000);
    for (const one of late)
      this.failed(one.id, `It took the message but said nothing within ${seconds} seconds.${hint}`);
  }

  #update(id: string, change: (exchange: Exchange) => Exchange): void {
    this.#all = this.#all.map((one) => (one.id === id ? change(one) : one));
    this.#state.changed();
  }
}

const standsUnder = (message: Message, exchange: Exchange): boolean => {
  if (message.channel !== exchange.channel || exchange.expects === 'nothing') return false;
  if (message.visibleTo !== undefined) return message.visibleTo === exchange.person;
  return (
    message.channel.startsWith('D') ||
    (message.threadTs !== undefined && message.threadTs === exchange.threadTs)
  );
};

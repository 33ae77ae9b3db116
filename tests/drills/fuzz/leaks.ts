import type { Sent } from '../../harness/plain-slack.ts';
import { isMember, participantsOf, type Written, wordsIn } from './people.ts';

/**
 * Who reads something that the bot sent. `authors` are those whose own words may stand in it; `readers` see it, or all
 * members of `channel` do.
 */
interface Audience {
  readonly authors: readonly string[];
  readonly readers: readonly string[];
  readonly channel?: string;
}

/** An address or a window that was cut off is nobody’s. */
const noOne: Audience = { authors: [], readers: [] };

/** What one person alone sees holds nobody else's words, but for what stands in a thread that they look at. */
const alone = (user: string, thread = ''): Audience => ({
  authors: [user, ...participantsOf(thread)],
  readers: [user],
});

const person = /U0P\d\d/;
const shared = /Shared by <@(U0P\d\d)>/;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The triggers of `bodies` say who pressed, and in whose thread. */
const byTrigger = (trigger: string): Audience => {
  const [, address = '', ...thread] = trigger.split('.');
  const user = person.exec(address)?.[0];
  return user === undefined ? noOne : alone(user, thread.join('.'));
};

/** The last of what is said of names that do not come again. */
class Remembered<What> {
  readonly #all = new Map<string, What>();

  get(name: string): What | undefined {
    return this.#all.get(name);
  }

  put(name: string, what: What): void {
    this.#all.set(name, what);
    const [oldest] = this.#all.keys();
    if (this.#all.size > 5_000 && oldest !== undefined) this.#all.delete(oldest);
  }
}

const requestId = /"([\w-]{16})"/g;

/** Looks at all that the bot sends for words that whoever reads it must not see. */
export class Leaks {
  /** Who shared what, by the stamp of the message that holds the thread: what is too long for one goes on below it. */
  readonly #sharers = new Remembered<string>();
  /** Whose words are in a question that somebody sent on to people, by its name and by the message that tells them. */
  readonly #sentOn = new Remembered<readonly string[]>();

  /** Somebody sends a question on to people, who then read the words of its authors: that is what it is for. */
  sendsOn({ request, authors }: { readonly request: string; readonly authors: readonly string[] }): void {
    this.#sentOn.put(request, authors);
  }

  /** Those whose question this is about, where people were asked it. */
  #askersIn({ body, answer }: Sent): readonly string[] {
    const told = this.#sentOn.get(text(body.ts));
    const plain = JSON.stringify(body).replaceAll('\\"', '"');
    const named = [...plain.matchAll(requestId)].flatMap(([, id = '']) => this.#sentOn.get(id) ?? []);
    if (named.length > 0 && body.channel !== undefined) this.#sentOn.put(text(answer.ts), named);
    return [...named, ...(told ?? [])];
  }

  /**
   * In a channel everybody reads along. An answer holds the words of those who ask in its thread; a shared answer those of
   * whoever shared it, if any.
   */
  #inChannel(channel: string, { body, answer }: Sent, thread: string): Audience {
    const sharer = shared.exec(JSON.stringify(body.blocks ?? ''))?.[1] ?? this.#sharers.get(thread);
    if (sharer !== undefined) this.#sharers.put(text(answer.ts), sharer);
    return {
      authors: [...participantsOf(thread), ...(sharer === undefined ? [] : [sharer])],
      readers: [],
      channel,
    };
  }

  #whereOf(sent: Sent): Audience {
    const { method, address, body } = sent;
    const of = (id: unknown): Audience => alone(person.exec(text(id))?.[0] ?? '', text(body.thread_ts));
    if (method === 'response_url') return of(address);
    if (body.trigger_id !== undefined) return byTrigger(text(body.trigger_id));
    const own = [body.user, body.user_id, body.view_id].find((one) => person.test(text(one)));
    if (own !== undefined) return of(own);
    const channel = text(body.channel ?? body.channel_id);
    return person.test(channel) ? of(channel) : this.#inChannel(channel, sent, text(body.thread_ts));
  }

  /** A response address, a window or Home tells by its name whose it is; a message by where it goes. */
  audienceOf(sent: Sent): Audience {
    const where = this.#whereOf(sent);
    return { ...where, authors: [...where.authors, ...this.#askersIn(sent)] };
  }

  /**
   * What was written into a checklist is for the members of its channel, by whatever way they look at it, and was written
   * by one of them. Everything else is its author's own.
   */
  static #isFor({ authors, readers, channel }: Audience, { by, channel: meant }: Written): boolean {
    if (authors.includes(by)) return true;
    if (meant === undefined || !isMember(by, meant)) return false;
    return channel === undefined
      ? readers.length > 0 && readers.every((reader) => isMember(reader, meant))
      : channel === meant;
  }

  /** The words in it that are not for whoever reads it. An address that was cut off is nobody’s, and nobody reads there. */
  in(sent: Sent, audience: Audience): Written[] {
    if (sent.method === 'response_url' && !person.test(sent.address)) return [];
    return wordsIn(JSON.stringify(sent.body)).filter((word) => !Leaks.#isFor(audience, word));
  }

  /** The same of what an acknowledgement holds: a window, or what was found, for the sender alone. */
  inAcknowledgement(user: string, body: string): Written[] {
    const askers = this.#askersIn({ method: 'ack', address: '', body: { ack: body }, answer: {} });
    const { authors, readers } = alone(user);
    const audience = { authors: [...authors, ...askers], readers };
    return wordsIn(body).filter((word) => !Leaks.#isFor(audience, word));
  }
}

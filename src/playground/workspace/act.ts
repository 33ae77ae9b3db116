import type { Channel, Person } from './cast.ts';
import type { Exchange } from './exchange.ts';
import type { Parts } from './parts.ts';

/** Who does something, and where. */
export interface Act {
  readonly person: Person;
  readonly channel: Channel;
}

/** Where an exchange stands. */
export const places = ({ person, channel }: Act, threadTs?: string) => ({
  person: person.id,
  channel: channel.id,
  ...(threadTs !== undefined && { threadTs }),
});

/** The exchange as it stands now. */
export const current = (parts: Parts, exchange: Exchange): Exchange =>
  parts.exchanges.get(exchange.id) ?? exchange;

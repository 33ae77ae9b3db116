import { avatar } from './avatar.js';
import { icon, make } from './dom.js';

/**
 * What is under way or has failed, as a row at the end of the messages.
 *
 * @param {import('../snapshot.ts').ShownExchange} exchange
 * @param {import('../snapshot.ts').Snapshot} snapshot
 * @returns {HTMLElement}
 */
export const drawExchange = (exchange, { bot }) => {
  const label =
    exchange.isCommand && make('p', { class: 'asked' }, 'You asked ', make('code', {}, exchange.label));
  const dots = make('span', { class: 'dots', 'aria-hidden': 'true' }, make('i'), make('i'), make('i'));
  const says =
    exchange.state === 'failed'
      ? make(
          'p',
          { class: 'failure', role: 'alert' },
          icon('warning'),
          make('span', {}, `The bot did not answer: ${exchange.problem}`),
        )
      : make('p', { class: 'working' }, dots, `${bot.name} ${exchange.status || 'is looking it up'}…`);
  return make(
    'li',
    { class: `message ${exchange.state}` },
    avatar({ ...bot, kind: 'bot' }),
    make('div', { class: 'content' }, label, says),
  );
};

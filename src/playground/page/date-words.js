/**
 * Slack's date tokens in the reader's time zone and manner.
 *
 * @type {Record<string, Intl.DateTimeFormatOptions>}
 */
const formats = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
  time_secs: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
};

/** Days from today, for the tokens that say "yesterday". @param {Date} date */
const daysAway = (date) => {
  const day = (/** @type {Date} */ one) =>
    new Date(one.getFullYear(), one.getMonth(), one.getDate()).getTime();
  return Math.round((day(date) - day(new Date())) / 86_400_000);
};

/** @param {Date} date */
const ago = (date) => {
  const minutes = Math.round((date.getTime() - Date.now()) / 60_000);
  const words = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
  if (Math.abs(minutes) < 60) return words.format(minutes, 'minute');
  if (Math.abs(minutes) < 24 * 60) return words.format(Math.round(minutes / 60), 'hour');
  return words.format(Math.round(minutes / 1440), 'day');
};

/**
 * @param {Date} date
 * @param {string} token without its braces
 * @param {string} whole what stands there when the token is unknown
 */
const written = (date, token, whole) => {
  if (token === 'ago') return ago(date);
  const plain = token.replace('_pretty', '');
  const format = formats[plain];
  if (!format) return whole;
  const days = daysAway(date);
  if (token !== plain && Math.abs(days) <= 1)
    return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(days, 'day');
  if (plain === 'date_num') return date.toLocaleDateString('sv-SE');
  return date.toLocaleString(undefined, format);
};

/**
 * A moment in the words of a format such as `{date_short_pretty} at {time}`.
 *
 * @param {number} seconds since 1970
 * @param {string} format
 * @param {string | undefined} fallback what is said when the moment is none
 */
export const dateWords = (seconds, format, fallback) => {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return fallback ?? format;
  return format.replace(/\{(\w+)\}/g, (whole, token) => written(date, token, whole));
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (part: number): string => String(part).padStart(2, '0');

/** `Nov 22, 2026, 14:05 UTC`: for who is not told their own time. */
const inUtc = (at: Date): string =>
  `${months[at.getUTCMonth()]} ${at.getUTCDate()}, ${at.getUTCFullYear()}, ${two(at.getUTCHours())}:${two(at.getUTCMinutes())} UTC`;

/**
 * An instant as mrkdwn, in the time zone and the manner of whoever reads it: "today at 14:05". `ms` is in milliseconds
 * since the epoch. For when something was done; the date of an article is a date, and no instant.
 */
export const instant = (ms: number): string =>
  `<!date^${Math.floor(ms / 1000)}^{date_short_pretty} at {time}|${inUtc(new Date(ms))}>`;

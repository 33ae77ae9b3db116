const longDay = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** `2026-12-03` as `December 3, 2026`: a day of the calendar is the same wherever it is read. */
export const sayDay = (day: string): string => longDay.format(new Date(`${day}T00:00:00Z`));

/** The day of a moment in milliseconds since the epoch, as `2026-12-03`, by the clock of Greenwich. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The day of a moment where a time zone such as `America/New_York` is; undefined for a zone that nobody knows. */
export const dayIn = (timeZone: string, at: number): string | undefined => {
  try {
    // Sweden writes days as we do.
    return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(at));
  } catch {
    return undefined;
  }
};

export const staleButton =
  'That button was made by an older version of me and no longer works. Please type the question instead; ' +
  '`/outsourcing help` shows what you can ask.';

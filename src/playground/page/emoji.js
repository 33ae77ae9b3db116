/** The few emoji names that a business tool uses; any other name is shown as it was written. */
const known = new Map([
  ['eyes', '👀'],
  ['wave', '👋'],
  ['+1', '👍'],
  ['-1', '👎'],
  ['thumbsup', '👍'],
  ['thumbsdown', '👎'],
  ['white_check_mark', '✅'],
  ['heavy_check_mark', '✔️'],
  ['x', '❌'],
  ['warning', '⚠️'],
  ['information_source', 'ℹ️'],
  ['mag', '🔍'],
  ['bulb', '💡'],
  ['books', '📚'],
  ['page_facing_up', '📄'],
  ['memo', '📝'],
  ['hourglass_flowing_sand', '⏳'],
  ['tada', '🎉'],
  ['pray', '🙏'],
  ['smile', '😄'],
  ['slightly_smiling_face', '🙂'],
  ['lock', '🔒'],
  ['calendar', '📅'],
  ['raised_hands', '🙌'],
]);

/**
 * @param {string | undefined} name without the colons
 * @returns {string | undefined}
 */
export const emoji = (name) => (name === undefined ? undefined : known.get(name));

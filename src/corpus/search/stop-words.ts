/** Small words of English that tell nothing about what a passage is about: never indexed, never searched. */
export const stopWords: ReadonlySet<string> = new Set(
  [
    'a an the this that these those such same own other each either both few more most much some any all no nor not only',
    'i me my we us our you your he him his she her it its they them their myself itself',
    'who whom whose which what when where why how whether while until',
    'am is are was were be been being do does did doing have has had having can could may might must shall should will would cannot',
    'and or but if then than so as because therefore thus',
    'of at by for from in into on onto to too with within without about above below after before again against between',
    'during down up under over out off per through upon further once here there now very just also however',
    's t',
  ].flatMap((line) => line.split(' ')),
);

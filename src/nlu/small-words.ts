import { stemOf, wordsOf } from '../corpus/terms.ts';

/** Words that carry grammar or chat, and ask for nothing. */
const small = `
a an the this that these those there here it its it's they them their theirs he she him her his hers we us our ours you your yours i me my mine
is are was were be been being am do does did doing done has have had having will would can could shall should may might must ought
and or but if then than so as at by for from in into of off on onto out to too up with within without about above across after again against along among around
because behind below between beyond down during except over per since through toward under until upon via vs versus v n & also just only even ever still yet
who whom whose what which when where why how whats whos wheres whens hows whyd wat wut wht
not no nor none any all each every both either neither some such same other another else more most much many few less least lot lots
please pls plz plez thx thanks thank ty hey hi hello yo ok okay yes yep yeah nope hmm uh um lol btw fyi asap imo abt bout w wo r u ur im ive id ill youre theyre thats cant dont doesnt didnt isnt wasnt wont arent gonna wanna gotta lemme gimme
tell give show get got gets getting find need needs want wants know let say says said tell explain describe list look see think thought asking ask asks asked wondering remind help
me quick quickly short brief briefly actually really basically exactly specifically currently presently now today yesterday tomorrow ever maybe perhaps kinda sorta sort kind like well way thing things stuff bit
one ones two someone somebody anyone anybody everyone people something anything everything nothing
mr mrs ms dr sir madam acc according per re regarding concerning vis
make makes made making take takes took taking put puts come comes came go goes went going happen happens happened work works worked
nice right left own normal
post pre posted compare compared comparing comparison compair versus contrast difference differences differ diff oldest newest oops meant mean sorry nah nope actually set across covered everything dey lol tho btw just instead
question answer info information detail details fact facts rundown summary overview profile background story scoop lowdown gist version para one-pager pager nutshell snapshot synopsis digest writeup writeups primer
sec second seconds minute min sheet spreadsheet row memo hw thru tho cuz bc acc ya yall em aint rn lately folks' reckon suppose guess
supposedly apparently allegedly whether though although however while
wld cld shld uve weve theyve youve youd theyd itd thatd wholl hav hv thnx tnx ty tysm cheers kindly dunno idk iirc afaik tbh memo deck slide slides pitch meeting
bullet bullets bulletpoint bulletpoints bulleted bullet-point bullet-points pointer pointers tips tip dos donts highlights highlight takeaway takeaways headline headlines topline bottomline essentials basics cheatsheet crib oneliner one-liner paragraph sentence sentences verbatim english layman laymans eli5 tldr
hiya heya howdy greetings g'day morning afternoon evening tonight tomorrow honestly frankly literally seriously ngl fr lowkey omg wow geez jeez dude bro mate gosh heck damn hell ugh eh huh right-o alrighty cool great perfect awesome appreciated appreciate obliged regards sincerely kindest
grumpy cranky lovely so-called whole entire altogether
hubby wife husband friend colleague folks guys ppl
`;
const generic = `
deal deals contract contracts contractual agreement agreements arrangement arrangements outsourcing outsource outsourced outsources outsourcer partnership project thing pact
article articles story stories library precedent precedents case cases example examples
company companies firm firms organisation organization organisations organizations org outfit shop client clients customer customers hospital hospitals system systems health healthcare care it infotech tech technology information
people staff employee employees worker workers folk folks crew team teams ppl
involve involves involving include includes including cover covers covering feature features mention mentions part facts
happen year years yr yrs time date number numbers figure figures total amount count reported report reports
`;

const modifying = `
usual usually typical typically normal normally common commonly general generally mainly mostly largely big bigger small smaller later soon long longer short once low lower high higher
ago early earlier still again chief total key overall whole real actual exact exactly current exactly rough roughly approx approximately average fixed specify specific certain main
`;

const stems = (list: string): Set<string> =>
  new Set(
    list
      .split(/\s+/)
      .flatMap((word) => wordsOf(word))
      .map(stemOf),
  );
const smallWords = new Set(small.split(/\s+/).flatMap((word) => wordsOf(word)));
const genericStems = stems(generic);

const modifyingStems = stems(modifying);

/** Whether a stem tells how or how much of something, and seldom what. */
export const isModifying = (stem: string): boolean => modifyingStems.has(stem);

/** Whether a lower-case word asks for nothing by itself. */
export const isSmall = (word: string): boolean => smallWords.has(word);

/** Whether a stem is true of almost every fact here, and so tells little. */
export const isGeneric = (stem: string): boolean => genericStems.has(stem);

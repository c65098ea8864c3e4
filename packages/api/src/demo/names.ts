import type { Random } from './random.js';

/** Made up by construction: nobody is called like this, and example.com can never receive mail. */
const FIRST_NAMES =
  'Ada,Bruno,Carla,Dario,Edda,Falk,Greta,Hugo,Ines,Jonas,Kira,Leon,Mila,Noah,Oda,Paul,Quinn,Rosa,Sven,Tilda,Uwe,Vera,Willa,Xenia,Yara,Zeno'.split(
    ',',
  );
const LAST_NAMES =
  'Ampelmann,Bergsee,Cornfield,Dreizack,Elmwood,Fernglas,Goldkante,Honeyhill,Inkwell,Jadestone,Kettlebell,Lampshade,Moonbeam,Nutbrown,Oakbench,Paperclip,Quicksand,Rainbarrel,Snowglobe,Teapot,Umbrella,Velvetine,Windmill,Yarnball,Zeppelin'.split(
    ',',
  );
const COLOURS =
  'Amber,Azure,Beige,Blue,Bronze,Coral,Crimson,Cyan,Emerald,Golden,Green,Grey,Indigo,Ivory,Jade,Lilac,Mauve,Orange,Pink,Purple,Red,Silver,Teal,White'.split(
    ',',
  );
const ANIMALS =
  'Badger,Beaver,Bison,Crane,Deer,Falcon,Fox,Gecko,Heron,Ibex,Jackdaw,Koala,Lynx,Marten,Narwhal,Otter,Panda,Quail,Raven,Seal,Toad,Urchin,Vole,Walrus,Yak'.split(
    ',',
  );
const TRADES =
  'Analytics,Bakeries,Cables,Dairy,Energy,Foods,Glass,Housing,Instruments,Joinery,Kitchens,Logistics,Motors,Networks,Optics,Packaging,Robotics,Software,Textiles,Valves'.split(
    ',',
  );

/** Coprime to the 12,000 combinations, so that neighbours differ and none comes twice before all have come. */
const STRIDE = 7_919;

/** The name of the nth company, `Teal Otter Logistics (demo)`; distinct for n below 12,000. */
export function companyName(n: number): string {
  const i = (n * STRIDE) % (COLOURS.length * ANIMALS.length * TRADES.length);
  const colour = COLOURS[i % COLOURS.length];
  const animal = ANIMALS[Math.floor(i / COLOURS.length) % ANIMALS.length];
  const trade = TRADES[Math.floor(i / (COLOURS.length * ANIMALS.length))];
  return `${colour} ${animal} ${trade} (demo)`;
}

export interface Person {
  readonly name: string;
  readonly email: string;
}

/** The nth person; the number keeps the address distinct. */
export function person(n: number, random: Random): Person {
  const first = random.pick(FIRST_NAMES);
  const last = random.pick(LAST_NAMES);
  return { name: `${first} ${last}`, email: `${first}.${last}.${n}@example.com`.toLowerCase() };
}

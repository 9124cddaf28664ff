/**
 * A sentence as an analyst meets it, labelled by hand before the product's proposals were looked at: the words that are
 * quoted stand in double brackets. Events and wording are invented.
 */
export type Labelled = {
  text: string;
  /** The outlet of `OUTLETS` that the quoted words are credited to; null where that is the article's own, or a person's. */
  outlet: string | null;
  /** The day or days of what is told, as EDTF; null where the words do not say. */
  date: string | null;
};

/** All of them appeared on this day, a Tuesday, in a newspaper of its own. */
export const PUBLISHED_ON = "2024-03-05";
export const PUBLISHER = "Karsk Courier";

/** The outlets that the team knows, with their other names; not all of them are named in the sentences. */
export const OUTLETS: Record<string, string[]> = {
  [PUBLISHER]: ["كوريير كارسك"],
  Reuters: ["رويترز"],
  "Agence France-Presse": ["AFP", "فرانس برس"],
  "Associated Press": ["AP", "أسوشيتد برس"],
  "Al Jazeera": ["الجزيرة"],
  "Al Mayadeen": ["الميادين"],
  "BBC News": ["BBC", "بي بي سي"],
  "Shafaq News": ["شفق نيوز"],
  "Intelligence Online": ["IO"],
  "The Times": [],
  Time: [],
  UTV: [],
  "Al-Quds Al-Arabi": ["القدس العربي"],
  "Sky News": ["سكاي نيوز"],
};

import { matchingKey } from "@/anchoring/normalise";
import type { Column } from "../schema";

/** What a heading can mean: a column, or both grades in one. */
export type Meaning = Column | "grade";

/** A heading as headings are compared: no case, accents, vowel marks or punctuation. */
export const foldHeading = (heading: string): string =>
  matchingKey(heading.replace(/[\p{P}\p{S}_]+/gu, " "))
    .replace(/\s+/g, " ")
    .trim();

/**
 * How analysts name their columns, in the languages that their sheets come in: English, French, German, Spanish, Arabic,
 * Russian, Ukrainian. Only words that hardly mean anything else stand here; what is between two columns stands in both,
 * and the cells decide.
 */
const WORDS: Partial<Record<Meaning, string>> = {
  claim: "claim no, claim number, claim id, claim nr, claim ref, assertion no",
  statement: `claim, statement, assertion, allegation, claim text, claim summary, what is claimed, summary of claim, summary,
    claim description, description, text, finding, information, fact, details, content,
    affirmation, allegation, declaration, enonce, resume, texte, behauptung, aussage, aussagentext, inhalt, text, meldung,
    zusammenfassung, afirmacion, declaracion, alegacion, texto, resumen, descripcion,
    الادعاء, ادعاء, المزاعم, النص, التصريح, утверждение, заявление, текст, содержание, твердження, заява, зміст`,
  quote: `quote, quotation, verbatim, exact words, original wording, excerpt, direct quote, original text, extract,
    citation, extrait, verbatim, zitat, wortlaut, originaltext, cita, cita textual, extracto,
    اقتباس, الاقتباس, النص الاصلي, цитата, дословно, цитата дослівно`,
  outlet: `outlet, source, publisher, media, media outlet, news outlet, source name, name of source, agency, news source,
    newspaper, channel, publication, reported by, site, website, organisation,
    source, media, editeur, journal, agence, quelle, medium, herausgeber, zeitung, agentur, sender,
    fuente, medio, editor, periodico, agencia, المصدر, مصدر, الوسيلة, وسيلة الاعلام, القناة, الصحيفة, الوكالة,
    источник, сми, издание, агентство, издатель, джерело, змі, видання, агенція`,
  attribution: `attribution, said by, speaker, attributed to, according to, quoted person, stated by, claimed by, claimant,
    who said it, original source, primary source, source, spokesperson, person,
    attribue a, selon, dit par, auteur de la citation, locuteur, gesagt von, sprecher, laut, urheber, zugeschrieben,
    dicho por, atribuido a, segun, portavoz, declarante, القائل, المتحدث, نقلا عن, منسوب الى,
    со слов, кто сказал, спикер, автор высказывания, за словами, хто сказав, спікер`,
  reported_on: `date reported, reported on, report date, reporting date, date of report, published, date published,
    publication date, published on, date of publication, pub date, post date, date posted, date,
    date de publication, publie le, date du rapport, date, datum, veroffentlicht, veroffentlicht am, erscheinungsdatum,
    veroffentlichungsdatum, berichtsdatum, fecha, fecha de publicacion, publicado, fecha del informe,
    التاريخ, تاريخ النشر, تاريخ التقرير, дата, дата публикации, опубликовано, дата публікації, опубліковано`,
  occurred_on: `date of event, event date, occurred on, date occurred, incident date, date of incident, when, event,
    date of occurrence, happened on, time of event, date, date de l evenement, date de l incident, date des faits,
    ereignisdatum, datum des ereignisses, vorfallsdatum, tatzeit, wann, fecha del evento, fecha del hecho,
    fecha del incidente, cuando, تاريخ الحدث, تاريخ الحادث, تاريخ الواقعة, дата события, дата происшествия, когда,
    дата події, коли`,
  place: `place, location, where, area, city, region, town, province, governorate, district, venue, locality, site,
    lieu, localisation, ville, endroit, ort, standort, stadt, region, wo, lugar, ubicacion, ciudad, localidad, donde,
    المكان, الموقع, مكان, المدينة, المنطقة, место, местоположение, город, регион, где, місце, розташування, місто, де`,
  reliability: `reliability, source reliability, source grade, source rating, source evaluation, source grading, rel,
    reliability of source, fiabilite, fiabilite de la source, zuverlassigkeit, quellenbewertung, zuverlassigkeit der quelle,
    fiabilidad, fiabilidad de la fuente, موثوقية, موثوقية المصدر, الموثوقية, надежность, надежность источника, надійність,
    надійність джерела`,
  credibility: `credibility, information credibility, info credibility, information grade, cred, info grade, accuracy,
    information rating, credibility of information, information evaluation, veracity,
    credibilite, credibilite de l information, glaubwurdigkeit, informationsbewertung, credibilidad, veracidad,
    مصداقية, المصداقية, مصداقية المعلومة, достоверность, достоверность информации, достовірність`,
  grade: `grade, grading, rating, admiralty, admiralty code, admiralty grade, nato grade, nato code, source info grade,
    evaluation, eval, 6x6, 5x5x5, reliability credibility, assessment, cotation, note otan, evaluation,
    bewertung, einstufung, calificacion, evaluacion, التقييم, оценка, оцінка`,
  confidence: `confidence, analyst confidence, confidence level, certainty, level of confidence, analytic confidence,
    confiance, niveau de confiance, certitude, konfidenz, sicherheit, vertrauen, confianza, nivel de confianza, certeza,
    الثقة, مستوى الثقة, уверенность, степень уверенности, впевненість`,
  status: "status, review status, state, statut, estado, الحالة, статус, стан",
  tags: `tags, tag, keywords, topics, topic, labels, category, categories, theme, themes, subject,
    mots cles, etiquettes, themes, categorie, schlagworte, schlagworter, stichworte, thema, themen, kategorie,
    etiquetas, palabras clave, tema, temas, categoria, وسوم, الوسوم, كلمات مفتاحية, الموضوع,
    теги, ключевые слова, тема, темы, категория, ключові слова, теми, категорія`,
  note: `note, notes, comment, comments, remark, remarks, analyst comment, analyst comments, analyst notes, observations,
    commentaire, commentaires, remarques, notes de l analyste, notiz, notizen, bemerkung, bemerkungen, anmerkung,
    anmerkungen, kommentar, nota, notas, comentario, comentarios, observaciones, ملاحظة, ملاحظات, تعليق, تعليقات,
    примечание, примечания, комментарий, комментарии, заметки, примітка, примітки, коментар`,
  agrees_with: `agrees with, agrees, corroborates, consistent with, confirms, confirmed by, concorde avec, stimmt uberein mit,
    coincide con, يتفق مع, согласуется с, узгоджується з`,
  contradicts: `contradicts, conflicts with, disagrees with, contradiction, inconsistent with, conflict with, contredit,
    widerspricht, contradice, يتناقض مع, يناقض, противоречит, суперечить`,
  qualifies: "qualifies, nuances, apparent conflict",
  updates: "updates, supersedes, replaces, corrects",
  repeats:
    "repeats, copied from, copy of, derived from, same origin as, duplicate of, repete, wiederholt, repite, повторяет",
  unrelated_to: "unrelated to",
  article: `article, headline, title, article title, title of article, report title, story, document, document title,
    titre, titre de l article, titel, uberschrift, schlagzeile, artikel, titulo, titular, articulo,
    العنوان, عنوان المقال, عنوان, المقال, заголовок, название статьи, статья, назва статті, стаття`,
  article_url: `link, url, web address, weblink, hyperlink, web link, source link, source url, article link, article url,
    address, href, lien, adresse, adresse web, webadresse, quellenlink, enlace, direccion web, vinculo,
    الرابط, رابط, رابط المقال, ссылка, адрес, урл, посилання`,
  article_author: `author, byline, journalist, reporter, written by, auteur, journaliste, autor, autorin, verfasser,
    journalist, autor, periodista, الكاتب, كاتب, الصحفي, автор, журналист, журналіст`,
  article_language: "language, lang, article language, langue, sprache, idioma, اللغة, язык, мова",
};

/** Headings that read as one word of the above but mean their opposite or something else. */
const NOT: Partial<Record<Meaning, RegExp>> = {
  outlet: /\b(type|kind|art|class|link|url|grade|rating|reliability|country|language|date|id|no)\b/,
  attribution: /\b(type|kind|art|class|link|url|grade|rating|reliability|country|language|date|id|no)\b/,
  reported_on: /\b(added|entered|updated|accessed|retrieved|modified|collected|captured|event|incident|occur\w*)\b/,
  occurred_on: /\b(added|entered|updated|accessed|retrieved|modified|collected|captured|publi\w*|report\w*)\b/,
  article: /\b(job|id|no)\b/,
  place: /\b(type|id|lat|lon|latitude|longitude)\b/,
  note: /\bno\b/,
};

const phrases = new Map<Meaning, Map<string, number>>(
  Object.entries(WORDS).map(([meaning, words]) => [
    meaning as Meaning,
    new Map(words.split(",").map((phrase) => [foldHeading(phrase), foldHeading(phrase).split(" ").length])),
  ]),
);

/** Words that alone leave open which column they name; another column, or the cells, must speak for it. */
const VAGUE: Partial<Record<Meaning, string>> = {
  statement:
    "text, texte, texto, текст, النص, summary, resume, resumen, zusammenfassung, details, content, inhalt, description, descripcion, information, fact, finding",
  outlet:
    "source, quelle, fuente, المصدر, مصدر, источник, джерело, site, website, organisation, channel, reported by, medium, sender",
  attribution: "source, original source, primary source, person",
  reported_on: "date, datum, fecha, التاريخ, дата",
  occurred_on: "date, when, event",
  place: "site, area, region, регион, district",
  grade: "evaluation, assessment, rating, оценка, оцінка, bewertung, التقييم, grade",
  tags: "subject, category, categories, topic, theme, thema, tema, тема, categorie, kategorie, categoria, категория, категорія",
  article: "story, document",
  article_url: "address, adresse, адрес",
  credibility: "accuracy",
  confidence: "certainty, sicherheit, vertrauen",
};
const vague = new Map(
  Object.entries(VAGUE).map(([meaning, words]) => [meaning, new Set(words.split(",").map(foldHeading))]),
);

/**
 * How well a heading names a column, from 0 to 1: by one of its names 0.9, by one that others share 0.8, by words in it
 * less, the more words the better.
 */
export function nameScore(heading: string, meaning: Meaning): number {
  const folded = foldHeading(heading);
  const known = phrases.get(meaning);
  if (folded === "" || !known) return 0;
  if (known.has(folded)) return vague.get(meaning)?.has(folded) ? (meaning === "occurred_on" ? 0.75 : 0.8) : 0.9;
  if (NOT[meaning]?.test(folded)) return 0;
  let best = 0;
  for (const [phrase, words] of known) {
    if (` ${folded} `.includes(` ${phrase} `)) best = Math.max(best, words > 1 ? 0.8 : 0.55);
  }
  return best;
}

/** Whether a heading is one of the names that columns go by. */
export const isKnownHeading = (heading: string): boolean => {
  const folded = foldHeading(heading);
  return folded !== "" && [...phrases.values()].some((known) => known.has(folded));
};

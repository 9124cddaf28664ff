import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COLUMNS } from "../schema";
import { findHeader } from "./find-header";
import { recogniseColumns } from "./recognise-columns";

const OUTLETS = new Set(["Reuters", "AFP", "Al Jazeera", "Shafaq News", "رويترز"]);
const around = { isOutlet: (name: string) => OUTLETS.has(name.trim()), caseIsEmpty: true };

const read = (table: string[][], more = {}) => {
  const at = findHeader(table) ?? 0;
  const [headings = [], ...records] = table.slice(at);
  return recogniseColumns({ headings, records }, { ...around, ...more });
};

/** What each column surely becomes; a guess is marked with a question mark. */
const taken = (table: string[][], more = {}) =>
  Object.fromEntries(
    read(table, more).columns.map(({ heading, to, sure, perhaps }) => [
      heading,
      sure ? to.join("+") : `${perhaps.join("+")}?`,
    ]),
  );

const SENTENCE = "The ministry said that twelve people were hurt when the bridge came down.";

describe("analysts' spreadsheets", () => {
  it.each<[string, string[][], Record<string, string>]>([
    [
      "a monitoring log with a combined grade",
      [
        ["No.", "Date of event", "Source", "Link", "Claim", "Grade", "Notes"],
        ["1", "25/04/2025", "Reuters", "https://reuters.com/a", SENTENCE, "A2", "checked"],
        ["2", "03/04/2025", "Shafaq News", "https://shafaq.com/b", SENTENCE, "B-3", ""],
      ],
      {
        "No.": "extra",
        "Date of event": "occurred_on",
        Source: "outlet+article_outlet",
        Link: "article_url+article",
        Claim: "statement",
        Grade: "reliability+credibility",
        Notes: "note",
      },
    ],
    [
      "outlet beside the person quoted",
      [
        ["Outlet", "Source", "Statement", "Date", "Location", "Confidence"],
        ["AFP", "a hospital director", SENTENCE, "3 April 2025", "Basra", "High"],
        ["Reuters", "police", SENTENCE, "4 April 2025", "Erbil", "medium"],
      ],
      {
        Outlet: "outlet",
        Source: "attribution",
        Statement: "statement",
        Date: "reported_on",
        Location: "place",
        Confidence: "confidence",
      },
    ],
    [
      "German, below a title",
      [
        ["Lagebild Irak, Stand 12.04.2025", "", "", "", ""],
        ["", "", "", "", ""],
        ["Quelle", "Datum des Ereignisses", "Aussage", "Zuverlässigkeit", "Bemerkungen"],
        ["AFP", "20.04.2025", SENTENCE, "B", ""],
        ["dpa", "21.04.2025", SENTENCE, "C", "unklar"],
      ],
      {
        Quelle: "outlet",
        "Datum des Ereignisses": "occurred_on",
        Aussage: "statement",
        Zuverlässigkeit: "reliability",
        Bemerkungen: "note",
      },
    ],
    [
      "French",
      [
        ["Source", "Lien", "Date de publication", "Affirmation", "Citation", "Fiabilité", "Crédibilité", "Mots-clés"],
        ["AFP", "https://afp.com/1", "20 avril 2025", SENTENCE, "douze personnes blessées", "A", "2", "pont; blessés"],
      ],
      {
        Source: "outlet+article_outlet",
        Lien: "article_url+article",
        "Date de publication": "reported_on",
        Affirmation: "statement",
        Citation: "quote",
        Fiabilité: "reliability",
        Crédibilité: "credibility",
        "Mots-clés": "tags",
      },
    ],
    [
      "Spanish",
      [
        ["Fuente", "Fecha del evento", "Lugar", "Afirmación", "Enlace", "Titular"],
        ["EFE", "3 de mayo de 2025", "Bagdad", SENTENCE, "https://efe.com/1", "Doce heridos"],
      ],
      {
        Fuente: "outlet+article_outlet",
        "Fecha del evento": "occurred_on",
        Lugar: "place",
        Afirmación: "statement",
        Enlace: "article_url",
        Titular: "article",
      },
    ],
    [
      "Arabic",
      [
        ["المصدر", "التاريخ", "الادعاء", "الرابط", "ملاحظات"],
        ["رويترز", "20 نيسان 2025", "قالت الوزارة إن اثني عشر شخصا أصيبوا في انهيار الجسر", "https://a.example/1", ""],
      ],
      {
        المصدر: "outlet+article_outlet",
        التاريخ: "reported_on",
        الادعاء: "statement",
        الرابط: "article_url+article",
        ملاحظات: "note",
      },
    ],
    [
      "Russian",
      [
        ["Источник", "Дата события", "Утверждение", "Надёжность", "Ссылка", "Примечание"],
        ["ТАСС", "20 апреля 2025", SENTENCE, "C", "https://tass.ru/1", "нет"],
      ],
      {
        Источник: "outlet+article_outlet",
        "Дата события": "occurred_on",
        Утверждение: "statement",
        Надёжность: "reliability",
        Ссылка: "article_url+article",
        Примечание: "note",
      },
    ],
    [
      "Ukrainian",
      [
        ["Джерело", "Дата події", "Твердження", "Місце", "Посилання"],
        ["УНІАН", "20 квітня 2025", SENTENCE, "Київ", "https://unian.ua/1"],
      ],
      {
        Джерело: "outlet+article_outlet",
        "Дата події": "occurred_on",
        Твердження: "statement",
        Місце: "place",
        Посилання: "article_url+article",
      },
    ],
    [
      "addresses and pairs of grades under headings that say nothing",
      [
        ["A", "B", "C", "D"],
        [SENTENCE, "https://example.org/1", "A2", "Reuters"],
        [SENTENCE, "https://example.org/2", "C3", "AFP"],
        [`${SENTENCE} Again.`, "https://example.org/3", "B 1", "Reuters"],
      ],
      {
        A: "statement?",
        B: "article_url+article",
        C: "reliability+credibility",
        D: "outlet+article_outlet",
      },
    ],
    [
      "names like ours for something else",
      [
        ["ID", "Version", "Statement", "Status", "Date added", "Source type", "Reliability"],
        ["17", "final", SENTENCE, "escalated", "2025-04-01", "wire", "high"],
        ["18", "final", SENTENCE, "closed", "2025-04-02", "paper", "low"],
      ],
      {
        ID: "extra",
        Version: "extra",
        Statement: "statement",
        Status: "extra",
        "Date added": "reported_on?",
        "Source type": "extra",
        Reliability: "confidence?",
      },
    ],
    [
      "a quote without an article is what is claimed",
      [
        ["Speaker", "Quote", "When", "Where"],
        ["Minister", "We did not order this.", "2025-04-20", "Baghdad"],
        ["General", "Nobody was there at all.", "2025-04-21", "Mosul"],
      ],
      { Speaker: "attribution", Quote: "statement", When: "occurred_on", Where: "place" },
    ],
    [
      "relations by claim numbers",
      [
        ["Claim no.", "Claim", "Contradicts", "Corroborates", "Said by"],
        ["C-1", SENTENCE, "C-2", "", "police"],
        ["C-2", "Nobody was hurt, the governor said on Friday evening.", "C-1", "", "governor"],
        ["C-3", "The bridge stands, as pictures of the day after show.", "", "C-2", "a witness"],
      ],
      {
        "Claim no.": "claim",
        Claim: "statement",
        Contradicts: "contradicts",
        Corroborates: "agrees_with",
        "Said by": "attribution",
      },
    ],
  ])("%s", (_, table, expected) => expect(taken(table)).toEqual(expected));

  it("says why", () => {
    const table = [
      ["Claim", "Link"],
      [SENTENCE, "https://example.org/1"],
      [SENTENCE, "none"],
      [SENTENCE, "www.example.org/2"],
    ];
    expect(read(table).columns[1]?.why).toContain("named “Link”; 2 of 3 cells are addresses");
  });

  it("takes plain numbers for claims only where none are yet", () => {
    const table = [
      ["Claim no", "Claim"],
      ["1", SENTENCE],
      ["2", SENTENCE],
    ];
    expect(taken(table)["Claim no"]).toBe("claim");
    expect(taken(table, { caseIsEmpty: false })["Claim no"]).toBe("claim?");
  });
});

describe("the sheet's own columns", () => {
  const column = fc.constantFrom(...COLUMNS.filter((each) => each !== "statement"));
  const cell = fc.oneof(fc.string(), fc.constantFrom("A2", "https://x.org", "25/04/2025", "C-3", ""));

  it("map to themselves, in any order and whatever their cells hold", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(column),
        fc.array(fc.array(cell, { minLength: 33, maxLength: 33 })),
        (some, records) => {
          const headings = [...some, "statement"];
          const { columns } = recogniseColumns({ headings, records }, around);
          expect(columns.map(({ to, sure }) => [to, sure])).toEqual(headings.map((heading) => [[heading], true]));
        },
      ),
    );
  });

  it("leave what stands beside them its own, though it is named like one of somebody else's sheet", () => {
    expect(taken([[...COLUMNS, "Source", "Date", "Link"], []])).toMatchObject({
      Source: "extra",
      Date: "extra",
      Link: "extra",
    });
    expect(taken([["statement", "outlet", "Quelle"], []])).toMatchObject({ Quelle: "extra" });
  });

  it("are not guessed where one stands twice", () => {
    expect(taken([["statement", "Statement"], []])).toEqual({ statement: "statement", Statement: "statement?" });
  });
});

it("any table is read without a word being lost: every column becomes something", () => {
  const table = fc.array(fc.array(fc.string(), { minLength: 3, maxLength: 3 }), { maxLength: 8 });
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 3, maxLength: 3 }), table, (headings, records) => {
      const { columns } = recogniseColumns({ headings, records }, around);
      expect(columns).toHaveLength(headings.length);
      const known = columns.flatMap(({ to }) => to).filter((target) => target !== "extra");
      expect(new Set(known).size).toBe(known.length);
    }),
  );
});

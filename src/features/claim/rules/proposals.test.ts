import { describe, expect, it } from "vitest";
import { fromPlainText } from "@/anchoring/plain-text";
import { readsAsOutlet } from "./outlet-guess";
import { indexNames, type KnownName } from "./outlet-mentions";
import { propose } from "./proposals";

const name = (outlet: string, alias = outlet): KnownName => ({ outletId: `id of ${outlet}`, outlet, name: alias });

const NAMES = indexNames([
  name("Reuters"),
  name("Reuters", "رويترز"),
  name("Intelligence Online"),
  name("Intelligence Online", "IO"),
  name("UTV"),
  name("One News"),
  name("Al Mayadeen", "الميادين"),
  name("Al Mayadeen"),
  name("The Courier"),
  name("Time"),
  name("Al-Estiklal"),
  name("Shafaq News", "شفق نيوز"),
]);

/** `[[…]]` marks the quote. */
function read(marked: string, publishedOn: string | null = "2024-10-26") {
  const source = marked.replace(/\[\[|\]\]/g, "");
  const { text, blocks } = fromPlainText(source);
  const exact = /\[\[([\s\S]*?)\]\]/.exec(marked)?.[1] ?? "";
  const start = text.indexOf(exact);
  const quote = { start, end: start + exact.length };
  return { text, ...propose({ text, blocks, quote, names: NAMES, articleOutletId: "id of Al-Estiklal", publishedOn }) };
}

describe("attribution from the words around a quote", () => {
  it.each([
    ["According to Reuters, [[the raids were suspended]].", "Reuters"],
    ["[[The raids were suspended]], Reuters reported.", "Reuters"],
    ["[[The raids were suspended]], Reuters news agency also reported on Sunday.", "Reuters"],
    ["Intelligence Online noted that [[some factions were left out]].", "Intelligence Online"],
    ["[[Some factions were left out]], according to the Paris-based site Intelligence Online.", "Intelligence Online"],
    ["As per IO, [[some factions were left out]].", "Intelligence Online"],
    ["[[A faction wants a larger share]], One News Iraqi channel stated in March.", "One News"],
    ["Reuters’ report said [[a general had flown in]].", "Reuters"],
    ["[[A general had flown in]], two officials told Reuters.", "Reuters > two officials"],
    [
      "A senior Iraqi security official told Reuters that [[a general had flown in]].",
      "Reuters > A senior Iraqi security official",
    ],
    [
      "On February 11, journalist Jo Host revealed during a programme on the Iraqi UTV channel that [[the two quarrelled]].",
      "UTV > Jo Host",
    ],
    [
      "Political analyst Sam al-Guest, close to the ruling parties, stated that [[the remarks were aimed elsewhere]].",
      "Sam al-Guest",
    ],
    ["“[[We will not stop]],” said Brigadier General Omar Abu Zeid.", "Omar Abu Zeid"],
    ["Prime Minister Ali Hassan said [[talks went on]].", "Ali Hassan"],
    ["[[Talks went on]], Reuters reported, citing One News.", "Reuters > One News"],
    ["One News, quoted by Reuters, said [[talks went on]].", "Reuters > One News"],
    ["The Courier wrote that [[talks went on]].", "The Courier"],
    ["[[Talks went on]], the Courier wrote.", "The Courier"],
    ["ذكرت وكالة رويترز أن [[المحادثات مستمرة]].", "Reuters"],
    ["وفقاً لرويترز، [[المحادثات مستمرة]].", "Reuters"],
    ["[[المحادثات مستمرة]]، بحسب قناة الميادين.", "Al Mayadeen"],
    ["ونقلت شفق نيوز عن مصدر أمني أن [[المحادثات مستمرة]].", "Shafaq News"],
    ["وأفادت الميادين بأن [[المحادثات مستمرة]].", "Al Mayadeen"],
    ["قال مصدر أمني لوكالة رويترز إن [[المحادثات مستمرة]].", "Reuters > مصدر أمني"],
    ["قال المتحدث باسم الحركة للميادين إن [[المحادثات مستمرة]].", "Al Mayadeen > المتحدث باسم الحركة"],
  ])("%s → %s", (sentence, chain) => {
    expect(read(sentence).attribution?.value.steps.join(" > ")).toBe(chain);
  });

  it.each([
    ["[[Reuters moved its bureau to Basra]]."],
    ["[[It was time to leave]]. They said so."],
    ["Al-Estiklal reported that [[talks went on]]."],
    ["[[The front is united]], at least in public."],
    ["[[The courier arrived with a letter]]."],
    ["[[المحادثات مستمرة]] في بغداد."],
    ["[[The front, led by Akram Abu Ali, has claimed responsibility for raids]]."],
    ["[[The fight with the United States goes on]]."],
    ["What Sam al-Guest wanted, [[nobody knows]]."],
  ])("proposes nothing for: %s", (sentence) => {
    expect(read(sentence).attribution).toBeNull();
  });

  it("takes 'the outlet' for the outlet named before", () => {
    const { attribution, text } = read(
      "According to Intelligence Online, leaders met twice. The rest is disputed.\n\nThe outlet reported on October 25 that [[bases may be emptied]].",
    );
    expect(attribution?.value).toEqual({
      steps: ["Intelligence Online"],
      outlet: { id: "id of Intelligence Online", name: "Intelligence Online" },
      newOutlets: [],
    });
    expect(attribution?.why).toContain("named before");
    expect(text.slice(attribution?.evidence.start, attribution?.evidence.end)).toBe("The outlet");
  });

  it("takes 'the channel' for what was called a channel, though an agency was named since", () => {
    const { attribution } = read(
      "It wants a larger share, One News Iraqi channel stated. Reuters has an office there. The channel’s report highlighted that [[the two had clashed]].",
    );
    expect(attribution?.value.steps).toEqual(["One News"]);
  });

  it("takes the Arabic 'the channel' for the one named before", () => {
    const { attribution } = read("ذكرت قناة الميادين أن الوفد وصل. وأضافت القناة أن [[المحادثات مستمرة]].");
    expect(attribution?.value.steps).toEqual(["Al Mayadeen"]);
  });

  it("takes 'he said' for who spoke before, with the outlet he spoke through", () => {
    const { attribution } = read(
      "Journalist Jo Host revealed on the Iraqi UTV channel that the two had quarrelled.\n\n“[[One of them wants it to stop]],” he said.",
    );
    expect(attribution?.value.steps).toEqual(["UTV", "Jo Host"]);
    expect(attribution?.why).toContain("Jo Host, who speaks before");
  });

  it("shows the words it rests on", () => {
    const { attribution, text } = read("Late on Sunday, according to Reuters, [[the raids were suspended]].");
    expect(text.slice(attribution?.evidence.start, attribution?.evidence.end)).toBe("according to Reuters");
    expect(attribution?.why).toBe("“according to Reuters”");
  });
});

describe("outlets that the team does not know", () => {
  it.each([
    ["According to Baghdad Today, [[talks went on]].", ["Baghdad Today"], []],
    ["[[Talks went on]], as per AFP.", ["AFP"], []],
    ["[[Talks went on]], the Iraqi NRT channel stated.", ["NRT"], []],
    ["Jo Host revealed on the Lebanese Sawt channel that [[talks went on]].", ["Sawt", "Jo Host"], ["Jo Host"]],
    ["[[Talks went on]], Bloomberg reported, citing Reuters.", ["Bloomberg", "Reuters"], ["Reuters"]],
    ["NATO said [[talks went on]].", ["NATO"], ["NATO"]],
    ["Sam Guest said [[talks went on]].", ["Sam Guest"], ["Sam Guest"]],
    ["Prime Minister Ali Hassan told reporters that [[talks went on]].", ["Ali Hassan"], ["Ali Hassan"]],
  ])("%s", (sentence, steps, notNew) => {
    const proposed = read(sentence).attribution?.value;
    expect(proposed?.steps).toEqual(steps);
    expect(proposed?.newOutlets).toEqual(steps.filter((step) => !notNew.includes(step)));
  });

  it("come back as 'the outlet', too", () => {
    const { attribution } = read(
      "According to Basra Post, leaders met. The outlet noted that [[bases may be emptied]].",
    );
    expect(attribution?.value).toEqual({ steps: ["Basra Post"], outlet: null, newOutlets: ["Basra Post"] });
  });
});

describe("dates from the words around a quote", () => {
  it.each([
    ["The outlet reported on October 25 that [[bases may be emptied]].", "2024-10-25", undefined],
    ["On February 11, journalist Jo Host revealed that [[the two quarrelled]].", "2024-02-11", undefined],
    ["[[It wants a larger share]], One News stated in early March 2024.", "2024-03-01~/2024-03-10~", undefined],
    ["According to Reuters, [[a general flew in on January 28, 2024]].", undefined, "2024-01-28"],
    ["Reuters reported on February 18 that [[a general had flown in two weeks earlier]].", "2024-02-18", "2024-02-04~"],
    ["During an interview on February 26, Sam al-Guest said [[pressure was felt]].", "2024-02-26", undefined],
    ["The leader was asked to [[attend Friday prayers on October 4]].", undefined, "2024-10-04"],
    ["[[On October 14, the front claimed a raid]].", undefined, "2024-10-14"],
    ["[[In late October, the front claimed raids]].", undefined, "2024-10-21~/2024-10-31~"],
    ["قالت رويترز في 25 تشرين الأول إن [[الاجتماع عقد أمس]].", "2024-10-25", "2024-10-24"],
    ["[[The front is united]].", undefined, undefined],
  ])("%s", (sentence, reportedOn, occurredOn) => {
    const proposals = read(sentence);
    expect(proposals.reportedOn?.value.edtf).toBe(reportedOn);
    expect(proposals.occurredOn?.value.edtf).toBe(occurredOn);
  });

  it("without a publication date, proposes only dates that need none", () => {
    expect(read("[[They met on October 25]].", null).occurredOn).toBeNull();
    expect(read("[[They met on October 25, 2024]].", null).occurredOn?.value.edtf).toBe("2024-10-25");
  });
});

it("finds nothing, and fails not, in a text without sentences or with a quote outside it", () => {
  const nothing = { attribution: null, reportedOn: null, occurredOn: null };
  const reading = { names: NAMES, articleOutletId: null, publishedOn: null };
  expect(propose({ text: "", blocks: [], quote: { start: 0, end: 0 }, ...reading })).toEqual(nothing);
  expect(propose({ text: "One.", blocks: [], quote: { start: 90, end: 99 }, ...reading })).toEqual(nothing);
});

it.each([
  ["Intelligence Online", true],
  ["AFP", true],
  ["Reuters", true],
  ["The Daily Courier", true],
  ["Jo Guest", false],
  ["two officials", false],
  ["", false],
])("%s alone reads as an outlet: %s", (name, outlet) => {
  expect(readsAsOutlet(name)).toBe(outlet);
});

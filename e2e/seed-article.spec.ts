import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import type { MadeClaimInFull } from "./desk";
import { expect, test } from "./fixtures";
import { projectRoot } from "./people";
import { Reader } from "./reader";

/** An article that is not the project's to give away: the journey is there where the text is. */
const FOLDER = path.join(projectRoot, "..", "shared", "seed");
const [file] = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith(".txt")) : [];

type Entry = {
  /** A few words by which its sentence is found: names, dates, numbers. */
  sentence: RegExp;
  /** The claim, in our words. */
  words: string;
  /** Whom it goes back to; the article's own where empty. Absent where the proposal is right. */
  attribution?: string[];
  outlet: string;
  confidence: "1" | "2" | "3" | "4";
};

const IO = "Intelligence Online";
const OWN = "Al-Estiklal";

const ENTRIES: Record<string, Entry> = {
  meetings: {
    sentence: /Baghdad throughout October/,
    words: "Militia leaders met in Baghdad several times in October 2024 and agreed only on more attacks on Israel.",
    attribution: [IO],
    outlet: IO,
    confidence: "2",
  },
  bases: {
    sentence: /October 25/,
    words: "The militias are weighing whether to empty their bases before reprisals.",
    attribution: [IO],
    outlet: IO,
    confidence: "2",
  },
  uninformed: {
    sentence: /altered images/,
    words: "Some factions do not know where the larger strategy is going.",
    attribution: [IO],
    outlet: IO,
    confidence: "1",
  },
  drones: {
    sentence: /October 14/,
    words: "The Islamic Resistance in Iraq says that it sent a drone against Israeli targets.",
    attribution: ["Islamic Resistance in Iraq"],
    outlet: OWN,
    confidence: "1",
  },
  tower: {
    sentence: /Tower 22,” killing/,
    words: "The attack on Tower 22 killed three American soldiers and wounded 25.",
    attribution: [],
    outlet: OWN,
    confidence: "2",
  },
  strikes: {
    sentence: /February 3/,
    words: "American strikes of 3 February killed 16 fighters in Anbar; another followed four days later.",
    attribution: [],
    outlet: OWN,
    confidence: "2",
  },
  prayers: {
    sentence: /October 4/,
    words: "Khazali was given a place of honour at the Friday prayers in Tehran.",
    attribution: [],
    outlet: OWN,
    confidence: "2",
  },
  unesco: {
    sentence: /UNESCO/,
    words: "A member of Asaib Ahl al-Haq became Iraq's representative at UNESCO.",
    attribution: [],
    outlet: OWN,
    confidence: "3",
  },
  curb: {
    sentence: /early March 2024/,
    words: "Nujaba wants to curb Asaib Ahl al-Haq in the government.",
    attribution: ["One News"],
    outlet: "One News",
    confidence: "1",
  },
  ceasefire: {
    sentence: /resisting a ceasefire/,
    words: "Nujaba is against a ceasefire with the United States.",
    attribution: ["One News"],
    outlet: "One News",
    confidence: "1",
  },
  tehran: {
    sentence: /meeting in Tehran/,
    words: "Nujaba and Asaib Ahl al-Haq quarrelled in Tehran over attacks on American forces.",
    attribution: ["One News"],
    outlet: "One News",
    confidence: "1",
  },
  quieter: {
    sentence: /Sudani/,
    words: "Attacks were to go on, fewer and without publicity.",
    attribution: ["One News"],
    outlet: "One News",
    confidence: "1",
  },
  halt: {
    sentence: /February 18/,
    words: "Qaani's visit to Baghdad coincided with a halt of the attacks on American forces.",
    attribution: ["Reuters"],
    outlet: "Reuters",
    confidence: "3",
  },
  visit: {
    sentence: /February 18/,
    words: "Qaani was in Baghdad two weeks before 18 February 2024.",
    attribution: ["Reuters"],
    outlet: "Reuters",
    confidence: "2",
  },
  airport: {
    sentence: /Baghdad airport/,
    words: "Qaani met several armed groups at Baghdad airport on 29 January 2024.",
    attribution: ["Reuters", "Iraqi and Iranian sources"],
    outlet: "Reuters",
    confidence: "3",
  },
  suspended: {
    sentence: /suspending attacks/,
    words: "Kataib Hezbollah announced that it was suspending its attacks.",
    attribution: ["Reuters"],
    outlet: "Reuters",
    confidence: "3",
  },
  najaf: {
    sentence: /October 21, 2024/,
    words: "Kaabi called for jihad at a memorial in Najaf.",
    attribution: [],
    outlet: OWN,
    confidence: "2",
  },
  betrayal: {
    sentence: /February 25/,
    words: "Kaabi accused Shia groups of treachery in a post on X.",
    attribution: ["Akram al-Kaabi"],
    outlet: OWN,
    confidence: "2",
  },
  united: {
    sentence: /united in their view/,
    words: "The Shia leadership is united in having no quarrel with the United States.",
    attribution: ["Wael al-Rikabi"],
    outlet: OWN,
    confidence: "1",
  },
  disputes: {
    sentence: /February 11/,
    words: "Asaib Ahl al-Haq and Nujaba quarrelled over attacks on American forces.",
    attribution: ["UTV", "Ahmed Mulla Talal"],
    outlet: "UTV",
    confidence: "2",
  },
  opposing: {
    sentence: /those opposing/,
    words: "Nujaba and Kataib Hezbollah were against ending the attacks.",
    attribution: ["UTV", "Ahmed Mulla Talal", "Qais al-Khazali"],
    outlet: "UTV",
    confidence: "1",
  },
};

if (file) {
  test("a published article is worked through, from its text to its claim sheet", async ({
    page,
    desk,
    keys,
    browserOf,
  }) => {
    test.setTimeout(300_000);
    const text = readFileSync(path.join(FOLDER, file), "utf8");
    const [title = "An article"] = text.split("\n");
    const { id, home } = await desk.openCase("Rifts among the factions");

    await test.step("the article comes in by its text", async () => {
      await page.goto(`${home}/articles/new`);
      await page.getByLabel("Link or text").fill(text);
      await page.getByLabel("Title").fill(title);
      await page.getByLabel("Outlet").fill(OWN);
      await page.getByLabel("Published").fill("2024-10-27");
      await page.getByRole("button", { name: "Add and read" }).click();
      await page.waitForURL(/articles\/[0-9a-f-]+$/);
    });

    const reader = new Reader(page, keys);
    await expect(page.getByText("Next sentence")).toBeVisible();
    const numbers: Record<string, number> = {};
    let proposedRightly = 0;
    keys.reset();
    for (const [name, entry] of Object.entries(ENTRIES)) {
      await test.step(`the claim “${entry.words}”`, async () => {
        await reader.walkTo(entry.sentence);
        await reader.begin();
        const wanted = entry.attribution ?? [];
        const proposed = await reader.attribution();
        if (wanted.length > 0 && proposed.join() === wanted.join()) proposedRightly += 1;
        if (proposed.join() !== wanted.join()) {
          await reader.attribute(wanted);
          await reader.statement.focus();
          await page.keyboard.press("Control+a");
        }
        numbers[name] = await reader.finish(entry.words, entry.confidence);
      });
    }
    test.info().annotations.push(
      {
        type: "keystrokes",
        description: `${keys.count} for ${Object.keys(ENTRIES).length} claims, walking included`,
      },
      { type: "attributions proposed rightly", description: String(proposedRightly) },
    );
    expect(proposedRightly).toBeGreaterThanOrEqual(5);

    const claims = await desk.claims(id);
    expect(claims).toHaveLength(Object.keys(ENTRIES).length);
    for (const [name, { outlet, words }] of Object.entries(ENTRIES)) {
      const claim = claims.find(({ number }) => number === numbers[name]);
      expect(claim, name).toMatchObject({ statement: words, outlet: { name: outlet } });
      expect(claim?.quote?.exact, name).toMatch(ENTRIES[name]?.sentence ?? /^$/);
    }

    const relate = async (verb: string, from: string, to: string) => {
      await page.goto(`${home}/articles/${claims[0]?.article?.id}?at=${numbers[from]}`);
      await expect(reader.card(numbers[from] ?? 0)).toHaveAttribute("aria-current", "true");
      await keys.press(verb);
      await expect(page.getByRole("combobox", { name: /^Which claim/ })).toBeFocused();
      await keys.type(`C-${numbers[to]}`);
      await expect(page.getByRole("option")).toHaveCount(1);
      await keys.press("Enter");
    };
    await test.step("a contradiction and agreements", async () => {
      await relate("x", "suspended", "opposing");
      await expect(page.getByText(`C-${numbers.suspended} contradicts C-${numbers.opposing}`)).toBeVisible();
      await keys.press("6");
      await expect(page.getByLabel("Reason")).toBeFocused();
      await keys.type("Who has suspended its attacks is not among those against ending them.");
      await keys.press("Enter");
      await relate("=", "disputes", "tehran");
      await expect(page.getByText(`C-${numbers.disputes} agrees C-${numbers.tehran}`)).toBeVisible();
      await relate("=", "halt", "suspended");
      await expect(page.getByText(`C-${numbers.halt} agrees C-${numbers.suspended}`)).toBeVisible();
    });

    await test.step("the conflict has its camps, each quote a click away", async () => {
      await page.goto(`${home}/conflicts/${numbers.opposing}`);
      const reuters = page.getByRole("region", { name: "Camp A", exact: true });
      await expect(reuters.getByRole("article")).toHaveCount(2);
      await expect(reuters).toContainText("Reuters");
      await expect(reuters).toContainText("1 report");
      const utv = page.getByRole("region", { name: "Camp B", exact: true });
      await expect(utv).toContainText("UTV › Ahmed Mulla Talal › Qais al-Khazali");
      await expect(page.getByText("on occurrence").first()).toBeVisible();
      await utv.getByRole("link", { name: /those opposing/ }).click();
      await page.waitForURL(`**?at=${numbers.opposing}`);
    });

    await test.step("three conflicts of different shapes are concluded, each in its own way", async () => {
      const owner = await browserOf("owner");
      const claim = (name: string) => claims.find(({ number }) => number === numbers[name]) as MadeClaimInFull;
      await desk.relate(id, claim("halt"), "contradicts", claim("quieter"), { about: "occurrence" });
      await desk.relate(id, claim("visit"), "contradicts", claim("airport"), { about: "time" });
      await desk.relate(id, claim("ceasefire"), "contradicts", claim("united"), { about: "actor" });
      const conclude = async (name: string, finding: object) => {
        const answer = await owner.desk.send("PUT", `/cases/${id}/conflicts/${numbers[name]}/finding`, finding);
        expect(answer.status(), await answer.text()).toBe(200);
      };
      await conclude("suspended", {
        question: "Did Kataib Hezbollah stop its attacks?",
        outcome: "cannot_tell",
        rationale: `A public word (C-${numbers.suspended}) stands against an account of what was said inside (C-${numbers.opposing}).`,
        confidence: "low",
      });
      await conclude("visit", {
        question: "When was Qaani in Baghdad?",
        outcome: "one_camp",
        preferredCamp: numbers.airport === Math.min(numbers.airport ?? 0, numbers.visit ?? 0) ? "A" : "B",
        rationale: `C-${numbers.airport} names the day; two weeks is said in passing.`,
        likelihood: "likely",
        confidence: "moderate",
      });
      await conclude("ceasefire", {
        question: "Do the Shia factions want an end to the fight with the United States?",
        outcome: "different_scope",
        rationale: `C-${numbers.united} speaks of the politicians, C-${numbers.ceasefire} of one armed faction.`,
        confidence: "moderate",
      });
      await page.goto(`${home}/conflicts`);
      await expect(page.getByRole("article")).toHaveCount(3);
      await expect(page.getByRole("article").getByText("settled", { exact: true })).toHaveCount(3);
      await expect(page.getByRole("article", { name: `Conflict C-${numbers.quieter}` })).toContainText("3 camps");
    });

    await test.step("the claim sheet holds it all", async () => {
      const answer = await desk.send("GET", `/cases/${id}/export?format=csv`);
      expect(answer.status()).toBe(200);
      const rows: Record<string, string>[] = parse(await answer.body(), { columns: true, bom: true });
      expect(rows).toHaveLength(Object.keys(ENTRIES).length);
      const row = (name: string) => rows.find(({ claim }) => claim === `C-${numbers[name]}`);
      expect(row("suspended")).toMatchObject({
        outlet: "Reuters",
        attribution: "Reuters",
        confidence: "high",
        contradicts: `C-${numbers.opposing}`,
        agrees_with: `C-${numbers.halt}`,
        article_outlet: OWN,
        article_published_on: "2024-10-27",
      });
      expect(row("opposing")).toMatchObject({
        attribution: "UTV > Ahmed Mulla Talal > Qais al-Khazali",
        contradicts: `C-${numbers.suspended}`,
      });
      const { text: held } = await desk.get<{ text: string }>(`/articles/${claims[0]?.article?.id}`);
      for (const { quote, quote_start, quote_end } of rows) {
        expect(held.slice(Number(quote_start), Number(quote_end))).toBe(quote);
      }
    });
  });
}

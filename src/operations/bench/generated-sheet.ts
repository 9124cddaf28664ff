import { csvRecord } from "@/features/sheet/rules/csv";
import { random } from "./random-words";

const WORDS =
  "attack base Baghdad official denied report truce drone border talks militia ministry envoy pause visit resume oil convoy night statement".split(
    " ",
  );

/** Claims about one event: who relates claims relates those of one event, so conflicts end where events do. */
const EVENT = 20;

/** A claim sheet as a busy team would have it: five claims an article, 200 outlets, three relations for two claims. */
export function generatedSheet(claims: number): string {
  const next = random(7);
  const pick = (count: number) => Math.floor(next() * count);
  const sentence = (length: number) => Array.from({ length }, () => WORDS[pick(WORDS.length)]).join(" ");
  const header = [
    ...["claim", "statement", "outlet", "attribution", "reported_on", "credibility", "confidence", "tags"],
    ...["agrees_with", "contradicts", "article", "article_outlet", "article_url", "article_language"],
  ];
  const lines = [csvRecord(header)];
  for (let number = 1; number <= claims; number++) {
    const article = Math.ceil(number / 5);
    const outlet = `Outlet ${1 + pick(200)}`;
    const earlier = (number - 1) % EVENT;
    const other = (share: number) =>
      next() < share && earlier > 0 ? `C-${number - 1 - pick(Math.min(9, earlier))}` : "";
    const agrees = other(0.88);
    const contradicts = other(0.9);
    lines.push(
      csvRecord([
        `C-${number}`,
        `Claim ${number}: ${sentence(10)}`,
        outlet,
        `${outlet} > ${WORDS[pick(WORDS.length)]} source`,
        `20${10 + pick(15)}-${String(1 + pick(12)).padStart(2, "0")}`,
        String(1 + pick(6)),
        ["low", "moderate", "high"][pick(3)] ?? "low",
        `topic ${pick(40)}`,
        agrees,
        contradicts === agrees ? "" : contradicts,
        `Article ${article}`,
        `Outlet ${1 + (article % 200)}`,
        `https://example.org/articles/${article}`,
        "en",
      ]),
    );
  }
  return lines.join("");
}

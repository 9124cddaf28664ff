import { expect, it } from "vitest";
import { findVagueDates } from "./find-dates";

const SAID_ON = "2024-10-26";

it.each<[string, string[]]>([
  ["The paper wrote on October 25 that talks had failed.", ["October 25 = 2024-10-25"]],
  ["The station said in early March 2024 that it was over.", ["early March 2024 = 2024-03-01~/2024-03-10~"]],
  ["In late October, attacks stopped.", ["late October = 2024-10-21~/2024-10-31~"]],
  ["On January 28, 2024, three people died, and 25 were hurt.", ["January 28, 2024 = 2024-01-28"]],
  [
    "Two strikes followed, one on February 3 and one on February 7.",
    ["February 3 = 2024-02-03", "February 7 = 2024-02-07"],
  ],
  ["They met throughout October in the capital.", ["October = 2024-10"]],
  ["He has not held office since 2003.", ["since 2003 = 2003/.."]],
  ["It began in 2014 and cost 2024 dollars.", ["2014 = 2014"]],
  ["They may march in the spring.", []],
  ["Officials met yesterday in Basra.", ["yesterday = 2024-10-25"]],
  ["The visit took place two weeks earlier.", ["two weeks earlier = 2024-10-12~"]],
  ["Talks ended last month.", ["last month = 2024-09"]],
  ["Prayers were held on Friday.", ["Friday = 2024-10-25"]],
  ["A picture: https://example.org/2024/10/27/1.jpg", []],
  ["Twelve people were hurt in 3 attacks.", []],
  ["Between 21 and 31 October 2024 nothing happened.", ["Between 21 and 31 October 2024 = 2024-10-21/2024-10-31"]],
  ["قالت الوكالة في 25 أكتوبر 2024 إن الاجتماع انتهى.", ["25 أكتوبر 2024 = 2024-10-25"]],
  ["عقد الاجتماع أواخر تشرين الأول.", ["أواخر تشرين الأول = 2024-10-21~/2024-10-31~"]],
  ["جرى ذلك أمس في بغداد.", ["أمس = 2024-10-25"]],
])("%s", (sentence, dates) => {
  const found = findVagueDates(sentence, SAID_ON);
  expect(found.map(({ start, end, date }) => `${sentence.slice(start, end)} = ${date.edtf}`)).toEqual(dates);
});

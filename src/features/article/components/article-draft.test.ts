import { expect, test } from "vitest";
import { NO_ARTICLE, withProposals } from "./article-draft";

test("a proposal fills what is empty and gives way to the next, but never to what a person typed", () => {
  const first = withProposals(NO_ARTICLE, { title: "Headline", author: "A. Writer", outlet: "Herald" }, {});
  expect(first).toMatchObject({ title: "Headline", author: "A. Writer", outlet: { text: "Herald", value: null } });

  const typed = { ...first, title: "My own headline", outlet: { text: "The Herald", value: "id" } };
  const next = withProposals(
    typed,
    { title: "Another", author: "B. Writer", outlet: "Wire" },
    { title: "Headline", author: "A. Writer", outlet: "Herald" },
  );
  expect(next).toMatchObject({
    title: "My own headline",
    author: "B. Writer",
    outlet: { text: "The Herald", value: "id" },
  });

  const gone = withProposals(next, {}, { author: "B. Writer" });
  expect(gone).toMatchObject({ title: "My own headline", author: "" });
});

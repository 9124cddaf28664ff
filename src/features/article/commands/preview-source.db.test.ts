import { describe, expect, test } from "vitest";
import { createOutlet } from "@/features/outlet/commands/create-outlet";
import { CreateOutlet } from "@/features/outlet/schema";
import type { Ctx } from "@/platform/context";
import { testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testCase } from "@/testing/factories";
import { openSource } from "./open-source";
import { askAddress, previewSource } from "./preview-source";

testDatabase();

const page = (head: string) => `<!doctype html><html lang="en"><head>${head}</head><body><h1>A halt</h1>
  <p>The group said it was suspending its operations.</p><ul><li>First</li><li>Second</li></ul></body></html>`;

const canonical = '<link rel="canonical" href="https://news.herald.example/2024/halt">';
const siteName = '<meta property="og:site_name" content="The Herald of Somewhere">';

/** In a case of its own. */
async function preview(ctx: Ctx, source: { text?: string; html?: string }) {
  return previewSource(ctx, { ...source, caseId: (await testCase(ctx)).id });
}

const readFile = async (file: File) =>
  openSource({
    file: { bytes: new Uint8Array(await file.arrayBuffer()), contentType: file.type, filename: file.name },
  });

async function outletAt(ctx: Ctx, url: string) {
  return (await askAddress(ctx, { caseId: (await testCase(ctx)).id, url })).outlet;
}

describe("a source before it is kept", () => {
  test("shows the paragraphs and what the page says of itself", async () => {
    const { analyst } = await testTeam();
    const head = `${siteName}<meta name="author" content="By A. Writer">
      <meta property="article:published_time" content="2024-02-18T23:10:00+03:00">${canonical}`;
    const read = await preview(analyst, { html: page(head) });
    expect(read).toMatchObject({
      title: "A halt",
      author: "A. Writer",
      outlet: "The Herald of Somewhere",
      url: "https://news.herald.example/2024/halt",
      publishedOn: "2024-02-18",
      language: "en",
      direction: "ltr",
    });
    expect(read.blocks.map((block) => block.kind)).toEqual(["heading", "paragraph", "list-item", "list-item"]);
  });

  test("knows the outlet by the page's address before the page's own name for it", async () => {
    const { analyst } = await testTeam();
    const outlet = CreateOutlet.parse({ name: "Herald", aliases: ["The Herald Group"], domains: ["herald.example"] });
    await createOutlet(analyst, outlet);
    expect((await preview(analyst, { html: page(siteName + canonical) })).outlet).toBe("Herald");
    const alias = siteName.replace("The Herald of Somewhere", "the HERALD group");
    expect((await preview(analyst, { html: page(alias) })).outlet).toBe("Herald");
    expect(await outletAt(analyst, "https://www.herald.example/x")).toBe("Herald");
    expect(await outletAt(analyst, "https://otherherald.example/x")).toBeNull();
    expect(await outletAt(analyst, "not an address")).toBeNull();
  });

  test("tells the language and direction of plain words", async () => {
    const { analyst } = await testTeam();
    const text =
      "الفصائل تعلق عملياتها\n\nقالت الجماعة إنها علقت عملياتها العسكرية ضد القوات الأجنبية، وأضافت أن القرار جاء بعد زيارة قصيرة إلى بغداد وأنه لا يحرج الحكومة.";
    expect(await preview(analyst, { text })).toMatchObject({
      title: "الفصائل تعلق عملياتها",
      language: "ar",
      direction: "rtl",
      outlet: null,
    });
  });

  test("reads a file by its kind and characters, and says what it cannot read", async () => {
    const { analyst } = await testTeam();
    const windows1256 = new Uint8Array([0x3c, 0x70, 0x3e, 0xe3, 0xd1, 0xcd, 0xc8, 0xc7, 0x3c, 0x2f, 0x70, 0x3e]);
    const file = new File([windows1256], "page.html", { type: "text/html; charset=windows-1256" });
    expect((await readFile(file)).text).toBe("مرحبا");
    const refused = [
      new File(["%PDF-1.4"], "scan.pdf", { type: "application/pdf" }),
      new File(["PK\u0003\u0004"], "words.docx"),
      new File(["GIF89a"], "picture.gif", { type: "image/gif" }),
      new File([windows1256], "words.txt", { type: "text/plain" }),
      new File(["a\u0000b"], "words.txt", { type: "text/plain" }),
    ];
    for (const file of refused) {
      await expect(readFile(file)).rejects.toMatchObject({
        code: "INVALID",
        errors: [{ path: "file" }],
      });
    }
    await expect(preview(analyst, { html: "<script>x</script>" })).rejects.toMatchObject({
      errors: [{ path: "html" }],
    });
  });

  test("is for those who may add articles, and for outlets of their own team", async () => {
    const [{ viewer, analyst }, other] = await Promise.all([testTeam(), testTeam()]);
    const { id: caseId } = await testCase(analyst);
    await expect(previewSource(viewer, { text: "Words.", caseId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await createOutlet(other.analyst, CreateOutlet.parse({ name: "Secret", domains: ["herald.example"] }));
    expect(await outletAt(analyst, "https://herald.example")).toBeNull();
  });
});

import type { Part } from "./docx-body";
import { LINE } from "./docx-body";
import { escapeXml, innerLink, paragraph, plainRun } from "./docx-text";

/*
 * The files of a DOCX beside its text: they are the same in every report, but for its title and its pictures.
 */

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const W = `xmlns:w="${MAIN}"`;
const NAMESPACES = `${W} xmlns:r="${RELATIONS}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`;

export const DOCUMENT_OPEN = `${XML}<w:document ${NAMESPACES}><w:body>`;
export const DOCUMENT_CLOSE = "</w:body></w:document>";
export const FOOTNOTES_OPEN = `${XML}<w:footnotes ${W}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`;
export const FOOTNOTES_CLOSE = "</w:footnotes>";

type Heading = NonNullable<Part["heading"]>;

/** A table of contents that leads to its headings at once; Word adds the pages when it is opened. */
export function contents(headings: Heading[]): string {
  const field = (kind: string) =>
    `<w:r><w:fldChar w:fldCharType="${kind}"${kind === "begin" ? ' w:dirty="true"' : ""}/></w:r>`;
  const code = '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>';
  const listed = headings.filter(({ level }) => level < 3);
  const entries = listed.map(({ level, text, anchor }, index) => {
    const begin = index === 0 ? field("begin") + code + field("separate") : "";
    const end = index === listed.length - 1 ? field("end") : "";
    return paragraph(`TOC${level}`, `${begin}${innerLink(anchor, text)}${end}`);
  });
  return `${paragraph("ContentsHeading", plainRun("Contents"))}${entries.join("")}`;
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;

export function documentRelations(pictures: number): string {
  const images = Array.from({ length: pictures }, (_, index) =>
    relation(`picture${index + 1}`, "image", `media/picture${index + 1}.png`),
  );
  const parts = ["styles", "numbering", "settings", "footnotes", "header", "footer"];
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${parts.map((part) => relation(part, part, `${part}.xml`)).join("")}${images.join("")}</Relationships>`;
}

/** The static parts, by their names in the archive. */
export function staticParts(about: { title: string; by: string; at: string }): { name: string; content: string }[] {
  const parts: [string, string][] = [
    ["styles", "styles"],
    ["numbering", "numbering"],
    ["settings", "settings"],
    ["footnotes", "footnotes"],
    ["header", "header"],
    ["footer", "footer"],
  ];
  const word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
  const types = parts.map(
    ([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${word}.${type}+xml"/>`,
  );
  return [
    {
      name: "[Content_Types].xml",
      content: `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/>${types.join("")}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    },
    {
      name: "_rels/.rels",
      content: `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation("document", "officeDocument", "word/document.xml")}<Relationship Id="core" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    },
    {
      name: "docProps/core.xml",
      content: `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(about.title)}</dc:title><dc:creator>${escapeXml(about.by)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${about.at}</dcterms:created></cp:coreProperties>`,
    },
    { name: "word/styles.xml", content: STYLES },
    { name: "word/numbering.xml", content: NUMBERING },
    { name: "word/settings.xml", content: SETTINGS },
    { name: "word/header.xml", content: pageHeader(about.title) },
    { name: "word/footer.xml", content: FOOTER },
  ];
}

const pageHeader = (title: string) =>
  `${XML}<w:hdr ${W}>${paragraph("Header", `${plainRun(title.slice(0, 100))}${plainRun("\tClaim report")}`)}</w:hdr>`;

const pageField = (code: string) => `<w:fldSimple w:instr=" ${code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
const FOOTER = `${XML}<w:ftr ${W}>${paragraph("Footer", `${plainRun("Page ")}${pageField("PAGE")}${plainRun(" of ")}${pageField("NUMPAGES")}`)}</w:ftr>`;

const SETTINGS = `${XML}<w:settings ${W}><w:defaultTabStop w:val="708"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

const NUMBERING = `${XML}<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="340"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

type Style = {
  name?: string;
  based?: string;
  next?: string;
  /** Half points. */
  size?: number;
  colour?: string;
  strong?: boolean;
  italic?: boolean;
  spacing?: [before: number, after: number];
  indent?: [start: number, hanging: number];
  /** Further properties of the paragraph, in the order of the schema. */
  before?: string;
  after?: string;
};

const GREY = "5B646E";
const bar = (side: "left" | "right") =>
  `<w:pBdr><w:${side} w:val="single" w:sz="18" w:space="10" w:color="DEE2DE"/></w:pBdr>`;
const BOX =
  '<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="775100"/><w:left w:val="single" w:sz="4" w:space="6" w:color="775100"/><w:bottom w:val="single" w:sz="4" w:space="6" w:color="775100"/><w:right w:val="single" w:sz="4" w:space="6" w:color="775100"/></w:pBdr>';
const tab = (leader = "") => `<w:tabs><w:tab w:val="right"${leader} w:pos="${LINE}"/></w:tabs>`;
const dotted = tab(' w:leader="dot"');

/** By their ids. */
const PARAGRAPHS: Record<string, Style> = {
  Title: { size: 60, strong: true, spacing: [3600, 120] },
  Subtitle: { size: 28, colour: GREY, spacing: [0, 480] },
  Heading1: {
    name: "heading 1",
    next: "Normal",
    size: 36,
    strong: true,
    spacing: [480, 160],
    before: "<w:keepNext/><w:keepLines/><w:pageBreakBefore/>",
    after: '<w:outlineLvl w:val="0"/>',
  },
  Heading2: {
    name: "heading 2",
    next: "Normal",
    size: 27,
    strong: true,
    spacing: [400, 100],
    before: "<w:keepNext/><w:keepLines/>",
    after: '<w:outlineLvl w:val="1"/>',
  },
  Heading3: {
    name: "heading 3",
    next: "Normal",
    size: 23,
    strong: true,
    colour: "1F3F94",
    spacing: [300, 80],
    before: "<w:keepNext/><w:keepLines/>",
    after: '<w:outlineLvl w:val="2"/>',
  },
  ContentsHeading: {
    name: "Contents Heading",
    size: 36,
    strong: true,
    spacing: [0, 200],
    before: "<w:pageBreakBefore/>",
  },
  TOC1: { name: "toc 1", strong: true, spacing: [140, 20], before: dotted },
  TOC2: { name: "toc 2", spacing: [0, 20], indent: [284, 0], before: dotted },
  Quiet: { size: 18, colour: GREY, spacing: [0, 120] },
  Warning: { spacing: [200, 120], before: BOX },
  ListBullet: { name: "List Bullet", spacing: [0, 80], before: '<w:numPr><w:numId w:val="1"/></w:numPr>' },
  Fact: { spacing: [0, 40], indent: [2268, 2268] },
  Cell: { size: 19, spacing: [30, 30] },
  Claim: { spacing: [220, 60], before: "<w:keepNext/>" },
  ClaimNote: { name: "Claim Note", size: 18, colour: GREY, spacing: [0, 80], indent: [284, 0] },
  Quote: { next: "Normal", italic: true, spacing: [40, 80], indent: [454, 0], before: `<w:keepLines/>${bar("left")}` },
  QuoteFromRight: {
    name: "Quote from right",
    before: `<w:keepLines/>${bar("right")}`,
    spacing: [40, 80],
    indent: [454, 0],
  },
  Source: { spacing: [140, 20], indent: [567, 567], before: "<w:keepNext/><w:keepLines/>" },
  SourceNote: {
    name: "Source Note",
    size: 16,
    colour: GREY,
    spacing: [0, 0],
    indent: [567, 0],
    before: "<w:keepLines/>",
  },
  Picture: { spacing: [120, 60], before: "<w:keepNext/>", after: '<w:jc w:val="center"/>' },
  Caption: { name: "caption", size: 17, colour: GREY, spacing: [0, 200] },
  FootnoteText: { name: "footnote text", size: 15, spacing: [0, 20] },
  Header: { name: "header", size: 16, colour: GREY, before: tab() },
  Footer: { name: "footer", size: 16, colour: GREY, after: '<w:jc w:val="center"/>' },
};

function paragraphStyle([id, style]: [string, Style]): string {
  const {
    name = id,
    based = "Normal",
    next,
    size,
    colour,
    strong,
    italic,
    spacing,
    indent,
    before = "",
    after = "",
  } = style;
  const space = spacing ? `<w:spacing w:before="${spacing[0]}" w:after="${spacing[1]}"/>` : "";
  const indented = indent ? `<w:ind w:left="${indent[0]}" w:hanging="${indent[1]}"/>` : "";
  const look = [
    strong ? "<w:b/><w:bCs/>" : "",
    italic ? "<w:i/>" : "",
    colour ? `<w:color w:val="${colour}"/>` : "",
    size ? `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` : "",
  ].join("");
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${based}"/>${next ? `<w:next w:val="${next}"/>` : ""}<w:qFormat/><w:pPr>${before}${space}${indented}${after}</w:pPr><w:rPr>${look}</w:rPr></w:style>`;
}

/** Arial has Arabic letters everywhere that Word runs; Calibri's are missing. */
const STYLES = `${XML}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Arial"/><w:sz w:val="21"/><w:szCs w:val="22"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${Object.entries(PARAGRAPHS).map(paragraphStyle).join("")}<w:style w:type="character" w:styleId="Term"><w:name w:val="Term"/><w:rPr><w:color w:val="${GREY}"/></w:rPr></w:style><w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1F3F94"/></w:rPr></w:style><w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style><w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="6" w:color="14181D"/><w:bottom w:val="single" w:sz="6" w:color="14181D"/><w:insideH w:val="single" w:sz="4" w:color="DEE2DE"/></w:tblBorders><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`;

import { describe, expect, it } from "vitest";
import { decodeBytes, kindOfFile } from "./decode-bytes";

const bytes = (...values: number[]) => Uint8Array.from(values);

describe("decodeBytes", () => {
  it("reads UTF-8, with and without a byte order mark", () => {
    expect(decodeBytes(new TextEncoder().encode("عاجل"))).toEqual({ text: "عاجل" });
    expect(decodeBytes(bytes(0xef, 0xbb, 0xbf, 0x41))).toEqual({ text: "A" });
  });

  it("reads UTF-16 by its mark and Windows-1256 by the page's own word", () => {
    expect(decodeBytes(bytes(0xff, 0xfe, 0x41, 0x00))).toEqual({ text: "A" });
    const page = new TextEncoder().encode('<meta charset="windows-1256"><p>');
    expect(decodeBytes(Uint8Array.from([...page, 0xc8]))).toEqual({ text: '<meta charset="windows-1256"><p>ب' });
  });

  it.each([[bytes(0xc3, 0x28)], [bytes(0x41, 0x00, 0x42)]])("refuses what is no text", (broken) => {
    expect(decodeBytes(broken)).toHaveProperty("refusal.path", "file");
  });

  it("refuses an unknown charset instead of failing", () => {
    expect(decodeBytes(bytes(0x41), "text/plain; charset=klingon")).toHaveProperty("refusal");
  });
});

describe("kindOfFile", () => {
  it.each([
    ["", "text/html; charset=utf-8", "page", "html"],
    ["", "application/octet-stream", "page.HTM", "html"],
    ["<!doctype html><p>", "application/octet-stream", "", "html"],
    ["", "", "notes.txt", "text"],
    ["", "text/plain", "notes", "text"],
    ["%PDF-1.7", "text/plain", "notes.txt", "pdf"],
    ["", "application/pdf", "report", "pdf"],
    ["PK\u0003\u0004", "", "report.docx", "docx"],
    ["PK\u0003\u0004", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "", "docx"],
    ["PK\u0003\u0004", "text/plain", "notes.txt", null],
    ["", "", "report.docx", null],
    ["\u00d0\u00cf\u0011\u00e0", "text/plain", "old.doc", null],
    ["GIF89a", "image/gif", "picture.gif", null],
  ])("%j as %s %s → %s", (start, type, name, kind) => {
    expect(
      kindOfFile(
        Uint8Array.from(start, (letter) => letter.charCodeAt(0)),
        type,
        name,
      ),
    ).toBe(kind);
  });
});

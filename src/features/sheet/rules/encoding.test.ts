import { expect, it } from "vitest";
import { findEncoding } from "./encoding";

const ascii = (text: string) => [...text].map((char) => char.charCodeAt(0));

/** The bytes of a text in an encoding of one byte a letter, by asking the decoder for each byte. */
function bytesOf(text: string, encoding: string): Uint8Array {
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(new Uint8Array([byte])), byte]),
  );
  return new Uint8Array([...text].map((char) => table.get(char) ?? 63));
}

const wide = (text: string, little: boolean) =>
  new Uint8Array(
    [...text].flatMap((char) => {
      const code = char.charCodeAt(0);
      return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );

it.each([
  ["utf-8", new TextEncoder().encode("Aussage;Köln\nقال المتحدث\n")],
  ["utf-8", new Uint8Array(ascii("statement\nplain\n"))],
  ["utf-8", new Uint8Array([0xef, 0xbb, 0xbf, 97])],
  ["utf-16le", new Uint8Array([0xff, 0xfe, 0x61, 0x00])],
  ["utf-16be", new Uint8Array([0xfe, 0xff, 0x00, 0x61])],
  ["utf-16le", wide("statement;note\nзаявление\n", true)],
  ["utf-16be", wide("statement;note\nзаявление\n", false)],
  ["windows-1252", bytesOf("Aussage;Ort\nIn Köln wurden zwölf Menschen verletzt;Köln\n", "windows-1252")],
  ["windows-1252", bytesOf("Déclaration;Lieu\nLe ministère a démenti l’attaque présumée;Évry\n", "windows-1252")],
  ["windows-1251", bytesOf("Утверждение;Источник\nМинистерство опровергло сообщения;ТАСС\n", "windows-1251")],
  ["windows-1251", bytesOf("Твердження;Джерело\nМіністерство спростувало повідомлення;УНІАН\n", "windows-1251")],
  ["windows-1256", bytesOf("الادعاء;المصدر\nنفت الوزارة التقارير عن الهجوم;رويترز\n", "windows-1256")],
])("finds %s", (encoding, bytes) => expect(findEncoding(bytes)).toEqual({ encoding, sure: true }));

it("is not sure of a few odd bytes", () => {
  expect(findEncoding(new Uint8Array([...ascii("a,b\nx"), 0x81, 0x98, 0x90, 10])).sure).toBe(false);
});

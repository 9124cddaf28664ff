import { expect, test } from "vitest";
import { hasStructure, looksLikeHtml } from "./source-kind";

test.each([
  ["<!DOCTYPE html>\n<html><body>Words", true],
  ["  <html lang=ar>", true],
  ["<p>One.</p><p>Two.</p>", true],
  ["<div class='a'><h1>Title</h1><p>Words.</p></div>", true],
  ["The bridge was closed on Monday.", false],
  ["a < b and b > c", false],
  ["<name withheld> said that <the ministry> agreed.", false],
  ["<p> is the tag for a paragraph.", false],
  ["", false],
])("the source of a page: %j %j", (text, html) => {
  expect(looksLikeHtml(text)).toBe(html);
});

test.each([
  ["<html><body><!--StartFragment--><p>One.</p><!--EndFragment-->", true],
  ["<meta charset='utf-8'><span>just a word</span>", false],
  ["<ul><li>one</li></ul>", true],
])("a structure worth keeping: %j %j", (html, structured) => {
  expect(hasStructure(html)).toBe(structured);
});

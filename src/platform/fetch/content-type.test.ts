import { expect, it } from "vitest";
import { requireAcceptedType, requireKnownLook } from "./content-type";

it.each([
  ...["text/html", "TEXT/HTML;charset=windows-1256", " text/plain ; charset=utf-8", "application/xhtml+xml"],
  ...["application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
])("takes %j", (type) => {
  expect(() => requireAcceptedType(type)).not.toThrow();
});

it.each(["image/png", "application/json", "application/octet-stream", "text/html2", "text", "text/css", "video/mp4"])(
  "refuses %j",
  (type) => {
    expect(() => requireAcceptedType(type)).toThrow(/only web pages, text, PDF and DOCX/);
  },
);

it("repeats nothing to a person but a type", () => {
  expect(() => requireAcceptedType("image/png")).toThrow(/^What is there is image\/png,/);
  expect(() => requireAcceptedType("<b>call us</b>")).toThrow(/^What is there is of an unknown type,/);
});

it.each([
  ...[
    "<!doctype html><p>x",
    "\ufeff\n<HTML lang=ar>",
    "<!-- made by x --><html>",
    '<?xml version="1.0"?><!DOCTYPE html>',
  ],
  ...["%PDF-1.7\n"],
])("knows %j by its look", (text) => {
  expect(() => requireKnownLook(Buffer.from(text))).not.toThrow();
});

it.each(["", "plain words", "{}", "<htmlx>", "x%PDF-1.7", "<svg>", "PK\u0003\u0004", "GIF89a"])(
  "does not know %j",
  (text) => {
    expect(() => requireKnownLook(Buffer.from(text))).toThrow(/application\/octet-stream/);
  },
);

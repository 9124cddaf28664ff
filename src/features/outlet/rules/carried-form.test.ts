import { describe, expect, it } from "vitest";
import { carriedForm } from "./carried-form";

describe("carriedForm", () => {
  it.each([
    ["The Nation (All Africa)", "The Nation", "All Africa"],
    ["  The Nation(All Africa) ", "The Nation", "All Africa"],
    ["BBC (Arabic) (Yahoo)", "BBC (Arabic)", "Yahoo"],
    ["الأمة (أول أفريكا)", "الأمة", "أول أفريكا"],
  ])("reads %j", (text, name, carrier) => {
    expect(carriedForm(text)).toEqual({ name, carrier });
  });

  it.each([
    "The Nation",
    "(All Africa)",
    "The Nation ()",
    "The Nation (All) Africa",
    "The Nation All Africa)",
    "",
    "( )",
  ])("finds no carrier in %j", (text) => expect(carriedForm(text)).toBeNull());
});

import { expect, test } from "vitest";
import { pictureResponse } from "./picture-response";

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><title>قناة</title></svg>';

test("an SVG is a file that may run nothing", async () => {
  const response = await pictureResponse(SVG, "Matrix: <one>", { format: "svg" });
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "image/svg+xml; charset=utf-8",
    "content-disposition": expect.stringMatching(/^attachment; filename="Matrix one\.svg"/),
    "content-security-policy": expect.stringMatching(/default-src 'none'.*sandbox/),
    "x-content-type-options": "nosniff",
  });
  expect(await response.text()).toBe(SVG);
});

test("a PNG has as many pixels as asked for", async () => {
  const response = await pictureResponse(SVG, "Matrix", { format: "png", scale: 3 });
  expect(response.headers.get("content-type")).toBe("image/png");
  const png = Buffer.from(await response.arrayBuffer());
  expect(png.readUInt32BE(16)).toBe(30);
});

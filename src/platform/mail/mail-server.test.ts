import { expect, test } from "vitest";
import { isAddress, parseMailServer, parseSender } from "./mail-server.mjs";

test.each([
  ["smtps://mail.example.org", { host: "mail.example.org", port: 465, tls: true, near: false, auth: null }],
  ["smtp://mail.example.org/", { port: 587, tls: false, near: false }],
  ["smtp://localhost:25", { host: "localhost", port: 25, near: true }],
  ["smtp://[::1]:2525", { host: "::1", port: 2525, near: true }],
  ["smtp://127.0.0.1.example.org", { near: false }],
  ["smtps://desk%40example.org:p%2Fw%3A@mail.example.org", { auth: { user: "desk@example.org", pass: "p/w:" } }],
])("reads the mail server %s", (text, server) => {
  expect(parseMailServer(text)).toMatchObject(server);
});

test.each([
  "mail.example.org",
  "http://mail.example.org",
  "smtp://",
  "smtp://mail example.org",
  "smtp://mail.example.org:99999",
  "smtp://mail.example.org/path",
  "smtp://mail.example.org?secure=false",
  "smtp://user@mail.example.org",
  "smtp://:password@mail.example.org",
  "smtp://user:100%@mail.example.org",
  "smtp://user:a%0d%0aRCPT@mail.example.org",
])("takes %s for no mail server", (text) => {
  expect(parseMailServer(text)).toBeNull();
});

test.each([
  ["claims@example.org", { name: "", address: "claims@example.org" }],
  ["Crossbearing <claims@example.org>", { name: "Crossbearing", address: "claims@example.org" }],
  ['"Desk, the" <claims@example.org>', { name: "Desk, the", address: "claims@example.org" }],
  ["<claims@example.org>", { name: "", address: "claims@example.org" }],
])("reads the sender %s", (text, sender) => {
  expect(parseSender(text)).toEqual(sender);
});

test.each([
  "Crossbearing",
  "claims@",
  "a@example.org, b@example.org",
  "A <a@example.org> <b@example.org>",
  "A\r\nBcc: b@example.org <a@example.org>",
  "A <a@example.org\r\nBcc: b@example.org>",
])("takes %j for no sender", (text) => {
  expect(parseSender(text)).toBeNull();
});

test.each(["a@example.org,b@example.org", "a@example.org\n", "a b@example.org", "a@b@example.org", "a@localhost"])(
  "takes %j for no address",
  (text) => {
    expect(isAddress(text)).toBe(false);
  },
);

/** Characters that some file system refuses, and those that turn text round. */
const UNSAFE = /[\\/:*?"<>|\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** `Content-Disposition` of a download: the name in any script (RFC 6266), beside it one in ASCII for old clients. */
export function attachment(title: string, extension: string): string {
  const name = title.replace(UNSAFE, " ").replace(/\s+/g, " ").trim().slice(0, 100).toWellFormed() || "export";
  const plain = name.replace(/[^\x20-\x7e]+/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}.${extension}"; filename*=UTF-8''${encoded}.${extension}`;
}

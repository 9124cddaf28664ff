import { AppError, invalid } from "../errors";
import { BadRequest } from "./problem";

/** Reads a body to its end, never holding more than `max` bytes of it. */
export async function readBytes(request: Request, max: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > max) throw tooLarge(max);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > max) throw tooLarge(max);
    parts.push(part);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

export async function readJson(request: Request, max: number): Promise<unknown> {
  const bytes = await readBytes(request, max);
  if (bytes.byteLength === 0) throw new BadRequest("The body is empty; it should be JSON.");
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new BadRequest("The body is not valid JSON in UTF-8.");
  }
}

export const isForm = (request: Request) => /^multipart\/form-data\b/i.test(request.headers.get("content-type") ?? "");

export async function readForm(request: Request, max: number): Promise<FormData> {
  const bytes = await readBytes(request, max);
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  try {
    return await new Response(bytes, { headers }).formData();
  } catch {
    throw new BadRequest("The body is not valid multipart/form-data.");
  }
}

const tooLarge = (max: number) =>
  new AppError("TOO_LARGE", `The body is larger than ${Math.floor(max / 1_000_000)} MB, the most that is taken here.`);

/** A file as it came with a form. */
export type FormFile = { bytes: Uint8Array; contentType: string; filename: string };

/** The form's text fields, and its file where it has one. */
export async function splitForm(
  form: FormData,
): Promise<{ fields: Record<string, string>; file: FormFile | undefined }> {
  const fields: Record<string, string> = {};
  let file: FormFile | undefined;
  for (const [name, value] of form) {
    if (typeof value === "string") fields[name] = value;
    else file = { bytes: new Uint8Array(await value.arrayBuffer()), contentType: value.type, filename: value.name };
  }
  return { fields, file };
}

/** The one file of a request: that of a form, or the body itself, named by `Content-Disposition` where it says so. */
export async function readUpload(
  request: Request,
  max: number,
): Promise<{ file: FormFile; fields: Record<string, string> }> {
  if (isForm(request)) {
    const { fields, file } = await splitForm(await readForm(request, max));
    if (!file) throw invalid("file", "is missing: send the form with a field named file");
    return { fields, file };
  }
  const bytes = await readBytes(request, max);
  const named = /filename="?([^";]+)"?/i.exec(request.headers.get("content-disposition") ?? "")?.[1];
  const contentType = request.headers.get("content-type") ?? "";
  return { fields: {}, file: { bytes, contentType, filename: named ?? "" } };
}

"use client";

import type { z } from "zod";
import { pageOf } from "@/platform/fields";
import { apiAddress, askApi, jsonRequest } from "@/ui/ask-api";
import type { Outcome } from "@/ui/attempt";
import type { Mapping } from "../rules/mapping";
import { Reading } from "../rules/reading";
import { Import, ImportRow, type RowOutcome } from "../schema";

const TOO_LARGE = "The file is larger than a sheet may be.";
const read = <T>(schema: z.ZodType<T>, request: Promise<Response>) => askApi(schema, request, TOO_LARGE);

type Sheet = { team: string; caseId: string; file: File };

/** Sends a sheet in to be checked, by the address that scripts use. The answer comes at once; the work goes on there. */
export function sendSheet({ team, caseId, file }: Sheet): Promise<Outcome<Import>> {
  const body = new FormData();
  body.set("file", file);
  return read(
    Import,
    fetch(apiAddress(team, `/cases/${caseId}/imports`, { dryRun: "true" }), { method: "POST", body }),
  );
}

export const askImport = (team: string, importId: string) =>
  read(Import, fetch(apiAddress(team, `/imports/${importId}`), { cache: "no-store" }));

/** How its file was read. */
export const askReading = (team: string, importId: string) =>
  read(Reading, fetch(apiAddress(team, `/imports/${importId}/mapping`), { cache: "no-store" }));

type Which = Pick<Import, "id" | "version">;

/** Says what the columns become; the file is checked anew. */
export const sendMapping = (team: string, { id, version }: Which, mapping: Mapping) =>
  read(Import, fetch(apiAddress(team, `/imports/${id}/mapping`), jsonRequest("PUT", { ...mapping, version })));

/** Writes what was checked. */
export const writeImport = (team: string, { id, version }: Which) =>
  read(
    Import,
    fetch(apiAddress(team, `/imports/${id}/write`), { method: "POST", headers: { "if-match": `"${version}"` } }),
  );

export const cancelImport = (team: string, { id }: Which) =>
  read(Import, fetch(apiAddress(team, `/imports/${id}/cancel`), { method: "POST" }));

/** What becomes of the rows, some at a time. */
export const askImportRows = (team: string, id: string, outcome: RowOutcome | null, cursor: string | null) =>
  read(
    pageOf(ImportRow),
    fetch(
      apiAddress(team, `/imports/${id}/rows`, { limit: "50", ...(outcome && { outcome }), ...(cursor && { cursor }) }),
      {
        cache: "no-store",
      },
    ),
  );

/** Where the refused rows lie as a sheet. */
export const refusedHref = (team: string, id: string) => apiAddress(team, `/imports/${id}/errors.csv`);

import type { z } from "zod";
import type { VagueDate } from "@/dates/vague-date";

const day = (value: string | null | undefined) => (value ? new Date(`${value}T00:00:00Z`) : null);

/** The four columns in which a date known roughly is stored. */
export function publishedColumns(date: z.output<typeof VagueDate> | null) {
  return {
    publishedOn: date?.edtf ?? null,
    publishedOnWords: date?.words ?? null,
    publishedMin: day(date?.min),
    publishedMax: day(date?.max),
  };
}

import type { VagueDate } from "@/dates/vague-date";

const day = (value: string | null | undefined) => (value ? new Date(`${value}T00:00:00Z`) : null);

/** The four columns in which the date a claim was reported on is stored. */
export const reportedColumns = (date: VagueDate | null) => ({
  reportedOn: date?.edtf ?? null,
  reportedOnWords: date?.words ?? null,
  reportedMin: day(date?.min),
  reportedMax: day(date?.max),
});

/** The same of the date on which it is said to have happened. */
export const occurredColumns = (date: VagueDate | null) => ({
  occurredOn: date?.edtf ?? null,
  occurredOnWords: date?.words ?? null,
  occurredMin: day(date?.min),
  occurredMax: day(date?.max),
});

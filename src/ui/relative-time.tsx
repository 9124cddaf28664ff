type RelativeTimeProps = {
  /** RFC 3339, or a Date. */
  at: string | Date;
  /** Date only, or date and time. */
  show?: "date" | "time";
  /** The present moment; given by tests. */
  now?: Date;
};

const DATE = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const TIME = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});
const RELATIVE = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** "3 days ago", "in 2 hours", "just now". */
export function relativeWords(at: Date, now: Date): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const unit = UNITS.find(([, size]) => Math.abs(seconds) >= size);
  if (!unit) return "just now";
  return RELATIVE.format(Math.trunc(seconds / unit[1]), unit[0]);
}

/**
 * The absolute time, with the relative one on hover. Times are UTC on every machine, so that two analysts who talk
 * about a row see the same words, and so that server and browser agree.
 */
export function RelativeTime({ at, show = "date", now }: RelativeTimeProps) {
  const moment = typeof at === "string" ? new Date(at) : at;
  if (Number.isNaN(moment.getTime())) return <span className="text-ink-3">–</span>;
  const words = relativeWords(moment, now ?? new Date());
  return (
    // The relative words may cross a minute between server and browser; the visible text never does.
    <time dateTime={moment.toISOString()} title={words} suppressHydrationWarning className="whitespace-nowrap">
      {show === "date" ? DATE.format(moment) : `${TIME.format(moment)} UTC`}
    </time>
  );
}

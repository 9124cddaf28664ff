const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

type Leaf = { year: string; month: string; days: string; mark: string };

/** An EDTF date for people: `21–31 Oct 2024`, `about 25 Oct 2024`, `since Oct 2024`. What it cannot word it leaves as it is. */
export function formatVagueDate(edtf: string): string {
  const set = /^([[{])(.+)[\]}]$/.exec(edtf);
  if (set) {
    const members = (set[2] ?? "").split(",").map((member) => formatInterval(member, ".."));
    return members.includes(null) ? edtf : members.join(set[1] === "[" ? " or " : " and ");
  }
  return (edtf.includes("/") ? formatInterval(edtf, "/") : formatLeaf(edtf)) ?? edtf;
}

function formatInterval(edtf: string, separator: string): string | null {
  const at = edtf.indexOf(separator);
  if (at < 0) return formatLeaf(edtf);
  const from = edtf.slice(0, at);
  const to = edtf.slice(at + separator.length);
  const isOpen = (end: string) => end === "" || end === "..";
  if (isOpen(from)) return openEnd("until", formatLeaf(to), from === "" && separator === "/" ? ", start unknown" : "");
  if (isOpen(to)) return openEnd("since", formatLeaf(from), to === "" && separator === "/" ? ", end unknown" : "");
  const [first, last] = [readLeaf(from), readLeaf(to)];
  return first && last && formatRange(first, last);
}

const openEnd = (word: string, leaf: string | null, note: string) => leaf && `${word} ${leaf}${note}`;

function formatRange(first: Leaf, last: Leaf): string {
  if (first.mark !== last.mark) return `${inWords(first)} – ${inWords(last)}`;
  const prefix = PREFIX[first.mark] ?? "";
  const [from, to] = [
    { ...first, mark: "" },
    { ...last, mark: "" },
  ];
  // A year that the other end alone names its month of cannot be left out.
  if (from.year !== to.year || from.month === "" || to.month === "") {
    const years = from.month === "" && to.month === "" && !/X/.test(from.year + to.year);
    return `${prefix}${inWords(from)}${years ? "–" : " – "}${inWords(to)}`;
  }
  if (from.month === to.month && from.days !== "" && to.days !== "") {
    return `${prefix}${from.days}–${inWords(to)}`;
  }
  const short = inWords({ ...from, year: "" });
  return from.days === "" && to.days === "" ? `${prefix}${short}–${inWords(to)}` : `${prefix}${short} – ${inWords(to)}`;
}

function formatLeaf(edtf: string): string | null {
  const leaf = readLeaf(edtf);
  return leaf && inWords(leaf);
}

const PREFIX: Record<string, string> = { "~": "about ", "?": "possibly ", "%": "possibly about " };

function inWords({ year, month, days, mark }: Leaf): string {
  return `${PREFIX[mark] ?? ""}${[days, month, wholeYears(year)].filter(Boolean).join(" ")}`;
}

function wholeYears(year: string): string {
  if (year.endsWith("XX")) return `${year.slice(0, 2)}00–${year.slice(0, 2)}99`;
  return year.endsWith("X") ? `${year.slice(0, 3)}0s` : year;
}

function readLeaf(edtf: string): Leaf | null {
  const match = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX))?(?:-(\d\d|\dX|XX))?(?:T[\d:.+-]*Z?)?([~?%]?)$/.exec(edtf);
  if (!match) return null;
  const [, year = "", number = "", day = "", mark = ""] = match;
  const month = number === "" || number === "XX" ? "" : (MONTHS[Number(number) - 1] ?? null);
  if (month === null) return null;
  return { year, month, days: month === "" ? "" : wordDays(day, Number(number), Number(year)), mark };
}

function wordDays(day: string, month: number, year: number): string {
  if (day === "" || day === "XX") return "";
  if (!day.endsWith("X")) return String(Number(day));
  const tens = Number(day[0]) * 10;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${Math.max(1, tens)}–${Math.min(tens + 9, last)}`;
}

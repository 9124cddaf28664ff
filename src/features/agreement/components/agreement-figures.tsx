import { DataTable, TableCell, TableHead, TableHeader, TableRow } from "@/ui/data-table";
import { Stat, Stats } from "@/ui/stat";
import { advice, inPercent, NAMES, printed, reservation } from "../rules/tell-agreement";
import type { Agreement, Compared } from "../schema";

type AgreementFiguresProps = { of: Compared; agreement: Agreement; href: string };

/** One thing that people agree on or not: the number, what it rests on, how far to trust it, which answers met. */
export function AgreementFigures({ of, agreement, href }: AgreementFiguresProps) {
  const { alpha, interval, percent, kappa, fleiss, n, raters } = agreement;
  const caution = reservation(agreement);
  const hint = caution ? null : advice(agreement);
  return (
    <section aria-labelledby={`agreement-${of}`} className="min-w-0">
      <h2 id={`agreement-${of}`} className="mb-2 font-semibold font-serif text-xl">
        {NAMES[of]}
      </h2>
      {n > 0 ? (
        <Stats>
          <Stat
            value={
              <>
                {printed(alpha)}
                {interval ? (
                  <span className="ms-2 text-base text-ink-2">
                    {printed(interval.low)} to {printed(interval.high)}
                  </span>
                ) : null}
              </>
            }
            label="Krippendorff’s α, 95 % interval"
          />
          <Stat value={inPercent(percent)} label="said the same" />
          {kappa === null ? null : <Stat value={printed(kappa)} label="Cohen’s κ" />}
          {fleiss === null ? null : <Stat value={printed(fleiss)} label="Fleiss’ κ" />}
          <Stat value={n} label={n === 1 ? "unit" : "units"} href={href} />
          <Stat value={raters} label="people" />
        </Stats>
      ) : null}
      {caution ? <p className="mt-2 text-caution text-sm">{caution}</p> : null}
      {hint ? <p className="mt-2 text-ink-2 text-sm">{hint}</p> : null}
      {n > 0 ? <Confusion of={of} agreement={agreement} /> : null}
    </section>
  );
}

/** Which two answers met how often: low α beside a high share means that one answer is nearly always given. */
function Confusion({ of, agreement }: { of: Compared; agreement: Agreement }) {
  const { values, counts } = agreement.confusion;
  const used = values.flatMap((value, at) => (counts[at]?.some((count) => count > 0) ? [{ value, at }] : []));
  return (
    <div className="mt-3 w-fit max-w-full">
      <DataTable caption={`${NAMES[of]}: which answers met`}>
        <TableHead>
          <TableHeader>Answers that met</TableHeader>
          {used.map(({ value }) => (
            <TableHeader key={value} align="end">
              {value}
            </TableHeader>
          ))}
        </TableHead>
        <tbody>
          {used.map((row) => (
            <TableRow key={row.value}>
              <TableCell heading>{row.value}</TableCell>
              {used.map(({ value, at }) => {
                const count = counts[row.at]?.[at] ?? 0;
                // A pair of people with the same answer stands in both directions in one cell.
                const met = row.at === at ? count / 2 : count;
                return (
                  <TableCell key={value} align="end" className={row.at === at ? "font-medium" : undefined}>
                    {met === 0 ? <span className="text-ink-3">0</span> : met}
                  </TableCell>
                );
              })}
            </TableRow>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}

import { DataTable, TableCell, TableHead, TableHeader, TableRow } from "@/ui/data-table";
import { ROLE_NAMES, ROLE_TABLE } from "../rules/role-table";

/** Who may do what, from the table that the tests hold against every command. */
export function RoleTable() {
  return (
    <DataTable caption="Who may do what">
      <TableHead>
        <TableHeader>What</TableHeader>
        {ROLE_NAMES.map((role) => (
          <TableHeader key={role}>{role}</TableHeader>
        ))}
      </TableHead>
      <tbody>
        {ROLE_TABLE.map(({ what, least }) => (
          <TableRow key={what}>
            <TableCell heading>{what}</TableCell>
            {ROLE_NAMES.map((role) => {
              const may = ROLE_NAMES.indexOf(role) >= ROLE_NAMES.indexOf(least);
              return (
                <TableCell key={role} className={may ? undefined : "text-ink-3"}>
                  {may ? "yes" : "no"}
                </TableCell>
              );
            })}
          </TableRow>
        ))}
      </tbody>
    </DataTable>
  );
}

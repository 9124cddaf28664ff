import { EmptyState } from "@/ui/empty-state";

export default function NotInTeam() {
  return (
    <div className="px-6">
      <EmptyState title="There is nothing at this address of the team">
        It may belong to another team, or the address was cut short. The rail leads to everything that is here.
      </EmptyState>
    </div>
  );
}

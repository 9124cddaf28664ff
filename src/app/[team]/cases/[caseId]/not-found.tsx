import { EmptyState } from "@/ui/empty-state";

export default function NotInCase() {
  return (
    <div className="px-6">
      <EmptyState title="There is nothing at this address of the case">
        It may belong to another case, or the address was cut short. The rail leads to everything that is here.
      </EmptyState>
    </div>
  );
}

import { EmptyState } from "@/ui/empty-state";

export default function NoSuchConflict() {
  return (
    <div className="px-6">
      <EmptyState level={1} title="No conflict goes by this number">
        A conflict is found by the number of any of its claims. This claim contradicts none and none contradicts it, or
        there is no such claim.
      </EmptyState>
    </div>
  );
}

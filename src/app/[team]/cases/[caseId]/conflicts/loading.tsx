import { Skeleton, SkeletonRows } from "@/ui/skeleton";

export default function ConflictsLoading() {
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <div className="mb-4 flex h-16 items-end border-rule border-b pb-3">
        <Skeleton className="h-6 w-40" />
      </div>
      <SkeletonRows rows={4} height={144} label="Loading" />
    </div>
  );
}

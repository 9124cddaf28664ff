import { Skeleton, SkeletonRows } from "@/ui/skeleton";

export default function ConflictLoading() {
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <div className="mb-6 flex h-16 items-end border-rule border-b pb-3">
        <Skeleton className="h-6 w-56" />
      </div>
      <div className="grid gap-10 md:grid-cols-2">
        <SkeletonRows rows={3} height={144} label="Loading" />
        <SkeletonRows rows={3} height={144} label="Loading" />
      </div>
    </div>
  );
}

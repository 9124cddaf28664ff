import { Skeleton, SkeletonRows } from "@/ui/skeleton";

export default function CaseLoading() {
  return (
    <div className="mx-auto flex max-w-page flex-col gap-7 px-4 py-5 md:px-6">
      <div className="flex h-12 items-end border-rule border-b pb-3">
        <Skeleton className="h-6 w-72 max-w-full" />
      </div>
      <SkeletonRows rows={10} label="Loading" />
    </div>
  );
}

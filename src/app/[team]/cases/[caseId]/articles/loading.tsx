import { Skeleton, SkeletonRows } from "@/ui/skeleton";

/** For the list and for what stands below it: both begin with a title over rows. */
export default function ArticlesLoading() {
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <div className="mb-4 flex h-11 items-end border-rule border-b pb-3">
        <Skeleton className="h-6 w-40" />
      </div>
      <SkeletonRows rows={10} label="Loading" />
    </div>
  );
}

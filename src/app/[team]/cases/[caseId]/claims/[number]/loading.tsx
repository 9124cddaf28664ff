import { Skeleton, SkeletonRows, SkeletonText } from "@/ui/skeleton";

export default function ClaimLoading() {
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <div className="mb-4 flex h-16 items-end border-rule border-b pb-3">
        <Skeleton className="h-6 w-32" />
      </div>
      <div className="grid gap-x-10 gap-y-7 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <SkeletonText lines={6} label="Loading the claim" />
        <SkeletonRows rows={8} height={26} label="Loading what is known of it" />
      </div>
    </div>
  );
}

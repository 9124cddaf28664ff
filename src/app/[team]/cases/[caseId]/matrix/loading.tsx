import { Skeleton } from "@/ui/skeleton";

export default function MatrixLoading() {
  return (
    <div role="status" aria-label="Loading" className="px-4 py-5 md:px-6">
      <div className="mb-4 flex h-16 items-end border-rule border-b pb-3">
        <Skeleton className="h-6 w-40" />
      </div>
      <Skeleton className="h-96 w-full max-w-form" />
    </div>
  );
}

import { PageHeader } from "@/ui/page-header";
import { Skeleton, SkeletonRows } from "@/ui/skeleton";

export default function ImportLoading() {
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader title="Import a sheet" />
      <Skeleton className="mb-5 h-10 max-w-reading" />
      <Skeleton className="mb-7 h-28 max-w-form" />
      <SkeletonRows rows={5} height={44} label="Loading the imports" />
    </div>
  );
}

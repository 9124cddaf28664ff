import { PageHeader } from "@/ui/page-header";
import { Skeleton, SkeletonRows } from "@/ui/skeleton";

export default function SheetLoading() {
  return (
    <div className="px-4 py-5 md:px-6">
      <PageHeader title="Claim sheet" meta={<Skeleton className="h-4 w-24" />} />
      <Skeleton className="mb-3 h-8 w-80 max-w-full" />
      <SkeletonRows rows={14} height={33} label="Loading the claims" />
    </div>
  );
}

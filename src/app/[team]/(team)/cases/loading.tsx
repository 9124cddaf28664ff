import { PageHeader } from "@/ui/page-header";
import { SkeletonRows } from "@/ui/skeleton";

export default function CasesLoading() {
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader title="Cases" />
      <SkeletonRows rows={6} label="Loading the cases" />
    </div>
  );
}

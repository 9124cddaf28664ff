import { PageHeader } from "@/ui/page-header";
import { SkeletonRows } from "@/ui/skeleton";

export default function OutletsLoading() {
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader title="Outlets" meta="Publishers and agencies, shared by all cases of the team." />
      <SkeletonRows rows={12} label="Loading the outlets" />
    </div>
  );
}

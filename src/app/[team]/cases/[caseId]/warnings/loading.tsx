import { PageHeader } from "@/ui/page-header";
import { SkeletonRows } from "@/ui/skeleton";

export default function WarningsLoading() {
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader title="Warnings" />
      <SkeletonRows rows={6} height={96} label="Loading the warnings" />
    </div>
  );
}

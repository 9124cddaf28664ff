import { PageHeader } from "@/ui/page-header";
import { SkeletonRows } from "@/ui/skeleton";

export default function HistoryLoading() {
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader title="History" />
      <SkeletonRows rows={12} height={37} label="Loading the history" />
    </div>
  );
}

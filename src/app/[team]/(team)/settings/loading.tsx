import { PageHeader } from "@/ui/page-header";
import { SkeletonRows } from "@/ui/skeleton";

export default function SettingsLoading() {
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader title="Settings" />
      <SkeletonRows rows={8} height={48} label="Loading the settings" />
    </div>
  );
}

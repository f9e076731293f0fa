package mainstay.rating.finding;

import java.util.List;
import java.util.Map;
import mainstay.activity.Timeline;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// The page of the thresholds.
///
/// @param refusals why what was written cannot be taken, by field
/// @param revision of the thresholds that the reader sees
public record ThresholdsView(
        List<FindingTest> tests,
        Map<String, String> written,
        Map<String, Text> refusals,
        List<Timeline.Entry> changes,
        long revision) {

    public String name(FindingTest test, ThresholdField field) {
        return ThresholdForm.name(test, field);
    }

    public String text(String name) {
        return written.getOrDefault(name, "");
    }

    public @Nullable Text refusal(String name) {
        return refusals.get(name);
    }
}

package mainstay.accounts;

import java.util.Map;
import java.util.TreeMap;
import mainstay.activity.Timeline;
import mainstay.shared.web.PageContext;

/// An entry of the timeline as a sentence in the reader's language, whichever module it came from.
public final class TimelineWords {

    private TimelineWords() {}

    public static String sentence(PageContext page, Timeline.Entry entry) {
        Object[] arguments = new TreeMap<>(entry.detail())
                .entrySet().stream().map(detail -> word(page, detail)).toArray();
        String key = "timeline." + entry.kind();
        return page.knows(key) ? page.t(key, arguments) : page.t("timeline.other", entry.kind());
    }

    private static String word(PageContext page, Map.Entry<String, String> detail) {
        if (detail.getValue().isEmpty()) {
            return page.t("timeline.none");
        }
        if (detail.getKey().startsWith("text")) {
            return page.t(detail.getValue());
        }
        return detail.getKey().startsWith("money")
                ? page.money(Long.valueOf(detail.getValue())) + " " + page.currency()
                : detail.getValue();
    }
}

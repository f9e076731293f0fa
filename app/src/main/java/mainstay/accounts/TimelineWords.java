package mainstay.accounts;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import mainstay.activity.Timeline;
import mainstay.shared.web.PageContext;
import org.jspecify.annotations.Nullable;

/// An entry of the timeline as a sentence in the reader's language, whichever module it came from.
public final class TimelineWords {

    private static final Pattern DAY = Pattern.compile(
            "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])|\\d{4}-(0[13-9]|1[0-2])-(29|30)|\\d{4}-(0[13578]|1[02])-31");

    private TimelineWords() {}

    /// Which value took the place of which.
    ///
    /// @param was in words; `none` where there was nothing
    public record Difference(String what, String was, String now) {}

    /// What changed where an entry tells a field of the archive that did; null for all others.
    public static @Nullable Difference difference(PageContext page, Timeline.Entry entry) {
        String field = entry.detail().get("textField");
        if (field == null || !entry.kind().equals("factChanged")) {
            return null;
        }
        return new Difference(
                page.t(field), value(page, entry, "was", "textWas"), value(page, entry, "zNow", "textZNow"));
    }

    private static String value(PageContext page, Timeline.Entry entry, String plain, String text) {
        return entry.detail().entrySet().stream()
                .filter(detail ->
                        detail.getKey().equals(plain) || detail.getKey().equals(text))
                .map(detail -> word(page, detail))
                .findFirst()
                .orElse("");
    }

    public static String sentence(PageContext page, Timeline.Entry entry) {
        Object[] arguments = new TreeMap<>(entry.detail())
                .entrySet().stream().map(detail -> word(page, detail)).toArray();
        String key = key(page, entry);
        return page.knows(key) ? page.t(key, arguments) : page.t("timeline.other", entry.kind());
    }

    /// What has no first day was always so, and where nobody said why, nothing is said of it.
    private static String key(PageContext page, Timeline.Entry entry) {
        String key = "timeline." + entry.kind();
        if ("".equals(entry.detail().get("day")) && page.knows(key + ".always")) {
            return key + ".always";
        }
        return "".equals(entry.detail().get("reason")) && page.knows(key + ".bare") ? key + ".bare" : key;
    }

    private static String word(PageContext page, Map.Entry<String, String> detail) {
        if (detail.getValue().isEmpty()) {
            return page.t("timeline.none");
        }
        if (detail.getKey().startsWith("text")) {
            return page.t(detail.getValue());
        }
        if (detail.getKey().equals("moneyExact")) {
            return page.exactMoney(Long.valueOf(detail.getValue())) + " " + page.currency();
        }
        return detail.getKey().startsWith("money")
                ? page.money(Long.valueOf(detail.getValue())) + " " + page.currency()
                : dated(page, detail.getValue());
    }

    /// Days are kept as programs write them.
    private static String dated(PageContext page, String value) {
        return DAY.matcher(value).matches() ? page.date(LocalDate.parse(value)) : value;
    }
}

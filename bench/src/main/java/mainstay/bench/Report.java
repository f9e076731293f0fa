package mainstay.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the import command printed.
final class Report {

    private static final Pattern SECONDS = Pattern.compile("\"seconds\"\\s*:\\s*([0-9.]+)");

    private Report() {}

    static double seconds(String json) {
        Matcher found = SECONDS.matcher(json);
        if (!json.contains("\"done\"") || !found.find()) {
            throw new IllegalStateException("the import was not done: " + json);
        }
        return Double.parseDouble(found.group(1));
    }
}

package mainstay.relationships;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import mainstay.activity.Activities;
import mainstay.activity.Activity;
import mainstay.activity.ActivityVersion;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tells what was corrected, by whom and when.
@Service
@Transactional(readOnly = true)
public class ActivityHistories {

    private final Activities activities;
    private final Colleagues colleagues;

    ActivityHistories(Activities activities, Colleagues colleagues) {
        this.activities = activities;
        this.colleagues = colleagues;
    }

    /// One correction.
    ///
    /// @param author who made it
    /// @param hidden whether the reader may not see how it stood before, as it was written for another account then
    public record Step(String author, Instant at, List<Difference> differences, boolean hidden) {}

    /// Which value took the place of which; empty where there was none.
    ///
    /// @param field  name of what changed
    public record Difference(String field, String was, String now) {

        /// Whether its values are codes that have words.
        public boolean isCoded() {
            return field.equals("kind") || field.equals("state") || field.equals("begunBy");
        }

        /// Whether its values are numbers of others, which say nothing to a reader.
        public boolean isSilent() {
            return field.equals("account") || field.equals("people");
        }
    }

    /// The latest first.
    List<Step> of(Activity activity) {
        List<Step> steps = new ArrayList<>();
        Map<String, String> later = readable(activity.content());
        String author = activity.changedBy();
        Instant at = activity.changedAt();
        int revision = activity.revision();
        for (ActivityVersion version : activities.versions(activity.id())) {
            Map<String, String> earlier = readable(version.content());
            boolean next = version.revision() == revision - 1;
            steps.add(new Step(author, at, next ? differences(earlier, later) : List.of(), !next));
            later = earlier;
            author = version.author();
            at = version.at();
            revision = version.revision();
        }
        if (revision > 1) {
            steps.add(new Step(author, at, List.of(), true));
        }
        return steps;
    }

    private static List<Difference> differences(Map<String, String> earlier, Map<String, String> later) {
        return earlier.keySet().stream()
                .filter(field -> !Objects.equals(earlier.get(field), later.get(field)))
                .map(field -> new Difference(
                        field,
                        Objects.requireNonNullElse(earlier.get(field), ""),
                        Objects.requireNonNullElse(later.get(field), "")))
                .toList();
    }

    /// With names of colleagues instead of their numbers.
    private Map<String, String> readable(Map<String, String> content) {
        Map<String, String> readable = new LinkedHashMap<>(content);
        List<Long> users = Arrays.stream(
                        Objects.requireNonNullElse(content.get("users"), "").split(",", -1))
                .filter(one -> !one.isEmpty())
                .map(Long::valueOf)
                .toList();
        Map<Long, Colleague> known = colleagues.byIds(users);
        readable.put(
                "users",
                users.stream()
                        .map(id -> known.containsKey(id)
                                ? Objects.requireNonNull(known.get(id)).fullName()
                                : "#" + id)
                        .collect(Collectors.joining(", ")));
        return readable;
    }
}

package mainstay.identity;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The time zones by part of the world, each with its place and what it differs from UTC now.
public final class TimeZones {

    private static final Pattern OF_A_PLACE =
            Pattern.compile("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");

    private TimeZones() {}

    /// @param label place, difference from UTC and the name of the zone
    public record Choice(String id, String label) {}

    /// By part of the world; in each the westernmost first.
    ///
    /// @param kept one that is offered wherever it is
    static Map<String, List<Choice>> offered(Instant now, Locale language, String kept) {
        Map<String, List<Choice>> parts = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> OF_A_PLACE.matcher(id).matches())
                .map(ZoneId::of)
                .sorted(Comparator.comparingInt(
                                (ZoneId zone) -> zone.getRules().getOffset(now).getTotalSeconds())
                        .thenComparing(ZoneId::getId))
                .map(zone -> choice(zone, now, language))
                .collect(Collectors.groupingBy(TimeZones::part, TreeMap::new, Collectors.toList()));
        parts.put("Etc", List.of(choice(ZoneId.of("Etc/UTC"), now, language)));
        if (parts.values().stream()
                        .flatMap(List::stream)
                        .noneMatch(choice -> choice.id().equals(kept))
                && ZoneId.getAvailableZoneIds().contains(kept)) {
            parts.put(
                    "Etc",
                    List.of(choice(ZoneId.of("Etc/UTC"), now, language), choice(ZoneId.of(kept), now, language)));
        }
        return parts;
    }

    private static String part(Choice choice) {
        return choice.id().substring(0, choice.id().indexOf('/'));
    }

    private static Choice choice(ZoneId zone, Instant now, Locale language) {
        String offset = zone.getRules().getOffset(now).getId();
        String place = zone.getId().substring(zone.getId().indexOf('/') + 1).replace('_', ' ');
        return new Choice(
                zone.getId(),
                "%s (UTC%s, %s)"
                        .formatted(
                                place,
                                offset.equals("Z") ? "±00:00" : offset,
                                zone.getDisplayName(TextStyle.FULL, language)));
    }
}

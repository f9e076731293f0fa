package mainstay.planning;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import mainstay.shared.HarmlessText;
import mainstay.shared.Numeral;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// A form as somebody wrote it, with what of it cannot be taken. Nothing that was written is lost.
public final class Written {

    public static final String VERSION = "version";
    public static final String SUBMISSION = "submission";
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

    private final Map<String, String> fields;
    private final Map<String, Text> refusals = new LinkedHashMap<>();

    /// Characters that cannot be kept are taken out, as nobody sees them, and their field is refused once.
    private Written(Map<String, String> fields) {
        this.fields = new LinkedHashMap<>();
        fields.forEach((field, text) -> {
            if (HarmlessText.is(field)) {
                this.fields.put(field, HarmlessText.without(text));
                if (!HarmlessText.is(text)) {
                    refuse(field, Text.of("planning.wrong.characters"));
                }
            }
        });
    }

    public static Written of(Map<String, String> fields) {
        return new Written(fields);
    }

    /// What was chosen several times in one field is parted by commas.
    public static Written ofAll(MultiValueMap<String, String> fields) {
        Map<String, String> joined = new LinkedHashMap<>();
        fields.forEach((field, values) -> joined.put(field, String.join(",", values)));
        return new Written(joined);
    }

    /// An empty form that counts once however often it is sent.
    public static Written fresh(Map<String, String> fields) {
        Written written = new Written(fields);
        written.fields.put(SUBMISSION, UUID.randomUUID().toString());
        return written;
    }

    /// The same with one field written anew, where there is something to write.
    public Written with(String field, String text) {
        if (!text.isBlank()) {
            fields.put(field, text);
        }
        return this;
    }

    public String of(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    public boolean has(String field) {
        return !of(field).isEmpty();
    }

    public Map<String, Text> refusals() {
        return refusals;
    }

    public boolean isRefused() {
        return !refusals.isEmpty();
    }

    /// Whether a field is the one to be put right first.
    public boolean isFirst(String field) {
        return refusals.keySet().stream()
                .filter(refused -> !refused.equals(VERSION))
                .findFirst()
                .map(field::equals)
                .orElse(false);
    }

    /// The first reason counts.
    public void refuse(String field, Text why) {
        refusals.putIfAbsent(field, why);
    }

    public UUID submission() {
        try {
            return UUID.fromString(of(SUBMISSION));
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }

    /// Null where nothing was written.
    public @Nullable String text(String field, int longest) {
        String text = of(field);
        if (text.length() > longest) {
            refuse(field, Text.of("planning.wrong.text", longest));
        }
        return text.isEmpty() ? null : text;
    }

    /// Empty where it is refused.
    public String needed(String field, int longest) {
        String text = text(field, longest);
        if (text == null) {
            refuse(field, Text.of("planning.wrong.missing"));
        }
        return text == null ? "" : text;
    }

    /// One of some words; the first of them where it is refused.
    public String choice(String field, List<String> words) {
        String word = of(field);
        if (!words.contains(word)) {
            refuse(field, Text.of("planning.wrong.choice"));
            return words.getFirst();
        }
        return word;
    }

    public boolean ticked(String field) {
        return of(field).equals("true");
    }

    /// Null where nothing was written, or what cannot be taken.
    public @Nullable LocalDate day(String field) {
        LocalDate day = parsed(of(field));
        if (has(field) && day == null) {
            refuse(field, Text.of("planning.wrong.day"));
        }
        return day;
    }

    private static @Nullable LocalDate parsed(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.isBefore(FIRST) || day.isAfter(LAST) ? null : day;
        } catch (DateTimeException none) {
            return null;
        }
    }

    public LocalDate neededDay(String field, LocalDate otherwise) {
        if (!has(field)) {
            refuse(field, Text.of("planning.wrong.day"));
        }
        return Objects.requireNonNullElse(day(field), otherwise);
    }

    public @Nullable Integer whole(String field, int least, int most) {
        Optional<Integer> number = Numeral.number(of(field))
                .filter(found -> found.stripTrailingZeros().scale() <= 0)
                .filter(found -> found.compareTo(BigDecimal.valueOf(least)) >= 0
                        && found.compareTo(BigDecimal.valueOf(most)) <= 0)
                .map(BigDecimal::intValueExact);
        if (has(field) && number.isEmpty()) {
            refuse(field, Text.of("planning.wrong.whole", least, most));
        }
        return number.orElse(null);
    }

    /// A number with up to four decimals.
    public @Nullable BigDecimal number(String field, BigDecimal least, BigDecimal most) {
        Optional<BigDecimal> number = Numeral.number(of(field))
                .filter(found -> found.scale() <= 4 && found.compareTo(least) >= 0 && found.compareTo(most) <= 0);
        if (has(field) && number.isEmpty()) {
            refuse(field, Text.of("planning.wrong.number", least, most));
        }
        return number.orElse(null);
    }

    /// The first day of a month such as 2027-03; null where nothing was written, or what cannot be taken.
    public @Nullable LocalDate month(String field) {
        LocalDate first = parsed(of(field) + "-01");
        if (has(field) && first == null) {
            refuse(field, Text.of("planning.wrong.month"));
        }
        return first;
    }

    /// Numbers of several things that are kept.
    public List<Long> ids(String field) {
        try {
            return has(field)
                    ? Arrays.stream(of(field).split(","))
                            .map(String::strip)
                            .map(Long::valueOf)
                            .distinct()
                            .toList()
                    : List.of();
        } catch (NumberFormatException none) {
            refuse(field, Text.of("planning.wrong.choice"));
            return List.of();
        }
    }

    /// Number of something that is kept.
    public @Nullable Long id(String field) {
        try {
            return has(field) ? Long.valueOf(of(field)) : null;
        } catch (NumberFormatException none) {
            refuse(field, Text.of("planning.wrong.choice"));
            return null;
        }
    }

    /// Whether somebody changed what this was written over. Then each field that differs says what stands there now,
    /// and sent once more it replaces that.
    ///
    /// @param now     the fields as they stand
    /// @param version of what stands
    public boolean isOvertaken(Map<String, String> now, int version, String by, Instant at) {
        if (of(VERSION).equals(String.valueOf(version))) {
            return false;
        }
        fields.put(VERSION, String.valueOf(version));
        refuse(VERSION, Text.of("planning.overtaken", new Text.Person(by), at));
        now.forEach((field, standing) -> {
            if (!field.equals(VERSION) && !of(field).equals(standing.strip())) {
                refuse(field, standing.isBlank() ? Text.of("planning.nowEmpty") : Text.of("planning.now", standing));
            }
        });
        return true;
    }
}

package mainstay.team.member;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainstay.shared.HarmlessText;
import mainstay.shared.Numeral;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// A membership as it was written.
///
/// @param user       number of the person
/// @param discount   percent, likewise `share` and `bonusShare`; may be empty
/// @param deputy     number of the person who stands in; may be empty
/// @param until      last day; may be empty
public record MemberForm(
        @Nullable String user,
        @Nullable String function,
        @Nullable String role,
        @Nullable String responsibility,
        @Nullable String authority,
        @Nullable String discount,
        @Nullable String share,
        @Nullable String deputy,
        @Nullable String from,
        @Nullable String until,
        @Nullable String bonusShare,
        @Nullable String benefit) {

    public static final List<String> FUNCTIONS =
            List.of("marketing", "research", "support", "finance", "administration");
    public static final List<String> ROLES = List.of("sponsor", "second", "specialist", "assistant");

    static final String VERSION = "version";

    private static final List<String> FIELDS = List.of(
            "function",
            "role",
            "responsibility",
            "authority",
            "discount",
            "share",
            "deputy",
            "from",
            "until",
            "bonusShare",
            "benefit");
    private static final List<String> BENEFIT = List.of("bonusShare", "benefit");
    private static final int LONGEST = 300;
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    static MemberForm empty(LocalDate today) {
        return new MemberForm("", "", "specialist", "", "", "", "", "", today.toString(), "", "", "");
    }

    static MemberForm of(Member member) {
        return new MemberForm(
                text(member.userId()),
                member.function(),
                member.role(),
                member.responsibility(),
                member.authority(),
                text(member.discount()),
                text(member.share()),
                text(member.deputyId()),
                text(member.fromDay()),
                text(member.untilDay()),
                text(member.bonusShare()),
                member.benefit());
    }

    private static String text(@Nullable Object value) {
        return value instanceof BigDecimal number
                ? number.stripTrailingZeros().toPlainString()
                : Objects.toString(value, "");
    }

    /// What stands in a field, by its name.
    public String of(String field) {
        return Objects.requireNonNullElse(
                        switch (field) {
                            case "user" -> user;
                            case "function" -> function;
                            case "role" -> role;
                            case "responsibility" -> responsibility;
                            case "authority" -> authority;
                            case "discount" -> discount;
                            case "share" -> share;
                            case "deputy" -> deputy;
                            case "from" -> from;
                            case "until" -> until;
                            case "bonusShare" -> bonusShare;
                            case "benefit" -> benefit;
                            default -> throw new IllegalArgumentException("no field " + field);
                        },
                        "")
                .strip();
    }

    /// Whether the deputy stays the same, for no other days than before.
    boolean keeps(Member before) {
        LocalDate from = day("from");
        LocalDate until = day("until");
        LocalDate began = before.fromDay();
        LocalDate ended = before.untilDay();
        return Objects.equals(id("deputy"), before.deputyId())
                && from != null
                && began != null
                && !from.isBefore(began)
                && (ended == null || (until != null && !until.isAfter(ended)));
    }

    /// What stands now of a membership that somebody changed after this was opened.
    Map<String, Text> overtaken(Member now) {
        Map<String, Text> differing = new LinkedHashMap<>();
        differing.put(
                VERSION,
                Text.of(
                        "team.overtaken",
                        new Text.Person(Objects.requireNonNullElse(now.changedBy(), now.user())),
                        Objects.requireNonNullElse(now.changedAt(), Instant.EPOCH)));
        MemberForm standing = of(now);
        FIELDS.stream()
                .filter(field -> !BENEFIT.contains(field) || TeamRights.maySayOf(now.userId()))
                .filter(field -> !of(field).equals(standing.of(field)))
                .forEach(field -> differing.put(field, told(field, now, standing.of(field))));
        return differing;
    }

    private static Text told(String field, Member now, String standing) {
        if (standing.isEmpty()) {
            return Text.of("team.nowEmpty");
        }
        return Text.of(
                "team.standsNow",
                switch (field) {
                    case "function" -> Text.of(now.functionKey());
                    case "role" -> Text.of(now.roleKey());
                    case "deputy" -> Objects.requireNonNullElse(now.deputy(), standing);
                    default -> standing;
                });
    }

    Map<String, Text> refusals() {
        Map<String, Text> refusals = new LinkedHashMap<>();
        if (id("user") == null) {
            refusals.put("user", Text.of("team.wrong.user"));
        }
        if (!FUNCTIONS.contains(of("function"))) {
            refusals.put("function", Text.of("team.wrong.function"));
        }
        if (!ROLES.contains(of("role"))) {
            refusals.put("role", Text.of("team.wrong.role"));
        }
        List.of("responsibility", "authority", "benefit").forEach(field -> {
            if (of(field).length() > LONGEST || !HarmlessText.is(of(field))) {
                refusals.put(field, Text.of("team.wrong.words", LONGEST));
            }
        });
        List.of("discount", "share", "bonusShare").forEach(field -> {
            if (!of(field).isEmpty() && percent(field) == null) {
                refusals.put(field, Text.of("team.wrong.percent"));
            }
        });
        BigDecimal part = percent("share");
        if (part != null && part.signum() == 0) {
            refusals.put("share", Text.of("team.wrong.noShare"));
        }
        if (!of("deputy").isEmpty() && (id("deputy") == null || of("deputy").equals(of("user")))) {
            refusals.put("deputy", Text.of("team.wrong.deputy"));
        }
        days(refusals);
        return refusals;
    }

    private void days(Map<String, Text> refusals) {
        LocalDate first = day("from");
        LocalDate last = day("until");
        if (first == null) {
            refusals.put("from", Text.of("team.wrong.from"));
        }
        if (!of("until").isEmpty() && last == null) {
            refusals.put("until", Text.of("team.wrong.until"));
        } else if (first != null && last != null && last.isBefore(first)) {
            refusals.put("until", Text.of("team.wrong.endsBefore", first));
        }
    }

    @Nullable
    Long id(String field) {
        return of(field).matches("\\d{1,18}") ? Long.valueOf(of(field)) : null;
    }

    @Nullable
    BigDecimal percent(String field) {
        return Numeral.number(of(field))
                .filter(number -> number.signum() >= 0 && number.compareTo(WHOLE) <= 0)
                .filter(number -> number.stripTrailingZeros().scale() <= 2)
                .orElse(null);
    }

    @Nullable
    LocalDate day(String field) {
        try {
            LocalDate day = LocalDate.parse(of(field));
            return day.isBefore(FIRST) || day.getYear() > 2200 ? null : day;
        } catch (DateTimeException none) {
            return null;
        }
    }

    @Nullable
    String words(String field) {
        return of(field).isEmpty() ? null : of(field);
    }
}

package mainstay.accounts.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import mainstay.shared.HarmlessText;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// A position as somebody wrote it.
///
/// @param account  code of the account, where the address does not say it
/// @param revision that the writer saw
/// @param request  of this one form, so that it counts once however often it is sent
public record PositionForm(
        @Nullable String account,
        @Nullable String title,
        @Nullable String department,
        @Nullable String function,
        @Nullable String fromOn,
        @Nullable String untilOn,
        @Nullable String revision,
        @Nullable String request) {

    static final int LONGEST = 200;
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final int YEARS_AHEAD = 2;

    /// The same, understood.
    record Wish(
            @Nullable String title,
            @Nullable String department,
            JobFunction function,
            @Nullable LocalDate fromOn,
            @Nullable LocalDate untilOn) {}

    public static PositionForm empty() {
        return new PositionForm("", "", "", "", "", "", "", PersonForm.newSubmission());
    }

    static PositionForm of(Position position) {
        return new PositionForm(
                position.accountCode(),
                Objects.requireNonNullElse(position.title(), ""),
                Objects.requireNonNullElse(position.department(), ""),
                position.function(),
                text(position.fromOn()),
                text(position.untilOn()),
                String.valueOf(position.revision()),
                PersonForm.newSubmission());
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    PositionForm seeing(Position now) {
        return new PositionForm(
                account, title, department, function, fromOn, untilOn, String.valueOf(now.revision()), request);
    }

    public String of(String field) {
        String written = switch (field) {
            case "account" -> account;
            case "title" -> title;
            case "department" -> department;
            case "function" -> function;
            case "fromOn" -> fromOn;
            case "untilOn" -> untilOn;
            case "revision" -> revision;
            default -> request;
        };
        return written == null ? "" : written.strip();
    }

    /// Why fields of the form cannot be taken, by name.
    Map<String, Text> refusals(LocalDate today) {
        Map<String, Text> refusals = new LinkedHashMap<>();
        for (String field : new String[] {"title", "department"}) {
            if (of(field).length() > LONGEST) {
                refusals.put(field, Text.of("people.wrong.long", LONGEST));
            } else if (!HarmlessText.is(of(field))) {
                refusals.put(field, Text.of("people.wrong.harmful"));
            }
        }
        if (JobFunction.parse(of("function")).isEmpty()) {
            refusals.put("function", Text.of("people.wrong.function"));
        }
        for (String field : new String[] {"fromOn", "untilOn"}) {
            LocalDate day = day(of(field));
            if (!of(field).isEmpty() && (day == null || day.isBefore(FIRST))) {
                refusals.put(field, Text.of("people.wrong.day"));
            } else if (day != null && day.isAfter(today.plusYears(YEARS_AHEAD))) {
                refusals.put(field, Text.of("people.wrong.future", today.plusYears(YEARS_AHEAD)));
            }
        }
        LocalDate from = day(of("fromOn"));
        LocalDate until = day(of("untilOn"));
        if (from != null && until != null && until.isBefore(from) && !refusals.containsKey("untilOn")) {
            refusals.put("untilOn", Text.of("people.wrong.order"));
        }
        return refusals;
    }

    /// To be asked where nothing is refused.
    Wish wish() {
        return new Wish(
                PersonForm.nullable(of("title")),
                PersonForm.nullable(of("department")),
                JobFunction.parse(of("function")).orElseThrow(),
                day(of("fromOn")),
                day(of("untilOn")));
    }

    static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException none) {
            return null;
        }
    }
}

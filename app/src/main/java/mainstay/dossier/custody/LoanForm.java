package mainstay.dossier.custody;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainstay.dossier.Part;
import mainstay.shared.HarmlessText;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What is to be borrowed, as it was written.
///
/// @param account its code
/// @param part    codes of parts, and [Loan#PERSONAL]
/// @param renews  number of the loan that is to go on; empty for a new one
public record LoanForm(
        @Nullable String account,
        @Nullable List<String> part,
        @Nullable String purpose,
        @Nullable String days,
        @Nullable String renews) {

    static final int MOST_DAYS = 90;
    private static final int LONGEST_PURPOSE = 500;
    private static final int LONGEST_CODE = 200;

    public String of(String field) {
        String written = switch (field) {
            case "account" -> account;
            case "purpose" -> purpose;
            case "days" -> days;
            default -> renews;
        };
        return written == null ? "" : written.strip();
    }

    public List<String> parts() {
        return Objects.requireNonNullElse(part, List.<String>of()).stream()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
    }

    /// Why fields cannot be taken, by name.
    Map<String, Text> refusals() {
        Map<String, Text> refusals = new LinkedHashMap<>();
        if (of("account").isEmpty() || of("account").length() > LONGEST_CODE || !HarmlessText.is(of("account"))) {
            refusals.put("account", Text.of("loan.wrong.account"));
        }
        if (parts().stream().allMatch(Loan.PERSONAL::equals)) {
            refusals.put("part", Text.of("loan.wrong.part"));
        }
        if (parts().stream()
                .anyMatch(one -> !one.equals(Loan.PERSONAL) && Part.parse(one).isEmpty())) {
            refusals.put("part", Text.of("loan.wrong.unknownPart"));
        }
        if (of("purpose").isEmpty() || of("purpose").length() > LONGEST_PURPOSE) {
            refusals.put("purpose", Text.of("loan.wrong.purpose", LONGEST_PURPOSE));
        } else if (!HarmlessText.is(of("purpose"))) {
            refusals.put("purpose", Text.of("archive.wrong.harmful"));
        }
        if (number() == null) {
            refusals.put("days", Text.of("loan.wrong.days", MOST_DAYS));
        }
        return refusals;
    }

    /// @return null where these are no days that somebody may borrow for
    @Nullable
    Integer number() {
        if (!of("days").matches("\\d{1,3}")) {
            return null;
        }
        int wanted = Integer.parseInt(of("days"));
        return wanted >= 1 && wanted <= MOST_DAYS ? wanted : null;
    }
}

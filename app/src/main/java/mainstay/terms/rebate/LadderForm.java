package mainstay.terms.rebate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import mainstay.identity.Role;
import mainstay.shared.Numeral;
import mainstay.shared.web.Text;
import mainstay.terms.AgreedDays;
import org.jspecify.annotations.Nullable;

/// A ladder as it stands in the form.
///
/// @param threshold one for each step: money, or percent of growth or of the mix
/// @param rate      of each step, in percent
public record LadderForm(
        @Nullable String name,
        @Nullable String basis,
        @Nullable String cycle,
        @Nullable String spread,
        @Nullable String currency,
        @Nullable List<String> category,
        @Nullable String from,
        @Nullable String until,
        @Nullable List<String> threshold,
        @Nullable List<String> rate,
        @Nullable Boolean confidential,
        @Nullable List<String> role) {

    public static final int MOST_STEPS = 8;
    private static final int LONGEST_NAME = 60;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal GREATEST_MONEY = BigDecimal.valueOf(100_000_000_000L);
    private static final BigDecimal GREATEST_PERCENT = BigDecimal.valueOf(10_000);

    /// The same, understood.
    record Wish(
            String name,
            LadderRule rule,
            Cycle cycle,
            String currency,
            List<String> categories,
            LocalDate from,
            @Nullable LocalDate until,
            boolean confidential,
            List<String> roles) {}

    /// Against what a form is checked.
    ///
    /// @param fiscalStart month in which the year of the firm begins
    record Firm(String currency, int fiscalStart, List<String> categories) {}

    static LadderForm empty(String currency) {
        return new LadderForm("", "revenue", "year", "whole", currency, null, "", "", null, null, null, null);
    }

    /// What a ladder would be written like.
    static LadderForm of(Ladder ladder, String currency) {
        boolean money = ladder.rule().basis() == Basis.REVENUE;
        return new LadderForm(
                ladder.name(),
                ladder.rule().basis().code(),
                ladder.cycle().code(),
                ladder.rule().spread().code(),
                currency,
                ladder.categories(),
                ladder.isDraft() ? ladder.from().toString() : "",
                ladder.until() == null ? "" : String.valueOf(ladder.until()),
                ladder.rule().steps().stream()
                        .map(step -> plain(
                                money ? step.threshold() : step.threshold().multiply(HUNDRED)))
                        .toList(),
                ladder.rule().steps().stream()
                        .map(step -> plain(step.rate().multiply(HUNDRED)))
                        .toList(),
                ladder.confidential(),
                ladder.roles());
    }

    public String of(String field) {
        String written = switch (field) {
            case "name" -> name;
            case "basis" -> basis;
            case "cycle" -> cycle;
            case "spread" -> spread;
            case "currency" -> currency;
            case "from" -> from;
            default -> until;
        };
        return written == null ? "" : written.strip();
    }

    public boolean isConfidential() {
        return Boolean.TRUE.equals(confidential);
    }

    public boolean hasRole(Role asked) {
        return role != null && role.contains(asked.code());
    }

    public boolean hasCategory(String asked) {
        return category != null && category.contains(asked);
    }

    /// Whether a draft keeps its name and who may know of it.
    boolean isNamedAs(Ladder draft) {
        return of("name").equals(draft.name())
                && isConfidential() == draft.confidential()
                && Set.copyOf(isConfidential() ? present(role) : List.of()).equals(Set.copyOf(draft.roles()));
    }

    /// What is written for a step, counted from 1.
    public String threshold(int step) {
        return written(threshold, step);
    }

    public String rate(int step) {
        return written(rate, step);
    }

    /// Why fields cannot be taken, by field.
    Map<String, Text> refusals(Firm firm) {
        Map<String, Text> refusals = new TreeMap<>();
        if (of("name").isEmpty()) {
            refusals.put("name", Text.of("rebate.wrong.noName"));
        } else if (of("name").length() > LONGEST_NAME) {
            refusals.put("name", Text.of("rebate.wrong.name", LONGEST_NAME));
        }
        choose(refusals, "basis", Basis.of(of("basis")).isPresent());
        choose(refusals, "cycle", Cycle.of(of("cycle")).isPresent());
        choose(refusals, "spread", Spread.of(of("spread")).isPresent());
        if (!of("currency").equals(firm.currency())) {
            refusals.put("currency", Text.of("rebate.wrong.currency", of("currency"), firm.currency()));
        }
        refuseDays(refusals, firm);
        refuseSteps(refusals);
        if (of("basis").equals(Basis.MIX.code()) && !firm.categories().containsAll(chosen())) {
            refusals.put("category", Text.of("rebate.wrong.category"));
        } else if (of("basis").equals(Basis.MIX.code()) && chosen().isEmpty()) {
            refusals.put("category", Text.of("rebate.wrong.noCategory"));
        }
        if (isConfidential() && !hasRole(Role.DIRECTOR)) {
            refusals.put("role", Text.of("rebate.wrong.roles"));
        }
        return refusals;
    }

    private void refuseDays(Map<String, Text> refusals, Firm firm) {
        LocalDate first = AgreedDays.day(of("from"));
        LocalDate last = of("until").isEmpty() ? null : AgreedDays.day(of("until"));
        Cycle span = Cycle.of(of("cycle")).orElse(Cycle.YEAR);
        if (first == null) {
            refusals.put("from", Text.of("agreement.wrong.day"));
        } else if (!span.startAround(first, firm.fiscalStart()).equals(first)) {
            refusals.put(
                    "from", Text.of("rebate.wrong.start." + span.code(), span.startAround(first, firm.fiscalStart())));
        }
        if (!of("until").isEmpty() && last == null) {
            refusals.put("until", Text.of("agreement.wrong.day"));
        } else if (last != null && first != null && last.isBefore(first)) {
            refusals.put("until", Text.of("rebate.wrong.endBeforeStart"));
        } else if (last != null && last.plusDays(1).getDayOfMonth() != 1) {
            refusals.put("until", Text.of("rebate.wrong.monthEnd"));
        }
    }

    private void refuseSteps(Map<String, Text> refusals) {
        BigDecimal before = null;
        BigDecimal rateBefore = null;
        int steps = 0;
        for (int step = 1; step <= MOST_STEPS; step++) {
            if (threshold(step).isEmpty() && rate(step).isEmpty()) {
                continue;
            }
            steps++;
            BigDecimal from = number(threshold(step));
            BigDecimal paid = number(rate(step));
            if (from == null || from.signum() < 0 || from.compareTo(greatest()) > 0 || from.scale() > 4) {
                refusals.put("step-" + step, Text.of("rebate.wrong.threshold", greatest()));
            } else if (paid == null || paid.signum() < 0 || paid.compareTo(HUNDRED) > 0 || paid.scale() > 4) {
                refusals.put("step-" + step, Text.of("rebate.wrong.rate"));
            } else if (before != null && from.compareTo(before) <= 0) {
                refusals.put("step-" + step, Text.of("rebate.wrong.ascending"));
            } else if (rateBefore != null && paid.compareTo(rateBefore) < 0 && isOnTheWhole()) {
                refusals.put("step-" + step, Text.of("rebate.wrong.falling", rateBefore, threshold(step)));
            }
            before = from == null ? before : from;
            rateBefore = paid == null ? rateBefore : paid;
        }
        if (steps == 0) {
            refusals.put("step-1", Text.of("rebate.wrong.noStep"));
        }
    }

    /// Of what lies above its step a lower rate still adds something; on the whole it would pay less for more.
    private boolean isOnTheWhole() {
        return of("spread").equals(Spread.WHOLE.code());
    }

    /// To be asked where nothing is refused.
    Wish wish() {
        Basis about = Basis.of(of("basis")).orElseThrow();
        List<LadderStep> steps = new ArrayList<>();
        for (int step = 1; step <= MOST_STEPS; step++) {
            if (!threshold(step).isEmpty()) {
                BigDecimal from = Objects.requireNonNull(number(threshold(step)));
                BigDecimal paid = Objects.requireNonNull(number(rate(step)));
                steps.add(new LadderStep(about == Basis.REVENUE ? from : from.movePointLeft(2), paid.movePointLeft(2)));
            }
        }
        return new Wish(
                of("name"),
                new LadderRule(about, Spread.of(of("spread")).orElseThrow(), steps),
                Cycle.of(of("cycle")).orElseThrow(),
                of("currency"),
                about == Basis.MIX ? chosen() : List.of(),
                Objects.requireNonNull(AgreedDays.day(of("from"))),
                of("until").isEmpty() ? null : AgreedDays.day(of("until")),
                isConfidential(),
                isConfidential() ? present(role) : List.of());
    }

    private List<String> chosen() {
        return present(category);
    }

    /// An empty one is sent along, so that a single choice with a comma in it stays one.
    private static List<String> present(@Nullable List<String> all) {
        return all == null
                ? List.of()
                : all.stream().filter(one -> !one.isBlank()).toList();
    }

    private BigDecimal greatest() {
        return switch (Basis.of(of("basis")).orElse(Basis.REVENUE)) {
            case REVENUE -> GREATEST_MONEY;
            case GROWTH -> GREATEST_PERCENT;
            case MIX -> HUNDRED;
        };
    }

    private static void choose(Map<String, Text> refusals, String field, boolean known) {
        if (!known) {
            refusals.put(field, Text.of("terms.wrong.choice"));
        }
    }

    private static String written(@Nullable List<String> all, int step) {
        return all == null || all.size() < step ? "" : Numeral.plain(all.get(step - 1));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static @Nullable BigDecimal number(String written) {
        return Numeral.number(written).map(BigDecimal::stripTrailingZeros).orElse(null);
    }
}

package mainstay.planning.need;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainstay.planning.Written;
import mainstay.shared.Money;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// Reads a need from its form.
public final class NeedForm {

    public static final List<String> KINDS = List.of("wish", "supply");
    public static final List<String> PRIORITIES = List.of("1", "2", "3");
    public static final List<String> STATES = List.of("open", "met", "dropped");
    /// What is asked of supplies: each beside what we can do, under the same name with `can` before it.
    public static final List<String> TERMS = List.of("leadDays", "batch", "deliveries", "cycleDays", "price");

    static final int LONGEST_LINE = 200;
    static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_DAYS = 3650;
    private static final int MOST_DELIVERIES = 3660;
    private static final BigDecimal SMALLEST = new BigDecimal("0.0001");
    private static final BigDecimal LARGEST = new BigDecimal("1000000000");

    private NeedForm() {}

    /// The form of a new need.
    static Written empty(LocalDate today) {
        return Written.fresh(Map.of("kind", "wish", "priority", "2", "state", "open", "voicedOn", today.toString()));
    }

    /// Its columns and their values. What is refused stands in the form.
    static Map<String, @Nullable Object> columns(Written form, LocalDate today) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("kind", form.choice("kind", KINDS));
        columns.put("title", form.needed("title", LONGEST_LINE));
        columns.put("detail", form.text("detail", LONGEST_TEXT));
        columns.put("priority", Integer.valueOf(form.choice("priority", PRIORITIES)));
        columns.put("source", form.needed("source", LONGEST_LINE));
        LocalDate voiced = form.neededDay("voicedOn", today);
        if (voiced.isAfter(today)) {
            form.refuse("voicedOn", Text.of("need.wrong.future"));
        }
        columns.put("voiced_on", voiced);
        columns.put("person_id", form.id("person"));
        columns.put("product", form.text("product", LONGEST_LINE));
        columns.put("unit", form.text("unit", 50));
        columns.put("training", form.ticked("training"));
        columns.put("survey", form.ticked("survey"));
        columns.put("answer", form.text("answer", LONGEST_TEXT));
        columns.put("state", form.choice("state", STATES));
        boolean supply = form.of("kind").equals("supply");
        terms(form, "", "", columns, supply);
        terms(form, "can", "can_", columns, supply);
        if (supply && TERMS.stream().noneMatch(form::has) && !form.ticked("training") && !form.ticked("survey")) {
            form.refuse("leadDays", Text.of("need.wrong.nothingAsked"));
        }
        return columns;
    }

    private static void terms(
            Written form, String field, String column, Map<String, @Nullable Object> columns, boolean supply) {
        columns.put(column + "lead_days", supply ? form.whole(named(field, "leadDays"), 0, LONGEST_DAYS) : null);
        columns.put(column + "batch", supply ? amount(form, named(field, "batch"), SMALLEST) : null);
        columns.put(column + "deliveries", supply ? form.whole(named(field, "deliveries"), 1, MOST_DELIVERIES) : null);
        columns.put(column + "cycle_days", supply ? form.whole(named(field, "cycleDays"), 1, LONGEST_DAYS) : null);
        columns.put(column + "price", supply ? amount(form, named(field, "price"), BigDecimal.ZERO) : null);
    }

    public static String named(String before, String field) {
        return before.isEmpty() ? field : before + Character.toUpperCase(field.charAt(0)) + field.substring(1);
    }

    private static @Nullable Long amount(Written form, String field, BigDecimal least) {
        BigDecimal number = form.number(field, least, LARGEST);
        return number == null ? null : Long.valueOf(Money.of(number).tenThousandths());
    }
}

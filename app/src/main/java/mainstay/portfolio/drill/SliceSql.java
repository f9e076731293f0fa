package mainstay.portfolio.drill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sums of a question, by key. Days and months by account answer where they can, lines where they must.
///
/// @param text       selects `key`, `now` and the sums of [Sales]
/// @param parameters its values
record SliceSql(String text, Map<String, @Nullable Object> parameters) {

    /// What was invoiced for money, as the roll-ups of the ledger count it.
    static final String GROSS = "not l.credit and coalesce(l.quantity, 1) > 0"
            + " and coalesce(l.price, l.original_amount, l.amount, 0) > 0";

    /// @param cut   null for the whole
    /// @param units whether lines are in units, which only they know
    static SliceSql of(Question question, @Nullable Cut cut, boolean units) {
        boolean rolled =
                !units && question.filter().fitsRollUps() && (cut == null || cut == Cut.MONTH || cut == Cut.ACCOUNT);
        Map<String, @Nullable Object> parameters = new HashMap<>();
        List<String> sources = new ArrayList<>();
        Days before = question.daysBefore();
        sources.add(source(question, cut, rolled, "now", question.days(), true, parameters));
        if (before != null) {
            boolean wholeMonths = question.isInStep() || cut != Cut.MONTH;
            sources.add(source(question, cut, rolled, "before", before, wholeMonths, parameters));
            if (cut == Cut.MONTH) {
                parameters.put("shift", question.shift());
            }
        }
        String roots = cut == Cut.ACCOUNT
                        && question.whose().group()
                        && question.whose().account() == null
                ? "left join accounts.pub_root(:asOf) r on r.account_id = s."
                        + question.whose().column()
                : "";
        String text = """
                select %s as key, s.now, sum(s.lines)::bigint as lines, sum(s.revenue)::bigint as revenue,
                       sum(s.returned)::bigint as returned, sum(s.known)::bigint as known,
                       case when sum(s.known_lines) > 0 then sum(s.known - s.cost)::bigint end as profit,
                       sum(s.orders)::bigint as orders, sum(s.unknown)::bigint as unknown,
                       case when min(s.first_unit) is not distinct from max(s.last_unit)
                            then sum(s.quantity)::bigint end as quantity,
                       min(s.first_unit) as unit, min(s.first_unit) <> max(s.last_unit) as mixed
                from (%s) s %s
                group by 1, 2
                """.formatted(key(cut, before != null, question), String.join(" union all ", sources), roots);
        return new SliceSql(text, withWhose(parameters, text, question));
    }

    private static String source(
            Question question,
            @Nullable Cut cut,
            boolean rolled,
            String prefix,
            Days days,
            boolean wholeMonths,
            Map<String, @Nullable Object> parameters) {
        parameters.put(prefix + "From", days.from());
        parameters.put(prefix + "To", days.to());
        String now = String.valueOf(prefix.equals("now"));
        if (rolled) {
            parameters.put(
                    prefix + "MonthsFrom",
                    wholeMonths ? days.monthsFrom() : days.to().plusDays(1));
            parameters.put(
                    prefix + "MonthsTo",
                    wholeMonths ? days.monthsTo() : days.to().plusDays(1));
            return rolled(prefix, now, Conditions.whose(question, "f"));
        }
        Conditions conditions = Conditions.of(question);
        parameters.putAll(conditions.parameters());
        return read(prefix, now, part(cut), conditions.text());
    }

    private static String rolled(String prefix, String now, String whose) {
        return """
                select f.now, f.account_id, f.bill_to_id, f.day, f.net_lines as lines, f.net_amount as revenue,
                       f.gross_amount - f.net_amount as returned, f.net_known_amount as known, f.net_cost as cost,
                       f.net_known_lines as known_lines, f.documents as orders, f.quantity, f.unknown_lines as unknown,
                       cast('' as text) as first_unit, cast('' as text) as last_unit
                from (select %2$s as now, m.account_id, m.bill_to_id, m.month as day, m.net_lines, m.net_amount, m.gross_amount,
                             m.net_known_amount, m.net_cost, m.net_known_lines, m.documents, m.quantity, m.unknown_lines
                      from ledger.pub_account_month m where m.month >= :%1$sMonthsFrom and m.month < :%1$sMonthsTo
                      union all
                      select %2$s, d.account_id, d.bill_to_id, d.day, d.net_lines, d.net_amount, d.gross_amount,
                             d.net_known_amount, d.net_cost, d.net_known_lines, d.documents, d.quantity, d.unknown_lines
                      from ledger.pub_account_day d where d.day between :%1$sFrom and :%1$sTo
                        and (d.day < :%1$sMonthsFrom or d.day >= :%1$sMonthsTo)) f
                where %3$s
                """.formatted(prefix, now, whose);
    }

    /// A document may have lines in several parts and counts in each of them.
    private static String read(String prefix, String now, String part, String conditions) {
        return """
                select %2$s as now, l.account_id, l.bill_to_id, l.date as day,
                       %3$s as part, count(*) as lines, coalesce(sum(l.amount), 0) as revenue,
                       coalesce(-sum(l.amount) filter (where not (%4$s)), 0) as returned,
                       coalesce(sum(l.amount) filter (where l.cost is not null), 0) as known, coalesce(sum(l.cost), 0) as cost,
                       count(l.cost) as known_lines, 1 as orders, sum(l.counted) as quantity,
                       count(*) filter (where l.amount is null) as unknown,
                       min(l.counted_in) filter (where l.quantity is not null) as first_unit,
                       max(l.counted_in) filter (where l.quantity is not null) as last_unit
                from ledger.pub_sales_line l
                where l.date between :%1$sFrom and :%1$sTo and %5$s
                group by l.document_id, l.account_id, l.bill_to_id, l.date, %3$s
                """.formatted(prefix, now, part, GROSS, conditions);
    }

    private static String part(@Nullable Cut cut) {
        return cut == Cut.CATEGORY
                ? "coalesce(l.category, '')"
                : cut == Cut.REGION
                        ? "coalesce(l.region, '')"
                        : cut == Cut.PRODUCT ? "coalesce(l.product_id::text, '')" : "cast('' as text)";
    }

    private static String key(@Nullable Cut cut, boolean compared, Question question) {
        if (cut == Cut.MONTH) {
            return compared
                    ? "to_char(case when s.now then s.day else s.day + cast(:shift as interval) end, 'YYYY-MM')"
                    : "to_char(s.day, 'YYYY-MM')";
        }
        if (cut == Cut.ACCOUNT) {
            return account(question.whose());
        }
        return cut == null ? "cast('' as text)" : "s.part";
    }

    private static String account(Whose whose) {
        return whose.group() && whose.account() == null
                ? "coalesce(r.root_id, s.%s, 0)::text".formatted(whose.column())
                : "coalesce(s.%s, 0)::text".formatted(whose.column());
    }

    private static Map<String, @Nullable Object> withWhose(
            Map<String, @Nullable Object> parameters, String text, Question question) {
        if (question.whose().account() != null) {
            parameters.put("account", question.whose().account());
        }
        if (text.contains(":asOf")) {
            parameters.put("asOf", question.whose().asOf());
        }
        return parameters;
    }
}

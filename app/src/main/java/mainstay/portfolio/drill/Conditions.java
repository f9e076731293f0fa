package mainstay.portfolio.drill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a line must be like to be in a slice, its day apart.
record Conditions(String text, Map<String, @Nullable Object> parameters) {

    static Conditions of(Question question) {
        Filter filter = question.filter();
        List<String> all = new ArrayList<>(List.of(whose(question, "l")));
        Map<String, @Nullable Object> parameters = new HashMap<>();
        named(all, parameters, "category", "l.category", filter.category());
        named(all, parameters, "region", "l.region", filter.region());
        if (filter.product() != null) {
            named(all, parameters, "product", "l.product_id::text", filter.product());
        }
        if (filter.document() != null) {
            all.add("l.document_id = :document");
            parameters.put("document", filter.document());
        }
        if (filter.gross()) {
            all.add(SliceSql.GROSS);
        }
        if (filter.returned()) {
            all.add("not (" + SliceSql.GROSS + ")");
        }
        if (filter.uncosted()) {
            all.add("l.cost is null");
        }
        return new Conditions(String.join(" and ", all), parameters);
    }

    /// Lines without a customer are nobody's and counted apart.
    static String whose(Question question, String table) {
        Whose whose = question.whose();
        if (question.filter().nobody()) {
            return table + ".account_id is null";
        }
        String column = table + "." + whose.column();
        if (whose.account() == null) {
            return table + ".account_id is not null";
        }
        return whose.group()
                ? column
                        + " in (select m.account_id from accounts.pub_members(:account, :asOf) m union select :account)"
                : column + " = :account";
    }

    private static void named(
            List<String> all,
            Map<String, @Nullable Object> parameters,
            String name,
            String column,
            @Nullable String value) {
        if (value == null) {
            return;
        }
        if (value.isEmpty()) {
            all.add("coalesce(%s, '') = ''".formatted(column));
        } else {
            all.add(column + " = :" + name);
            parameters.put(name, value);
        }
    }
}

package mainstay.ledger.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mainstay.ledger.file.Explanation.Arriving;
import mainstay.ledger.file.Explanation.ReasonCount;
import mainstay.ledger.file.Explanation.Trial;
import org.jspecify.annotations.Nullable;

/// Reads the first rows of a file as an import would.
final class RowTrial {

    private static final int BEFORE_FIELDS = 2;
    private static final int REASONS = 20;

    private final Mapping mapping;
    private final List<Field> staged;
    private final List<Field> shown;
    private final List<Arriving> rows = new ArrayList<>();
    private final Map<String, ReasonCount> reasons = new LinkedHashMap<>();
    private long tried;
    private long bad;
    private long amount;
    private boolean amounts;

    RowTrial(Mapping mapping) {
        this.mapping = mapping;
        this.staged = mapping.kind().staged();
        this.shown = staged.stream()
                .filter(field -> mapping.readers().containsKey(field))
                .toList();
    }

    Trial of(Table table, Profile profile, Lookup lookup) throws FileRefused {
        boolean more = false;
        CopyText text = new CopyText();
        try (LedgerRows all = new LedgerRows(table, profile, lookup, mapping)) {
            while (tried < Explanation.ROWS_TRIED && all.next(text)) {
                tried++;
                take(all, new String(text.drain(), StandardCharsets.UTF_8));
            }
            more = tried == Explanation.ROWS_TRIED && all.next(text);
        }
        List<ReasonCount> counted = reasons.values().stream()
                .sorted(Comparator.comparingLong(ReasonCount::rows).reversed())
                .limit(REASONS)
                .toList();
        return new Trial(shown, List.copyOf(rows), tried, bad, !more, amounts ? amount : null, counted);
    }

    private void take(LedgerRows all, String copied) {
        List<RowProblem> problems = all.problems();
        List<@Nullable String> values = problems.isEmpty() ? values(copied) : List.of();
        if (problems.isEmpty()) {
            add(values);
        } else {
            bad++;
            problems.forEach(this::count);
        }
        if (rows.size() < Explanation.ROWS_SHOWN) {
            List<String> seen = problems.isEmpty() ? shown(values) : List.of();
            rows.add(new Arriving(all.line(), seen, problems));
        }
    }

    private void count(RowProblem problem) {
        reasons.merge(
                problem.reason() + " " + problem.column(),
                new ReasonCount(problem, 1),
                (known, one) -> new ReasonCount(known.first(), known.rows() + 1));
    }

    /// Amounts of several currencies make no sum.
    private void add(List<@Nullable String> values) {
        int at = mapping.kind().field("amount").map(staged::indexOf).orElse(-1);
        String value = at < 0 ? null : values.get(at);
        if (value != null && !mapping.maps("currency")) {
            amounts = true;
            amount = Math.addExact(amount, Long.parseLong(value));
        }
    }

    private List<String> shown(List<@Nullable String> values) {
        return shown.stream()
                .map(field -> {
                    String value = values.get(staged.indexOf(field));
                    return value == null ? "" : value;
                })
                .toList();
    }

    private List<@Nullable String> values(String copied) {
        List<String> cells = List.of(copied.substring(0, copied.length() - 1).split("\t", -1));
        List<@Nullable String> values = new ArrayList<>();
        for (String cell : cells.subList(BEFORE_FIELDS, cells.size())) {
            values.add(cell.equals("\\N") ? null : plain(cell));
        }
        return values;
    }

    private static String plain(String cell) {
        return cell.indexOf('\\') < 0
                ? cell
                : cell.replace("\\t", " ")
                        .replace("\\n", " ")
                        .replace("\\r", " ")
                        .replace("\\\\", "\\");
    }
}

package mainstay.ledger.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The values of each column in the sampled rows, blanks left out.
final class Sample {

    private final Map<Integer, List<String>> values = new HashMap<>();
    private final Map<Integer, NumberForm> forms = new HashMap<>();

    Sample(Table table, Columns columns, Lookup lookup) {
        Row row = new Row(columns, table.remarks() > 0);
        for (TableRow read : table.sample()) {
            row.with(read, lookup.beside(read).orElse(List.of()));
            for (int i = 0; i < columns.names().size(); i++) {
                String value = row.get(i);
                if (!value.isEmpty() && !read.faults().containsKey(i)) {
                    values.computeIfAbsent(i, column -> new ArrayList<>()).add(value);
                }
            }
        }
    }

    List<String> of(int column) {
        return values.getOrDefault(column, List.of());
    }

    NumberForm numberForm(int column) {
        return forms.computeIfAbsent(column, index -> NumberForm.of(of(index)));
    }
}

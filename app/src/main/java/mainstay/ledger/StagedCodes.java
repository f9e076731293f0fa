package mainstay.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import mainstay.ledger.file.CopyText;
import org.jspecify.annotations.Nullable;

/// What the codes of a file stand for, and what the file says about them: written down at the first line that speaks of
/// a code, and at each line from which on it says something else.
final class StagedCodes {

    private final Map<String, Long> known;
    private final LongSupplier unused;
    private final Map<String, Told> told = new HashMap<>();
    private final CopyText rows = new CopyText();

    /// @param known what codes stand for already
    /// @param unused numbers for codes that nobody knows yet
    StagedCodes(Map<String, Long> known, LongSupplier unused) {
        this.known = known;
        this.unused = unused;
    }

    private static final class Told {
        private final long id;
        private boolean named;
        private boolean billed;
        private @Nullable String name;
        private @Nullable String category;

        private Told(long id) {
            this.id = id;
        }
    }

    CopyText rows() {
        return rows;
    }

    long customer(String code, @Nullable String name, long fileLine) {
        Told account = told(code);
        if (!account.named || !Objects.equals(account.name, name)) {
            account.named = true;
            account.name = name;
            write(account, code, fileLine, name);
            rows.flag(false);
            rows.endRow();
        }
        return account.id;
    }

    long billed(String code, long fileLine) {
        Told account = told(code);
        if (!account.billed) {
            account.billed = true;
            write(account, code, fileLine, null);
            rows.flag(true);
            rows.endRow();
        }
        return account.id;
    }

    long product(String code, @Nullable String name, @Nullable String category, long fileLine) {
        Told product = told(code);
        if (!product.named || !Objects.equals(product.name, name) || !Objects.equals(product.category, category)) {
            product.named = true;
            product.name = name;
            product.category = category;
            write(product, code, fileLine, name);
            write(category);
            rows.endRow();
        }
        return product.id;
    }

    private Told told(String code) {
        Told before = told.get(code);
        if (before != null) {
            return before;
        }
        Long id = known.get(code);
        Told first = new Told(id == null ? unused.getAsLong() : id);
        told.put(code, first);
        return first;
    }

    private void write(Told account, String code, long fileLine, @Nullable String name) {
        rows.startRow(account.id);
        rows.text(code);
        rows.number(fileLine);
        write(name);
    }

    private void write(@Nullable String value) {
        if (value == null) {
            rows.nothing();
        } else {
            rows.text(value);
        }
    }
}

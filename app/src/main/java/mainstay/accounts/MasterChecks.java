package mainstay.accounts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import mainstay.accounts.MasterProblem.Reason;
import org.jspecify.annotations.Nullable;

/// Checks of an account file that need no database but the codes it knows already.
final class MasterChecks {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int LONGEST_TERM = 3650;

    private final Map<String, AccountMaster> good = new LinkedHashMap<>();
    private final List<MasterProblem> problems = new ArrayList<>();

    MasterChecks(List<AccountMaster> rows) {
        for (AccountMaster row : rows) {
            MasterProblem problem = problemOf(row);
            if (problem != null) {
                problems.add(problem);
            } else {
                good.put(row.code(), row);
            }
        }
    }

    private @Nullable MasterProblem problemOf(AccountMaster row) {
        if (!AccountAddress.isUsable(row.code())) {
            return new MasterProblem(row.line(), AccountField.NAME, Reason.UNUSABLE_CODE, row.code());
        }
        if (good.containsKey(row.code())) {
            return new MasterProblem(row.line(), AccountField.NAME, Reason.REPEATED_CODE, row.code());
        }
        BigDecimal holding = row.holding();
        if (holding != null && (holding.signum() < 0 || holding.compareTo(WHOLE) > 0)) {
            return new MasterProblem(
                    row.line(), AccountField.PARENT, Reason.HOLDING_OUT_OF_RANGE, holding.toPlainString());
        }
        Long limit = row.creditLimit();
        if (limit != null && limit < 0) {
            return new MasterProblem(row.line(), AccountField.CREDIT_LIMIT, Reason.LIMIT_NEGATIVE, limit.toString());
        }
        Integer term = row.paymentTermDays();
        if (term != null && (term < 0 || term > LONGEST_TERM)) {
            return new MasterProblem(row.line(), AccountField.PAYMENT_TERM, Reason.TERM_OUT_OF_RANGE, term.toString());
        }
        LocalDate opened = row.openedOn();
        LocalDate closed = row.closedOn();
        if (opened != null && closed != null && closed.isBefore(opened)) {
            return new MasterProblem(
                    row.line(), AccountField.CLOSED_ON, Reason.CLOSED_BEFORE_OPENED, closed.toString());
        }
        return null;
    }

    /// Drops rows whose parent is neither known nor a good row of this file.
    ///
    /// @param known which of the given codes the register has already
    void dropOrphans(Function<Set<String>, Set<String>> known) {
        Set<String> outside = new HashSet<>();
        good.values().forEach(row -> {
            if (row.parent() != null && !good.containsKey(row.parent())) {
                outside.add(row.parent());
            }
        });
        Set<String> present = outside.isEmpty() ? Set.of() : known.apply(outside);
        boolean dropped;
        do {
            dropped = good.values().removeIf(row -> isOrphan(row, present));
        } while (dropped);
    }

    private boolean isOrphan(AccountMaster row, Set<String> present) {
        String parent = row.parent();
        boolean orphan = parent != null && !good.containsKey(parent) && !present.contains(parent);
        if (orphan) {
            problems.add(new MasterProblem(row.line(), AccountField.PARENT, Reason.UNKNOWN_PARENT, parent));
        }
        return orphan;
    }

    List<AccountMaster> good() {
        return List.copyOf(good.values());
    }

    List<MasterProblem> problems() {
        return problems;
    }
}

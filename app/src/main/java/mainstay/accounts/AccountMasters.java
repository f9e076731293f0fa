package mainstay.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes account files in and out. The rows of a batch stay; the newest that stands wins.
@Service
@Transactional
public class AccountMasters {

    private final AccountRegister register;
    private final MasterRows rows;
    private final Standing standing;
    private final Managers managers;

    AccountMasters(AccountRegister register, MasterRows rows, Standing standing, Managers managers) {
        this.register = register;
        this.rows = rows;
        this.standing = standing;
        this.managers = managers;
    }

    /// Applies the good rows of a file.
    ///
    /// @param given the fields that the file has columns for; others stay as they are
    public Outcome apply(long batchId, String source, Set<AccountField> given, List<AccountMaster> file) {
        register.lock();
        MasterChecks checks = new MasterChecks(file);
        checks.dropOrphans(codes -> register.known(source, codes));
        List<AccountMaster> good = checks.good();
        List<MasterProblem> problems = new ArrayList<>(checks.problems());
        String[] codes = good.stream().map(AccountMaster::code).toArray(String[]::new);
        int created = register.registerCodes(source, codes, new String[codes.length], batchId);
        managers.keep(good);
        rows.insert(batchId, source, AccountField.bits(given), good);
        standing.restore(batchId);

        Set<Long> circling = GroupCircles.in(rows.links());
        if (!circling.isEmpty()) {
            problems.addAll(rows.drop(batchId, circling));
            created -= register.setAside(batchId);
            standing.restore(batchId);
        }
        managers.grant();
        return new Outcome(created, file.size() - problems.size(), List.copyOf(problems));
    }

    public void withdraw(long batchId) {
        register.lock();
        rows.withdraw(batchId);
        register.withdraw(batchId);
        rows.unlink(GroupCircles.in(rows.links()), batchId);
        managers.grant();
    }

    /// How taking a file ended.
    ///
    /// @param created accounts that were not known before
    public record Outcome(int created, int accepted, List<MasterProblem> problems) {

        public Set<Long> badLines() {
            return problems.stream().map(MasterProblem::line).collect(Collectors.toSet());
        }
    }
}

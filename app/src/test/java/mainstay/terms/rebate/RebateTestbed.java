package mainstay.terms.rebate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.identity.Grants;
import mainstay.identity.Level;
import mainstay.identity.User;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;

/// Ladders in force, and agreements on them, without the people who would decide.
final class RebateTestbed {

    private final Accounts accounts;
    private final Accruals accruals;
    private final Rebates rebates;

    RebateTestbed(Accounts accounts, Accruals accruals, Rebates rebates) {
        this.accounts = accounts;
        this.accruals = accruals;
        this.rebates = rebates;
    }

    /// On revenue, the rate of the step that is reached on everything.
    ///
    /// @param steps threshold and rate, in turn
    void ladder(String name, String period, String from, double... steps) {
        inside(
                "insert into terms.ladder (name, confidential, roles, author, created_at) values ('%s', false, '{}', 'story', now())"
                        .formatted(name),
                """
                insert into terms.ladder_version (ladder_id, version, basis, period, spread, currency, categories, valid_from, author,
                                                  drafted_at, published_by, published_at)
                select id, 1, 'revenue', '%s', 'whole', 'CNY', '{}', '%s', 'story', now(), 'story', now()
                from terms.ladder where name = '%s'
                """.formatted(period, from, name));
        for (int step = 0; step < steps.length; step += 2) {
            inside("""
                    insert into terms.ladder_step (version_id, ladder_id, place, threshold, rate)
                    select v.id, v.ladder_id, %d, %s, %s
                    from terms.ladder_version v join terms.ladder l on l.id = v.ladder_id where l.name = '%s'
                    """.formatted(1 + step / 2, steps[step], steps[step + 1], name));
        }
    }

    void agree(String code, String ladder, String from, boolean wholeGroup) {
        inside("""
                insert into terms.agreement (account_id, measure, word, valid_from, reason, asked_by, asked_at, granted_at, whole_group)
                select id, 'rebateLadder', '%s', '%s', 'story', 'story', now(), now(), %s from accounts.account where code = '%s'
                """.formatted(ladder, from, wholeGroup, code));
    }

    /// As if it had never held, for everybody.
    void ended(String ladder) {
        inside("update terms.agreement set ended_on = valid_from, ended_by = 'story' where word = '%s'"
                .formatted(ladder));
    }

    /// As if it had never held, for one account.
    void ended(String code, String ladder) {
        inside(
                "update terms.agreement set ended_on = valid_from, ended_by = 'story' where word = '%s' and account_id = %d"
                        .formatted(ladder, id(code)));
    }

    /// Accounts that a manager sees whole, and no others by this cause.
    void shown(Grants grants, String cause, User manager, String... codes) {
        Map<Long, Long> seen =
                Arrays.stream(codes).map(this::id).collect(Collectors.toMap(Function.identity(), id -> manager.id()));
        Acting.asOperator(() -> {
            grants.replace(cause, seen, Level.FULL);
            return null;
        });
    }

    /// The year is over, and these had the stars for the ladder then.
    void byStars(String ladder, String... codes) {
        for (String code : codes) {
            inside("""
                    insert into terms.accrual (ladder_id, account_id, period_from, period_to, version_id, counts_from, counts_to, whole_group,
                                               agreed)
                    select l.id, %d, '2025-01-01', '2025-12-31', v.id, '2025-01-01', '2025-12-31', false, false
                    from terms.ladder l join terms.ladder_version v on v.ladder_id = l.id where l.name = '%s'
                    """.formatted(id(code), ladder));
        }
        // Something else that accruals rest on, so that the next look reckons anew.
        inside("delete from terms.accrual_run");
    }

    /// Granted at once.
    void book(Rebate rebate, String kind, long amount) {
        inside("""
                insert into terms.rebate_booking (account_id, ladder_id, period_from, kind, amount, reason, asked_by, asked_at, granted_at)
                values (%d, %d, '%s', '%s', %d, 'story', 'story', now(), now())
                """.formatted(rebate.accountId(), rebate.ladderId(), rebate.periodFrom(), kind, amount));
    }

    /// As the owner of the database.
    void inside(String... statements) {
        TestServer.executeAt(StoryDatabase.ownerUrl(), statements);
    }

    long id(String code) {
        return Acting.asOperator(() -> accounts.byCode(code).orElseThrow().id());
    }

    /// By all ladders, brought up to now, the newest first.
    List<Rebate> of(String code) {
        accruals.ensureCurrent();
        return Acting.asOperator(() -> rebates.of(id(code)));
    }

    /// Of a period that begins on a day.
    Rebate of(String code, String ladder, String from) {
        return of(code).stream()
                .filter(one -> one.ladder().equals(ladder)
                        && one.periodFrom().toString().equals(from))
                .findFirst()
                .orElseThrow();
    }
}

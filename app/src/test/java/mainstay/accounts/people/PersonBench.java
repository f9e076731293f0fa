package mainstay.accounts.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.User;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes people down as the local operator, and asks the database as the application's own role.
@TestComponent
public class PersonBench {

    private final PersonDesk desk;
    private final PersonMergeDesk merges;
    private final Accounts accounts;
    private final JdbcClient database;
    private final TransactionTemplate transactions;

    PersonBench(
            PersonDesk desk,
            PersonMergeDesk merges,
            Accounts accounts,
            JdbcClient database,
            PlatformTransactionManager manager) {
        this.desk = desk;
        this.merges = merges;
        this.accounts = accounts;
        this.database = database;
        this.transactions = new TransactionTemplate(manager);
    }

    /// @param contacts kinds and values in turns
    public static PersonForm form(String name, String latin, String... contacts) {
        List<String> kinds = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < contacts.length; i += 2) {
            kinds.add(contacts[i]);
            values.add(contacts[i + 1]);
        }
        return new PersonForm(
                name, latin, "", kinds, values, null, null, null, null, null, "", PersonForm.newSubmission(), "yes");
    }

    public static PositionForm position(String function, String from, String until) {
        return new PositionForm("", "", "", function, from, until, "", PersonForm.newSubmission());
    }

    public long add(String account, String name, String... contacts) {
        return add(account, form(name, "", contacts), position("purchasing", "2020-01-01", ""));
    }

    public long add(String account, PersonForm form, PositionForm position) {
        return kept(Acting.asOperator(() -> desk.add(accounts.byCode(account).orElseThrow(), form, position)));
    }

    public long place(long person, String account, PositionForm form) {
        return kept(Acting.asOperator(
                () -> desk.place(person, accounts.byCode(account).orElseThrow(), form)));
    }

    public void merge(long survivor, long merged) {
        Acting.asOperator(() -> {
            merges.merge(survivor, merged);
            return null;
        });
    }

    private static long kept(PersonOutcome outcome) {
        if (outcome instanceof PersonOutcome.Kept kept) {
            return kept.person();
        }
        throw new IllegalStateException(outcome.toString());
    }

    public long count(User reader, String sql) {
        return count(Actor.of(reader), sql);
    }

    public long count(Actor reader, String sql) {
        return ask(reader, () -> database.sql(sql).query(Long.class).single());
    }

    /// Single column, as text.
    public List<String> texts(User reader, String sql) {
        return ask(
                Actor.of(reader),
                () -> Arrays.asList(database.sql(sql)
                        .query((row, number) -> row.getString(1))
                        .list()
                        .toArray(String[]::new)));
    }

    public int run(User reader, String sql) {
        return ask(Actor.of(reader), () -> database.sql(sql).update());
    }

    private <T> T ask(Actor reader, Supplier<T> question) {
        return Acting.as(reader, () -> Objects.requireNonNull(transactions.execute(status -> question.get())));
    }
}

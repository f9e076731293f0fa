package mainstay.accounts;

import java.util.List;
import java.util.Objects;
import mainstay.accounts.AssignmentOutcome.Refused;
import mainstay.identity.Holdings;
import mainstay.identity.User;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Accounts that somebody manages.
@Component
@Transactional
class ManagedAccounts implements Holdings {

    private final JdbcClient database;
    private final AssignmentDesk desk;

    ManagedAccounts(JdbcClient database, AssignmentDesk desk) {
        this.database = database;
        this.desk = desk;
    }

    @Override
    public String kind() {
        return "accounts";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Held> of(User person) {
        return database.sql("""
                        select a.code, a.name from accounts.pub_account a where a.manager_id = :person
                        order by a.name collate "zh-x-icu", a.id
                        """)
                .param("person", person.id())
                .query((row, number) -> new Held(
                        Text.of("holding.manager"),
                        row.getString("name"),
                        AccountCard.pathOf(row.getString("code")),
                        true))
                .list();
    }

    @Override
    public List<User> heirs(User person, List<User> people) {
        return people.stream().filter(Assignees::mayManage).toList();
    }

    @Override
    public List<Passed> pass(User person, @Nullable User heir, String reason) {
        List<Held> held = of(person);
        if (desk.pass(person.id(), Objects.requireNonNull(heir).id()) instanceof Refused refused) {
            throw new Problem.Invalid(refused.messageKey(), refused.argument());
        }
        return Passed.all(held, Fate.TAKEN);
    }
}

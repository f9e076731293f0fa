package mainstay.accounts;

import java.util.List;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The columns that the reader's role reaches. Somebody with grants on single accounts gets them all: the figures
/// of the other accounts stay empty.
@Component
class SeenColumns {

    private final Accounts accounts;
    private final JdbcClient database;

    SeenColumns(Accounts accounts, JdbcClient database) {
        this.accounts = accounts;
        this.database = database;
    }

    /// Those of the cards that can have something to show. Limits and payment terms stay with who reaches money, on
    /// all accounts or on some.
    List<OwnColumn> own(List<OwnColumn> columns) {
        return columns.stream().allMatch(column -> column.needed() == Level.CARD) || mayReadTerms()
                ? columns
                : columns.stream()
                        .filter(column -> column.needed() == Level.CARD)
                        .toList();
    }

    private boolean mayReadTerms() {
        Actor actor = Acting.actor();
        return actor.reaches(Level.BUSINESS)
                || actor.reach() == Level.NONE
                || database.sql("select exists (select from identity.pub_own_grant where level >= :level)")
                        .param("level", Level.BUSINESS.number())
                        .query(Boolean.class)
                        .single();
    }

    /// Those of other modules.
    List<AccountColumn> all() {
        return accounts.columns().stream()
                .filter(column -> Acting.now()
                        .map(actor ->
                                actor.reaches(column.needed()) || actor.reach().number() == 0)
                        .orElse(false))
                .toList();
    }
}

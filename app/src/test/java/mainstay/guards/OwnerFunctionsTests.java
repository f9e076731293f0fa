package mainstay.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Level;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Functions that run as the owner pass every policy, so each refuses whoever may not do what it does.
@Story
class OwnerFunctionsTests {

    private static final Map<String, String> FOR_EVERYBODY = everybody(
            "activity.overfull", "which of some colleagues have no room in a day, not what fills it",
            "accounts.pub_controls_unseen", "that an account which the reader may see controls another, not which",
            "accounts.called_elsewhere", "codes and names of accounts, of those only that the reader may see",
            "accounts.find_people", "numbers of people, of those only that the reader may see",
            "accounts.is_person_code", "whether a person has a code, not who",
            "accounts.names_of_merged", "other names of a person whom the reader may see",
            "accounts.people_alike", "numbers of people, of those only that the reader may see",
            "accounts.matching", "numbers of accounts, of those only that the reader may see",
            "accounts.search", "numbers of accounts, of those only that the reader may see",
            "accounts.search_is_due", "whether names have changed, not which",
            "accounts.words_like", "words that put a misspelt one right, not whose they are",
            "accounts.pub_level", "how much the reader may see of an account, by his own role and grants",
            "accounts.under_unseen", "that an account which the reader may see stands under another, not which",
            "accounts.survivor_of", "the number of an account only, which is looked up again under the policy",
            "approvals.withdraw_for", "asks itself for directors and administrators",
            "approvals.heirs", "asks itself for directors and administrators",
            "approvals.pass_on", "asks itself for directors and administrators",
            "workbench.held_by", "asks itself for directors and administrators",
            "workbench.pass_on", "asks itself for directors and administrators",
            "team.hours", "sums of minutes of oneself and of whom one leads; it asks that itself",
            "team.recorded_since", "first days on record of the same people; it asks that itself",
            "team.peak_share", "a sum of shares of working time, nothing of the accounts",
            "dossier.alone", "whether the firm has anybody else, which the list of colleagues tells everybody",
            "dossier.answers", "whether oneself answers for an archive",
            "dossier.close_loan", "ends what one borrowed or answers for; it asks that itself",
            "dossier.give_custody", "asks itself for directors and administrators",
            "dossier.holders", "which colleagues answer for an archive, nothing of the account",
            "dossier.may_name", "whether oneself may name others",
            "accounts.person_in_place_of", "the number of a person whom the reader sees; it asks that itself",
            "dossier.gifts_of_year", "a sum of gifts, of people only whom the reader sees",
            "dossier.personal_people", "names of people, for who may read what is personal; it asks that itself",
            "dossier.name_member", "asks itself who answers for the archive",
            "dossier.search", "numbers of facts and documents, of those only that the reader may see",
            "dossier.search_is_due", "whether something was written, not what",
            "ledger.batch_origin",
                    "file, person and day for whoever is signed in; no figures, and it asks that itself");

    /// Who changes the ledger sees its money; who rebuilds it sees everything.
    private static final Map<Level, Set<String>> NEEDED = Map.of(
            Level.BUSINESS,
            Set.of(
                    "accounts.inherit_grants",
                    "accounts.merge_people",
                    "accounts.part_people",
                    "accounts.reattribute_people",
                    "accounts.sort_in_search",
                    "activity.follow_people",
                    "activity.reattribute",
                    "activity.reattribute_activities",
                    "approvals.hand_to_custodians",
                    "approvals.reattribute",
                    "dossier.decline_loan",
                    "dossier.decide_gift",
                    "dossier.follow_documents",
                    "dossier.follow_gifts",
                    "dossier.follow_person",
                    "dossier.open_loan",
                    "dossier.reattribute",
                    "dossier.reattribute_gifts",
                    "dossier.reattribute_documents",
                    "dossier.reattribute_loans",
                    "dossier.reattribute_personal",
                    "ledger.advance",
                    "ledger.apply_rates",
                    "ledger.bury_dead_imports",
                    "ledger.check_sales",
                    "ledger.close_staging",
                    "ledger.date_receivables",
                    "ledger.follow_merges",
                    "ledger.measure_batch",
                    "ledger.measure_staging",
                    "ledger.note_places",
                    "ledger.note_units",
                    "ledger.open_sales_staging",
                    "ledger.open_staged_month",
                    "ledger.open_staging",
                    "ledger.prepare_staged_month",
                    "ledger.publish_deliveries",
                    "ledger.publish_orders",
                    "ledger.publish_payments",
                    "ledger.publish_products",
                    "ledger.publish_rates",
                    "ledger.publish_receivables",
                    "ledger.publish_sales",
                    "ledger.publish_sell_out",
                    "ledger.publish_territories",
                    "ledger.reattribute",
                    "ledger.reopen_staged_month",
                    "ledger.staged_account_files",
                    "ledger.staged_accounts",
                    "ledger.staged_codes",
                    "ledger.staged_summary",
                    "ledger.withdraw_items",
                    "ledger.withdraw_products",
                    "ledger.withdraw_rows",
                    "ledger.withdraw_sales",
                    "planning.decide_plan",
                    "planning.follow_people",
                    "planning.reattribute",
                    "portfolio.measure_standings",
                    "portfolio.reattribute",
                    "rating.measure_ratings",
                    "rating.reattribute",
                    "team.reattribute",
                    "terms.measure_accruals",
                    "terms.reattribute",
                    "terms.reckons_by_fiscal_years"),
            Level.FULL,
            Set.of(
                    "accounts.erase_person",
                    "activity.forget_people",
                    "dossier.disclose",
                    "dossier.forget_documents",
                    "dossier.forget_expired",
                    "dossier.forget_gift_words",
                    "dossier.forget_people",
                    "dossier.forget_fact_drafts",
                    "dossier.seal_looks",
                    "identity.forget_sign_ins",
                    "ledger.astray",
                    "ledger.rebuild_roll_ups"));

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final Cast cast;

    @Autowired
    OwnerFunctionsTests(JdbcClient database, PlatformTransactionManager transactions, Cast cast) {
        this.database = database;
        this.transactions = new TransactionTemplate(transactions);
        this.cast = cast;
    }

    private record OwnerFunction(String name, String call) {}

    /// Names with the reason why each is open, in turns.
    private static Map<String, String> everybody(String... namesAndReasons) {
        Map<String, String> open = new HashMap<>();
        for (int i = 0; i < namesAndReasons.length; i += 2) {
            open.put(namesAndReasons[i], namesAndReasons[i + 1]);
        }
        return open;
    }

    @Test
    void every_function_of_the_owner_is_open_to_everybody_or_needs_a_level() {
        Set<String> known = new TreeSet<>(FOR_EVERYBODY.keySet());
        NEEDED.values().forEach(known::addAll);
        assertThat(functions()).extracting(OwnerFunction::name).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void each_function_refuses_whoever_is_one_level_below_and_nobody_at_its_own() {
        NEEDED.forEach((needed, names) -> functions().stream()
                .filter(function -> names.contains(function.name()))
                .forEach(function -> {
                    Level below = Arrays.stream(Level.values())
                            .filter(level -> level.number() == needed.number() - 1)
                            .findFirst()
                            .orElseThrow();
                    assertThat(refuses(function, below)).as(function.name()).isTrue();
                    assertThat(refuses(function, needed)).as(function.name()).isFalse();
                }));
    }

    @Test
    void names_of_staging_tables_are_not_free() {
        for (String name : List.of("batch", "../sales_row", "sales_row; drop table ledger.batch", "nothing_row")) {
            assertThatThrownBy(() -> cast.as(
                            cast.controller(),
                            () -> transactions.execute(
                                    status -> database.sql("select accepted from ledger.staged_summary(:name, null, 1)")
                                            .param("name", name)
                                            .query(Long.class)
                                            .single())))
                    .hasMessageContaining("there is no staging table");
        }
    }

    /// Whether for want of a level: with no arguments many fail in some other way.
    private boolean refuses(OwnerFunction function, Level reach) {
        try {
            Acting.as(
                    new Actor(null, "somebody", null, reach),
                    () -> transactions.execute(status -> {
                        status.setRollbackOnly();
                        return database.sql("select " + function.call() + "::text")
                                .query()
                                .listOfRows();
                    }));
            return false;
        } catch (DataAccessException refused) {
            return NestedExceptionUtils.getMostSpecificCause(refused) instanceof SQLException cause
                    && "42501".equals(cause.getSQLState());
        }
    }

    private List<OwnerFunction> functions() {
        return cast.as(
                cast.viewer(),
                () -> transactions.execute(status -> database.sql("""
                        select n.nspname || '.' || p.proname as name,
                               format('%I.%I(%s)', n.nspname, p.proname,
                                      (select coalesce(string_agg('null::' || format_type(t.type, null), ', ' order by t.place), '')
                                       from unnest(p.proargtypes) with ordinality t (type, place))) as call
                        from pg_proc p
                        join pg_namespace n on n.oid = p.pronamespace
                        where p.prosecdef and p.prorettype <> 'trigger'::regtype
                          and n.nspname not in ('pg_catalog', 'information_schema')
                          and has_function_privilege('mainstay_app', p.oid, 'execute')
                        order by 1
                        """)
                        .query((row, number) -> new OwnerFunction(row.getString("name"), row.getString("call")))
                        .list()));
    }
}

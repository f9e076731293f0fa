package mainstay.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mainstay.identity.Acting;
import mainstay.identity.Grants;
import mainstay.identity.Level;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportReport;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.postgres.DatabaseAccess;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What the application's own role sees with plain SQL, past every line of Java.
@Story
class RowLevelSecurityTests {

    private static final String SALES = """
            customer,customer name,document,date,amount,cost
            NORTH,North Star,1,2026-10-01,1000,600
            SOUTH,South Cross,2,2026-10-02,500,700
            ,,3,2026-10-03,40,10
            """;

    @Autowired
    ImportDesk desk;

    @Autowired
    Grants grants;

    @Autowired
    Cast cast;

    private long north;

    @BeforeEach
    void a_small_ledger() throws IOException {
        bring(Kind.SALES, SALES);
        bring(Kind.ACCOUNTS, "code,name,credit limit\nNORTH,North Star,5000\n");
        north = number("operator", null, 3, "select id from accounts.account where code = 'NORTH'");
    }

    private void bring(Kind kind, String rows) throws IOException {
        Path file = Files.createTempFile("rows", ".csv");
        Files.writeString(file, rows);
        ImportReport report = Acting.asOperator(() -> desk.run(ImportRequest.of(file, MappingWish.of(kind))));
        assertThat(report.problems()).isEmpty();
    }

    @Test
    void every_table_with_account_data_has_policies() throws SQLException {
        List<String> bare = new ArrayList<>();
        try (Connection owner = DriverManager.getConnection(StoryDatabase.ownerUrl());
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select c.oid::regclass::text from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and not c.relrowsecurity
                          and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'staging')
                          and has_table_privilege('mainstay_app', c.oid, 'select')
                          and exists (select 1 from pg_attribute a
                                      where a.attrelid = c.oid and a.attname in ('account_id', 'bill_to_id'))
                        """)) {
            while (rows.next()) {
                bare.add(rows.getString(1));
            }
        }

        assertThat(bare).isEmpty();
    }

    @Test
    void views_for_others_ask_with_the_rights_of_the_reader() throws SQLException {
        List<String> open = new ArrayList<>();
        try (Connection owner = DriverManager.getConnection(StoryDatabase.ownerUrl());
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('v', 'm')
                          and n.nspname not in ('pg_catalog', 'information_schema', 'public')
                          and not coalesce(c.reloptions::text like '%security_invoker=true%', false)
                        """)) {
            while (rows.next()) {
                open.add(rows.getString(1));
            }
        }

        assertThat(open)
                .as("policies ask it for every table, and it shows the reader's own grants alone")
                .containsExactly("identity.standing_grant");
    }

    @Test
    void nobody_sees_nothing() {
        assertThat(count(null, 0, "accounts.account")).isZero();
        assertThat(count(null, 0, "ledger.pub_sales_line")).isZero();
        assertThat(count(null, 0, "ledger.pub_account_day")).isZero();
        assertThat(count(null, 0, "activity.entry")).isZero();
    }

    @Test
    void a_viewer_sees_cards_and_no_money() {
        User viewer = cast.viewer();

        assertThat(count(viewer.id(), 1, "accounts.pub_account")).isEqualTo(2);
        assertThat(count(viewer.id(), 1, "ledger.pub_sales_line")).isZero();
        assertThat(number("viewer", viewer.id(), 1, "select coalesce(sum(net_amount), 0) from ledger.pub_account_day"))
                .isZero();
    }

    @Test
    void a_credit_limit_is_money_too() {
        for (String limits : List.of(
                "select count(credit_limit) from accounts.pub_account",
                "select count(credit_limit) from accounts.terms",
                "select count(credit_limit) from accounts.master")) {
            assertThat(number("viewer", cast.viewer().id(), 1, limits))
                    .as(limits)
                    .isZero();
            assertThat(number("agent", cast.agent().id(), 1, limits)).as(limits).isZero();
            assertThat(number("controller", cast.controller().id(), 2, limits))
                    .as(limits)
                    .isPositive();
        }
    }

    @Test
    void no_column_below_the_level_of_terms_holds_any() throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection owner = DriverManager.getConnection(StoryDatabase.ownerUrl());
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select a.attrelid::regclass::text || '.' || a.attname
                        from pg_attribute a join pg_class c on c.oid = a.attrelid
                        where c.relkind = 'r' and c.relnamespace = 'accounts'::regnamespace
                          and a.attname in ('credit_limit', 'payment_term_days')
                          and not exists (select 1 from pg_policies p
                                          where p.schemaname = 'accounts' and p.tablename = c.relname
                                            and p.cmd = 'SELECT' and p.qual ~ 'reach.*>= 2.*g.level >= 2')
                        """)) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }

        assertThat(columns).isEmpty();
    }

    @Test
    void terms_are_open_to_who_was_granted_the_account_and_to_nobody_with_its_card_only() {
        User agent = cast.agent();
        String limits = "select count(credit_limit) from accounts.terms";
        grant(Map.of(north, agent.id()), Level.CARD);
        assertThat(number("agent", agent.id(), 1, limits)).isZero();
        grant(Map.of(north, agent.id()), Level.BUSINESS);
        assertThat(number("agent", agent.id(), 1, limits)).isEqualTo(1);
        grant(Map.of(), Level.BUSINESS);
        assertThat(number("agent", agent.id(), 1, limits)).isZero();
    }

    private void grant(Map<Long, Long> people, Level level) {
        Acting.asOperator(() -> {
            grants.replace("terms", people, level);
            return null;
        });
    }

    @Test
    void a_key_account_manager_sees_what_was_granted_and_only_that() {
        User manager = cast.keyAccountManager();
        assertThat(count(manager.id(), 0, "accounts.pub_account")).isZero();

        Acting.asOperator(() -> {
            grants.replace("story", Map.of(north, manager.id()), Level.FULL);
            return null;
        });

        assertThat(count(manager.id(), 0, "accounts.pub_account")).isEqualTo(1);
        assertThat(count(manager.id(), 0, "ledger.pub_sales_line")).isEqualTo(1);
        assertThat(count(cast.viewer().id(), 0, "ledger.pub_sales_line")).isZero();
    }

    @Test
    void rows_without_a_customer_belong_to_those_who_see_the_firm() {
        assertThat(count(cast.controller().id(), 2, "ledger.pub_sales_line")).isEqualTo(3);
    }

    @Test
    void the_application_cannot_give_itself_the_owners_rights() {
        DatabaseAccess access = DatabaseAccess.at(StoryDatabase.ownerUrl());

        assertThat(refusal(access, "alter table accounts.account disable row level security"))
                .isNotEmpty();
        assertThat(
                        refusal(
                                access,
                                "create or replace function identity.clock() returns timestamptz return now() + interval '1 year'"))
                .isNotEmpty();
        assertThat(refusal(access, "set role mainstay_owner")).isNotEmpty();
        assertThat(refusal(access, "delete from activity.entry")).isNotEmpty();
    }

    private static String refusal(DatabaseAccess access, String sql) {
        try (Connection connection = connect(access);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return "";
        } catch (SQLException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static long count(@Nullable Long user, int reach, String relation) {
        return number("", user, reach, "select count(*) from " + relation);
    }

    private static long number(String who, @Nullable Long user, int reach, String sql) {
        try (Connection connection = connect(DatabaseAccess.at(StoryDatabase.ownerUrl()));
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.user', '" + (user == null ? "" : user) + "', true),"
                    + " set_config('app.reach', '" + reach + "', true)");
            try (ResultSet rows = statement.executeQuery(sql)) {
                assertThat(rows.next()).as(who).isTrue();
                return rows.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Connection connect(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(
                access.url(), access.application().user(), access.application().password());
    }
}

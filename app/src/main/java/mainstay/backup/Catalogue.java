package mainstay.backup;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainstay.backup.Manifest.Counter;
import mainstay.backup.Manifest.Migration;
import mainstay.backup.Manifest.Month;

/// What a database consists of, as its own catalogue tells it.
record Catalogue(Connection connection) {

    private static final String OURS =
            "n.nspname <> 'information_schema' and n.nspname !~ '^pg_' and n.nspname <> 'staging'";
    private static final Pattern BY_DAYS =
            Pattern.compile("FOR VALUES FROM \\('(\\d{4}-\\d\\d-\\d\\d)'\\) TO \\('(\\d{4}-\\d\\d-\\d\\d)'\\)");

    /// A table with the columns that are written; partitions belong to theirs.
    record Table(TableName name, List<String> columns, boolean parted) {}

    /// A foreign key.
    record Link(TableName table, String name, String rule) {}

    /// A trigger that is switched on.
    record Trigger(TableName table, String name) {}

    /// Tables whose rows a backup holds.
    List<Table> tables() throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select n.nspname, c.relname, c.relkind = 'p' as parted,
                               array(select a.attname::text from pg_attribute a
                                     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                                     order by a.attnum) as columns
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and not c.relispartition and %s
                          and not exists (select 1 from pg_depend d
                                          where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
                        order by 1, 2
                        """.formatted(OURS))) {
            while (rows.next()) {
                TableName name = new TableName(rows.getString(1), rows.getString(2));
                if (!LeftOut.holds(name)) {
                    tables.add(new Table(name, texts(rows.getArray(4)), rows.getBoolean(3)));
                }
            }
        }
        return tables;
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    List<Month> months(TableName table) throws SQLException {
        List<Month> months = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select c.relname, pg_get_expr(c.relpartbound, c.oid)
                from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = ?::regclass order by 1
                """)) {
            statement.setString(1, table.quoted());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Matcher bound = BY_DAYS.matcher(String.valueOf(rows.getString(2)));
                    if (!bound.matches()) {
                        throw new IllegalStateException("a backup knows partitions by days only, not "
                                + rows.getString(1) + " " + rows.getString(2));
                    }
                    months.add(new Month(rows.getString(1), bound.group(1), bound.group(2)));
                }
            }
        }
        return months;
    }

    List<Link> links() throws SQLException {
        List<Link> links = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)
                        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                        where k.contype = 'f' and k.conparentid = 0 and %s order by 1, 2, 3
                        """.formatted(OURS))) {
            while (rows.next()) {
                links.add(new Link(
                        new TableName(rows.getString(1), rows.getString(2)), rows.getString(3), rows.getString(4)));
            }
        }
        return links;
    }

    List<Trigger> triggers() throws SQLException {
        List<Trigger> triggers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select n.nspname, c.relname, t.tgname
                        from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
                        where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled = 'O' and %s order by 1, 2, 3
                        """.formatted(OURS))) {
            while (rows.next()) {
                triggers.add(new Trigger(new TableName(rows.getString(1), rows.getString(2)), rows.getString(3)));
            }
        }
        return triggers;
    }

    /// Sequences that have given a number; the others begin where they always do.
    List<Counter> counters() throws SQLException {
        List<Counter> counters = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select schemaname, sequencename, last_value from pg_sequences
                        where last_value is not null and schemaname !~ '^pg_' and schemaname <> 'staging' order by 1, 2
                        """)) {
            while (rows.next()) {
                counters.add(new Counter(rows.getString(1), rows.getString(2), rows.getLong(3)));
            }
        }
        return counters;
    }

    List<Migration> migrations() throws SQLException {
        List<Migration> migrations = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select version, script, checksum from public.flyway_schema_history
                        where success and version is not null order by installed_rank
                        """)) {
            while (rows.next()) {
                migrations.add(new Migration(rows.getString(1), rows.getString(2), rows.getInt(3)));
            }
        }
        return migrations;
    }

    /// Schemas that are neither the server's nor the one that is always there.
    List<String> schemas() throws SQLException {
        return names("select nspname from pg_namespace where nspname !~ '^pg_'"
                + " and nspname not in ('information_schema', 'public') order by 1");
    }

    boolean isEmpty() throws SQLException {
        return schemas().isEmpty()
                && names("select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                                + " where n.nspname = 'public' and relkind in ('r', 'p') order by 1")
                        .isEmpty();
    }

    String version() throws SQLException {
        return names("show server_version").getFirst();
    }

    private List<String> names(String sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(Objects.requireNonNull(rows.getString(1)));
            }
        }
        return names;
    }
}

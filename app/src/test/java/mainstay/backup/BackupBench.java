package mainstay.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportReport;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.postgres.DatabaseAccess;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;

/// What stories about backups have at hand.
final class BackupBench {

    private static final String SALES = """
            customer,customer name,document,date,product,amount,cost,currency
            NORTH,North Star 北辰,1,2026-09-01,P1,1000,600,CNY
            SOUTH,"South
            Cross	\\ ""quoted\""",2,2026-10-02,P2,500,700,CNY
            NORTH,,3,2026-10-03,P1,-40,-10,CNY
            EAST,,4,2025-01-31,P3,70.5,,USD
            """;

    private BackupBench() {}

    static void aSmallLedger(ImportDesk desk) throws IOException {
        bring(desk, Kind.SALES, SALES);
        bring(desk, Kind.ACCOUNTS, "code,name,parent,credit limit\nNORTH,North Star 北辰,SOUTH,5000\n");
        bring(desk, Kind.RECEIVABLES, "number,customer,issued,due,amount\n1,NORTH,2026-09-01,2026-10-01,1000\n");
    }

    private static void bring(ImportDesk desk, Kind kind, String rows) throws IOException {
        Path file = Files.createTempFile("rows", ".csv");
        Files.writeString(file, rows);
        ImportReport report = Acting.asOperator(() -> desk.run(ImportRequest.of(file, MappingWish.of(kind))));
        assertThat(report.problems()).isEmpty();
    }

    static Connection owner(String url) throws SQLException {
        return DriverManager.getConnection(url);
    }

    /// A database without anything, on the server of the tests.
    static String emptyDatabase(String name) {
        TestServer.shared().drop(name);
        TestServer.executeAt(TestServer.shared().url("postgres"), "create database " + name);
        return TestServer.shared().url(name);
    }

    /// What a database holds now, without a file.
    static Manifest contents(String url) throws SQLException, IOException {
        return new Snapshot(DatabaseAccess.at(url), "Mainstay of a story")
                .writeTo(OutputStream.nullOutputStream(), Instant.EPOCH);
    }

    static long number(String sql) {
        return number(StoryDatabase.ownerUrl(), sql);
    }

    static long number(String url, String sql) {
        return Long.parseLong(rows(url, sql).getFirst());
    }

    static List<String> rows(String url, String sql) {
        List<String> found = new ArrayList<>();
        try (Connection owner = owner(url);
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// Takes a file apart, lets somebody change its entries, and puts it together again.
    static Path changed(Path file, Path to, UnaryOperator<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : change.apply(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return Files.write(to, bytes.toByteArray());
    }

    /// Changes the text of one entry.
    static UnaryOperator<Map<String, byte[]>> text(String entry, UnaryOperator<String> change) {
        return entries -> {
            String before = new String(entries.get(entry), StandardCharsets.UTF_8);
            String after = change.apply(before);
            assertThat(after).isNotEqualTo(before);
            entries.put(entry, after.getBytes(StandardCharsets.UTF_8));
            return entries;
        };
    }
}

package mainstay.backup;

import static mainstay.backup.BackupBench.changed;
import static mainstay.backup.BackupBench.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mainstay.ledger.ImportDesk;
import mainstay.shared.Problem;
import mainstay.shared.web.Texts;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import picocli.CommandLine;

/// Files that are not what they say. Each is told in a sentence, and nothing of it is used.
@Story
class DamagedFileTests {

    private static boolean filled;

    @Autowired
    Backups backups;

    @Autowired
    ImportDesk desk;

    @Autowired
    Texts texts;

    @TempDir
    Path directory;

    private Path good = Path.of("");
    private Path bad = Path.of("");

    @BeforeEach
    void a_good_one() throws IOException {
        if (!filled) {
            filled = true;
            BackupBench.aSmallLedger(desk);
        }
        good = directory.resolve("good.zip");
        bad = directory.resolve("bad.zip");
        backups.make(good);
    }

    /// What a restore says before it touches anything.
    private static String refusal(Path file) {
        try (BackupFile backup = BackupFile.open(file)) {
            new Restoration(backup, Clock.systemUTC()).requireReadable();
            return "";
        } catch (Problem refused) {
            return refused.messageKey();
        }
    }

    @Test
    void the_good_one_is_good() {
        assertThat(refusal(good)).isEmpty();
    }

    @Test
    void a_file_that_is_not_there_or_a_directory() {
        assertThat(refusal(directory.resolve("nothing.zip"))).isEqualTo("backup.noFile");
        assertThat(refusal(directory)).isEqualTo("backup.noFile");
    }

    @Test
    void a_file_of_another_kind() throws IOException {
        assertThat(refusal(Files.writeString(bad, "customer,date,amount\n"))).isEqualTo("backup.notWhole");
        assertThat(refusal(Files.write(bad, new byte[0]))).isEqualTo("backup.notWhole");
    }

    @Test
    void an_archive_of_something_else() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.closeEntry();
        }
        assertThat(refusal(Files.write(bad, bytes.toByteArray()))).isEqualTo("backup.noBackup");
        assertThat(refusal(changed(good, bad, text("manifest.json", whole -> "{\"name\": \"a package\"}"))))
                .isEqualTo("backup.noBackup");
        assertThat(refusal(changed(good, bad, text("manifest.json", whole -> "nonsense"))))
                .isEqualTo("backup.broken");
    }

    @Test
    void a_copy_that_was_cut_off_anywhere() throws IOException {
        byte[] whole = Files.readAllBytes(good);
        for (int part = 1; part < 20; part++) {
            Files.write(bad, Arrays.copyOf(whole, whole.length * part / 20));
            assertThat(refusal(bad)).as(part + "/20").isEqualTo("backup.notWhole");
        }
        Files.write(bad, Arrays.copyOf(whole, whole.length - 1));
        assertThat(refusal(bad)).isEqualTo("backup.notWhole");
    }

    @Test
    void a_bit_that_fell_over_anywhere() throws IOException {
        byte[] whole = Files.readAllBytes(good);
        for (int i = 0; i < 60; i++) {
            byte[] changed = whole.clone();
            int place = (int) ((long) whole.length * i / 60) + i;
            changed[place] ^= 0x10;
            Files.write(bad, changed);
            String refused = refusal(bad);
            assertThat(refused.isEmpty() && !sameContents(bad))
                    .as("byte " + place)
                    .isFalse();
        }
    }

    /// Bits between the entries, of times and rights, mean nothing to us.
    private boolean sameContents(Path file) throws IOException {
        try (BackupFile one = BackupFile.open(good);
                BackupFile other = BackupFile.open(file)) {
            return one.manifest().equals(other.manifest());
        }
    }

    @Test
    void a_row_written_otherwise_left_out_or_added() throws IOException {
        String sales = "tables/ledger.sales_line.copy";
        assertThat(refusal(changed(good, bad, text(sales, rows -> rows.replaceFirst("\t", "9\t")))))
                .isEqualTo("backup.damaged");
        assertThat(refusal(changed(good, bad, text(sales, rows -> rows.substring(rows.indexOf('\n') + 1)))))
                .isEqualTo("backup.damaged");
        assertThat(refusal(changed(good, bad, text(sales, rows -> rows + rows))))
                .isEqualTo("backup.damaged");
    }

    @Test
    void rows_that_unpack_to_more_than_was_promised_are_not_read_to_their_end() throws IOException {
        byte[] noughts = new byte[64 << 20];
        assertThat(refusal(changed(good, bad, entries -> {
                    entries.put("tables/ledger.sales_line.copy", noughts);
                    return entries;
                })))
                .isEqualTo("backup.damaged");
    }

    @Test
    void a_manifest_that_promises_more_than_fits() throws IOException {
        assertThat(refusal(changed(
                        good,
                        bad,
                        text(
                                "manifest.json",
                                text -> text.replaceFirst("\"bytes\" : \\d+", "\"bytes\" : 900000000000")))))
                .isEqualTo("backup.bomb");
        assertThat(refusal(changed(
                        good,
                        bad,
                        text("manifest.json", text -> text.replaceFirst("\"bytes\" : \\d+", "\"bytes\" : -5")))))
                .isEqualTo("backup.bomb");
    }

    @Test
    void names_that_lead_out_of_the_archive() throws IOException {
        for (String name :
                new String[] {"../../etc/cron.d/mine", "/etc/passwd", "tables/..\\..\\x", "tables/a.b.copy"}) {
            assertThat(refusal(changed(good, bad, entries -> {
                        entries.put(name, new byte[1]);
                        return entries;
                    })))
                    .as(name)
                    .isEqualTo("backup.strangeEntry");
        }
    }

    @Test
    void a_table_without_rows_or_one_too_few() throws IOException {
        assertThat(refusal(changed(good, bad, entries -> {
                    entries.remove("tables/ledger.sales_line.copy");
                    return entries;
                })))
                .isEqualTo("backup.broken");
    }

    @Test
    void a_partition_with_a_name_made_for_the_database() throws IOException {
        assertThat(refusal(changed(
                        good,
                        bad,
                        text(
                                "manifest.json",
                                text -> text.replaceFirst(
                                        "\"sales_line_2025_01\"", "\"x partition of y; drop table z\"")))))
                .isEqualTo("backup.broken");
    }

    @Test
    void what_a_newer_program_made() throws IOException {
        assertThat(refusal(changed(
                        good,
                        bad,
                        text("manifest.json", text -> text.replaceFirst("\"format\" : 1", "\"format\" : 2")))))
                .isEqualTo("backup.newerForm");
        assertThat(refusal(changed(
                        good,
                        bad,
                        text(
                                "manifest.json",
                                text -> text.replaceFirst("\"version\" : \"1\"", "\"version\" : \"9001\"")))))
                .isEqualTo("restore.newer");
    }

    @Test
    void what_another_build_made_otherwise() throws IOException {
        assertThat(refusal(changed(
                        good,
                        bad,
                        text("manifest.json", text -> text.replaceFirst("\"checksum\" : -?\\d+", "\"checksum\" : 7")))))
                .isEqualTo("restore.otherBuild");
    }

    @Test
    void the_command_says_it_in_the_language_of_the_machine_or_the_one_asked_for() throws IOException {
        Files.write(bad, Arrays.copyOf(Files.readAllBytes(good), 2_000));
        StringWriter said = new StringWriter();

        for (Map.Entry<String, String> language : Map.of(
                        "en", "is not a whole backup", "zh-CN", "不是完整的备份", "zh-TW", "不是完整的備份")
                .entrySet()) {
            CommandLine command = command(said);
            assertThat(command.execute("--verify", bad.toString(), "--language", language.getKey()))
                    .isEqualTo(1);
            assertThat(said.toString()).contains(language.getValue());
        }
        assertThat(command(said).execute("--verify", good.toString(), "--json")).isZero();
        assertThat(said.toString()).contains("\"ledger.sales_line\"");
        assertThat(command(said).execute("--verify", good.toString(), "--language", "tlh"))
                .isEqualTo(2);
    }

    private CommandLine command(StringWriter said) {
        PrintWriter writer = new PrintWriter(said);
        return new CommandLine(
                        new BackupCommand(new StaticListableBeanFactory().getBeanProvider(BackupDesk.class), texts))
                .setOut(writer)
                .setErr(writer);
    }

    @Test
    void a_name_of_a_file_cannot_write_on_the_terminal() throws IOException {
        String name = "tables/\u001b[2Jgone";
        changed(good, bad, entries -> {
            entries.put(name, "x".getBytes(StandardCharsets.UTF_8));
            return entries;
        });
        try (BackupFile opened = BackupFile.open(bad)) {
            assertThat(opened).isNull();
        } catch (Problem refused) {
            assertThat(refused.arguments())
                    .noneMatch(argument -> argument.toString().contains("\u001b"));
        }
    }
}

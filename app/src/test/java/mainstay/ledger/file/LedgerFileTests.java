package mainstay.ledger.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the columns of a file are taken for, and what its rows become.
class LedgerFileTests {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void headers_are_known_by_their_synonyms_in_two_languages() throws Exception {
        assertThat(rows("Customer ID;Invoice No;Invoice Date;Net Amount;Mood\nA1;I-1;2024-01-05;12,5;fine\n", Map.of()))
                .containsExactly("2 f A1 . . I-1 . . 2024-01-05 . . . . . . 125000 . . . . . .");
        assertThat(rows("客户编码\t客户名称\t单据编号\t单据日期\t数量\t单价\nK1\t砥柱\tD1\t2024/1/5\t2\t3.5\n", Map.of()))
                .containsExactly("2 f K1 砥柱 . D1 . . 2024-01-05 . . . 20000 . 35000 70000 . . . . . .");
    }

    @Test
    void two_columns_that_could_be_the_same_field_stay_unmapped() throws Exception {
        LedgerFile file = understood("customer,date,amount,product code,sku\nA1,2024-01-05,1,P1,S1\n", Map.of());
        assertThat(file.unmappedColumns()).containsExactly("product code", "sku");
    }

    @Test
    void an_optional_column_whose_values_cannot_be_read_stays_unmapped() throws Exception {
        LedgerFile file = understood("customer,date,amount,qty\nA1,2024-01-05,1,many\nA1,2024-01-05,1,2\n", Map.of());
        assertThat(file.unmappedColumns()).containsExactly("qty");
    }

    @Test
    void customer_beside_an_id_is_the_name() throws Exception {
        assertThat(rows("Customer,Customer ID,date,amount\nAlder,A1,2024-01-05,1\n", Map.of()))
                .containsExactly("2 f A1 Alder . . . . 2024-01-05 . . . . . . 10000 . . . . . .");
    }

    @Test
    void maps_win_and_may_calculate() throws Exception {
        String text = "who,when,gross,tax,unit price,amount\nA1,2024-01-05,119,19,7,1\n";
        assertThat(rows(
                        text,
                        Map.of(
                                "customer",
                                "who",
                                "date",
                                "when",
                                "amount",
                                "gross - tax",
                                "cost",
                                "[unit price] * 2 / (1 + 1)")))
                .containsExactly("2 f A1 . . . . . 2024-01-05 . . . . . 70000 1000000 . 70000 . . . .");
    }

    @Test
    void a_column_that_is_not_there_is_named() throws Exception {
        assertThat(refusal("customer,date,amount\nA1,2024-01-05,1\n", Map.of("cost", "expenses")))
                .isEqualTo(Reason.NO_SUCH_COLUMN);
        assertThat(refusal("customer,date,amount\nA1,2024-01-05,1\n", Map.of("cost", "amount *")))
                .isEqualTo(Reason.BAD_EXPRESSION);
        assertThat(refusal("customer,when,amount\nA1,2024-01-05,1\n", Map.of())).isEqualTo(Reason.NO_COLUMN_FOR_FIELD);
    }

    @Test
    void blank_amounts_are_filled_from_quantity_and_price() throws Exception {
        assertThat(rows(
                        "customer,date,quantity,price,amount,unit cost\nA1,2024-01-05,2,3,,1\nA1,2024-01-05,2,3,5,\n",
                        Map.of()))
                .containsExactly(
                        "2 f A1 . . . . . 2024-01-05 . . . 20000 . 30000 60000 . 20000 . . . .",
                        "3 f A1 . . . . . 2024-01-05 . . . 20000 . 30000 50000 . . . . . .");
    }

    @Test
    void a_name_never_opens_a_file_of_the_machine() throws Exception {
        Path profile = Files.writeString(folder.resolve("own.json"), """
                {"name": "own", "kind": "sales", "fields": {"customer": "A", "date": "B", "amount": "C"}}
                """);
        assertThat(Profiles.inFile(profile)).isPresent();
        assertThat(new Profiles().named(profile.toString())).isEmpty();
    }

    @Test
    void a_profile_joins_a_second_file_and_selects_rows() throws Exception {
        Files.writeString(folder.resolve("heads.csv"), "No,Who,When\n1.0,A1,2024-01-05\n2.0,B2,2024-01-06\n");
        Path profile = Files.writeString(folder.resolve("own.json"), """
                {"name": "own", "kind": "sales", "source": "own",
                 "join": {"files": ["heads.csv"], "key": "Head", "lookupKey": "No", "prefix": "head."},
                 "fields": {"customer": "head.Who", "date": "head.When", "document": "Head", "amount": "Sum"},
                 "wholeNumbers": ["Head"], "creditNotePrefix": "2", "negate": ["amount"],
                 "where": {"column": "Type", "equals": ["L"]}}
                """);
        MappingWish wish = new MappingWish(Optional.empty(), null, Map.of(), null, null)
                .by(Profiles.inFile(profile).orElseThrow());
        LedgerFile file = LedgerFile.understand(
                SourceFile.look(write("Head,Type,Sum\n1,L,5\n2.0,L,6\n1,X,7\n3,L,8\n"), FileLimits.STANDARD),
                wish,
                new Profiles());
        assertThat(file.source()).isEqualTo("own");
        assertThat(rows(file))
                .containsExactly(
                        "2 f A1 . . 1 . invoice 2024-01-05 . . . . . . -50000 . . . . . .",
                        "3 f B2 . . 2 . credit 2024-01-06 . . . . . . -60000 . . . . . .",
                        "5 t . . . 3 . . . . . . . . . . . . . . . .");
    }

    @Test
    void a_compressed_file_is_read_like_a_plain_one() throws Exception {
        Path plain = write("customer,date,amount\nA1,2024-01-05,1\n");
        Path packed = folder.resolve("lines.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(Files.readAllBytes(plain));
        }
        MappingWish wish = MappingWish.of(Kind.SALES);
        assertThat(rows(LedgerFile.understand(SourceFile.look(packed, FileLimits.STANDARD), wish, new Profiles())))
                .isEqualTo(
                        rows(LedgerFile.understand(SourceFile.look(plain, FileLimits.STANDARD), wish, new Profiles())));
    }

    @Test
    void shipped_profiles_name_fields_that_exist() throws Exception {
        for (String name : List.of(
                "online-retail", "wwi-sales", "wwi-accounts", "wwi-receivables", "wwi-payments", "northwind-sales")) {
            Profile profile = new Profiles().named(name).orElseThrow();
            Kind kind = Kind.of(profile.kind()).orElseThrow();
            assertThat(profile.fields().keySet())
                    .allSatisfy(field -> assertThat(kind.field(field)).isPresent());
        }
    }

    private Reason refusal(String text, Map<String, String> maps) {
        FileRefused refused = catchThrowableOfType(FileRefused.class, () -> understood(text, maps));
        return refused.problems().getFirst().reason();
    }

    private LedgerFile understood(String text, Map<String, String> maps) throws IOException, FileRefused {
        MappingWish wish = new MappingWish(Optional.of(Kind.SALES), null, maps, null, null);
        return LedgerFile.understand(SourceFile.look(write(text), FileLimits.STANDARD), wish, new Profiles());
    }

    private List<String> rows(String text, Map<String, String> maps) throws IOException, FileRefused {
        return rows(understood(text, maps));
    }

    private static List<String> rows(LedgerFile file) throws IOException, FileRefused {
        List<String> rows = new ArrayList<>();
        CopyText text = new CopyText();
        try (LedgerRows all = file.rows()) {
            while (all.next(text)) {
                String row = new String(text.drain(), StandardCharsets.UTF_8);
                rows.add(row.strip().replace("\\N", ".").replace('\t', ' '));
            }
        }
        return rows;
    }

    private Path write(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "lines", ".csv"), text);
    }
}

package mainstay.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import mainstay.ledger.file.Kind;
import org.junit.jupiter.api.Test;

/// The invented part of the wholesale sample, applied to the files that ship.
class OverlayTests {

    private static final Path SAMPLE = Path.of("../samples/wide-world-importers");

    @Test
    void dates_move_and_what_was_dropped_is_left_out() throws IOException {
        StringWriter copy = new StringWriter();
        SampleFile file = SampleFile.of("sales.csv", Kind.SALES, "date").without("document", Set.of("2"));

        long rows = new Rewriter(file, new WeekShift(1))
                .copy(
                        new StringReader("document,date,note\n1,2016-05-31,\"a, b\"\n2,2016-05-31,x\n3,,2016-05-31\n"),
                        copy);

        assertThat(rows).isEqualTo(2);
        assertThat(copy.toString().lines())
                .containsExactly("document,date,note", "1,2016-06-07,\"a, b\"", "3,,2016-05-31");
    }

    @Test
    void goods_of_some_documents_go_elsewhere() throws IOException {
        StringWriter copy = new StringWriter();
        SampleFile file =
                SampleFile.of("sales.csv", Kind.SALES, "date").shipped(new ShippedElsewhere(Map.of("2", "Plains")));

        new Rewriter(file, WeekShift.NONE).copy(new StringReader("document,region\n1,Mideast\n2,Mideast\n"), copy);

        assertThat(copy.toString().lines()).containsExactly("document,region", "1,Mideast", "2,Plains");
    }

    @Test
    void the_overlay_drops_what_its_description_says() throws IOException {
        DroppedInvoices dropped = DroppedInvoices.in(SAMPLE.resolve("overlay/dropped-invoices.csv"));

        assertThat(dropped.documents()).hasSize(1_367);
        assertThat(dropped.orders()).hasSizeGreaterThan(1_367);
    }

    @Test
    void the_ledger_with_its_overlay_has_the_lines_that_its_description_says() throws IOException {
        DroppedInvoices dropped = DroppedInvoices.in(SAMPLE.resolve("overlay/dropped-invoices.csv"));
        SampleFile sales = Objects.requireNonNull(
                WideWorldImporters.files(dropped, ShippedElsewhere.NOWHERE).get("sales"));
        StringWriter copy = new StringWriter();

        new Rewriter(sales, WeekShift.NONE).copy(Tables.text(SAMPLE.resolve(sales.path())), copy);

        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(copy.toString())) {
            Set<String> days = rows.stream().map(row -> row.getField("date")).collect(Collectors.toSet());
            assertThat(days)
                    .contains("2016-05-31")
                    .allMatch(day -> !LocalDate.parse(day).isAfter(LocalDate.of(2016, 5, 31)));
        }
        assertThat(copy.toString()
                        .lines()
                        .filter(line -> dropped.documents().contains(line.substring(0, line.indexOf(',')))))
                .isEmpty();
    }

    @Test
    void every_file_of_the_sample_is_there() throws IOException {
        DroppedInvoices dropped = DroppedInvoices.in(SAMPLE.resolve("overlay/dropped-invoices.csv"));

        assertThat(WideWorldImporters.files(dropped, ShippedElsewhere.NOWHERE).values())
                .hasSize(11)
                .allSatisfy(file -> assertThat(SAMPLE.resolve(file.path())).exists());
    }

    @Test
    void what_comes_back_brings_back_what_it_cost() throws IOException {
        Set<String> sold = goods("sales.csv.gz");
        Set<String> back = goods("overlay/returns.csv.gz");

        assertThat(back).isNotEmpty();
        assertThat(sold).containsAll(back);
    }

    /// Customer, product and the cost of one.
    private static Set<String> goods(String file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = Tables.named(SAMPLE.resolve(file))) {
            return rows.stream()
                    .map(row -> "%s of %s for %s"
                            .formatted(
                                    row.getField("product"),
                                    row.getField("customer"),
                                    new BigDecimal(row.getField("cost"))
                                            .divide(new BigDecimal(row.getField("quantity")), MathContext.DECIMAL32)
                                            .stripTrailingZeros()
                                            .toPlainString()))
                    .collect(Collectors.toSet());
        }
    }
}

package mainstay.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import mainstay.portfolio.CostToServe;
import mainstay.portfolio.profit.Barrier;
import mainstay.portfolio.profit.Barriers;
import mainstay.rating.Assessment;
import mainstay.rating.Assessments;
import mainstay.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What people of the sample's firm would have said: the cost of serving, marks for accounts, and what holds
/// them. All of it is invented.
@Component
@Transactional
class SampleOpinions {

    private static final long NOBODY = -1;

    private final JdbcClient database;
    private final CostToServe costs;
    private final Assessments assessments;
    private final Barriers barriers;

    SampleOpinions(JdbcClient database, CostToServe costs, Assessments assessments, Barriers barriers) {
        this.database = database;
        this.costs = costs;
        this.assessments = assessments;
        this.barriers = barriers;
    }

    public void costToServe(Path file) throws IOException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        }
        costs.set(CostToServe.Rates.of(
                Money.of(settings.getProperty("perOrder")),
                Money.of(settings.getProperty("perLine")),
                Money.of(settings.getProperty("perDelivery")),
                Double.parseDouble(settings.getProperty("capitalRate"))));
    }

    /// Marks that are there already are not given twice.
    public void assessments(Path file, WeekShift shift) throws IOException {
        Map<String, Long> accounts = accounts();
        try (CsvReader<NamedCsvRecord> rows = Tables.named(file)) {
            for (NamedCsvRecord row : rows) {
                Assessment mark = new Assessment(
                        accounts.getOrDefault(row.getField("account"), NOBODY),
                        row.getField("criterion"),
                        Integer.parseInt(row.getField("score")),
                        row.getField("evidence"),
                        shift.apply(LocalDate.parse(row.getField("date"))),
                        row.getField("assessor"));
                if (!assessments.of(mark.account()).contains(mark)) {
                    assessments.record(mark);
                }
            }
        }
    }

    /// What holds customers, here and with competitors; what is noted already is not noted twice.
    public void barriers(Path file, WeekShift shift) throws IOException {
        Map<String, Long> accounts = accounts();
        try (CsvReader<NamedCsvRecord> rows = Tables.named(file)) {
            for (NamedCsvRecord row : rows) {
                String amount = row.getField("amount");
                Barrier barrier = new Barrier(
                        accounts.getOrDefault(row.getField("account"), NOBODY),
                        row.getField("side"),
                        row.getField("kind"),
                        amount.isEmpty() ? null : Money.of(amount).tenThousandths(),
                        row.getField("known").equals("confirmed"),
                        row.getField("note"),
                        shift.apply(LocalDate.parse(row.getField("date"))),
                        row.getField("author"),
                        false);
                if (!barriers.history(barrier.account()).contains(barrier)) {
                    barriers.add(barrier);
                }
            }
        }
    }

    private Map<String, Long> accounts() {
        Map<String, Long> ids = new HashMap<>();
        database.sql("select code, id from accounts.pub_account").query(row -> {
            ids.put(row.getString("code"), row.getLong("id"));
        });
        return ids;
    }
}

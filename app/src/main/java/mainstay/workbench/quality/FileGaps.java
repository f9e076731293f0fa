package mainstay.workbench.quality;

import java.util.List;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What files said that is not in the ledger, and what ratings rest on.
@Repository
class FileGaps {
    private final JdbcClient jdbc;

    FileGaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Column(String name, long batches, long rows, long batchId, String fileName, String kind) {}

    record LeftOut(long batchId, String fileName, String kind, long rows, long rejected, long conflicts) {}

    /// @param hollow accounts rated on less than half of the weight
    /// @param coverage on average; 0 where nobody is rated
    record Ratings(long rated, long hollow, double coverage) {}

    List<Column> unmapped() {
        return jdbc.sql("""
                select name, batches, rows, batch_id, file_name, kind from ledger.pub_unmapped_column
                order by rows desc, name
                """).query(RecordRows.of(Column.class)).list();
    }

    List<LeftOut> leftOut() {
        return jdbc.sql("""
                select batch_id, file_name, kind, rows, rejected, conflicts from ledger.pub_left_out order by batch_id desc
                """).query(RecordRows.of(LeftOut.class)).list();
    }

    Ratings ratings() {
        return jdbc.sql("""
                select count(*) as rated, count(*) filter (where hollow) as hollow,
                       coalesce(avg(coverage), 0)::double precision as coverage
                from rating.pub_rating
                """).query(RecordRows.of(Ratings.class)).single();
    }
}

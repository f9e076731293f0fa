package mainstay.rating;

import static org.assertj.core.api.Assertions.assertThat;

import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.MappingWish;
import mainstay.testing.SharedData;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Story
class RatingRunTests {

    @Autowired
    Ratings ratings;

    @Autowired
    ImportDesk desk;

    @Autowired
    java.util.List<com.zaxxer.hikari.HikariDataSource> pools;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    org.springframework.transaction.PlatformTransactionManager tm;

    @Test
    void an_empty_ledger_has_nothing_to_rate() {
        assertThat(ratings.ensureCurrent()).isFalse();
        for (String f : new String[] {
            "accounts:Sales.Customers.csv",
            "sales:Sales.InvoiceLines.csv.gz",
            "receivables:Sales.CustomerTransactions.csv.gz",
            "payments:Sales.CustomerTransactions.csv.gz"
        }) {
            var file = SharedData.file("data/wide-world-importers/csv/" + f.split(":")[1]);
            MappingWish asGuessed = MappingWish.of(mainstay.ledger.file.Kind.valueOf(f.split(":")[0].toUpperCase()));
            System.out.println("IMPORT " + Acting.asOperator(() -> desk.run(ImportRequest.of(file, asGuessed))));
        }
        mainstay.testing.TestServer.executeAt(
                mainstay.testing.StoryDatabase.ownerUrl(),
                "alter database " + "story_" + ProcessHandle.current().pid() + " set log_min_duration_statement = 300");
        for (var pool : pools) pool.getHikariPoolMXBean().softEvictConnections();
        long start = System.currentTimeMillis();
        assertThat(ratings.ensureCurrent()).isTrue();
        System.out.println("RAN " + (System.currentTimeMillis() - start));
        assertThat(ratings.ensureCurrent()).isFalse();
        Acting.asOperator(() -> new TransactionTemplate(tm).execute(s -> {
            for (String sql : new String[] {
                "select * from portfolio.standing order by scope, rank limit 5",
                "select * from portfolio.standing where scope='group' order by rank limit 5",
                "select status, scope, region<>'' as r, count(*) from rating.verdict group by 1,2,3",
                "select * from rating.verdict where scope='group' order by rank limit 5",
                "select stars, hollow, scope, count(*) from rating.current group by 1,2,3",
                "select * from rating.rating order by score desc limit 2",
                "select * from rating.pub_rating limit 2",
                "select * from rating.run"
            }) {
                System.out.println("SQL " + sql);
                jdbc.sql(sql).query().listOfRows().forEach(r -> System.out.println("   " + r));
            }
            return 1;
        }));
    }
}

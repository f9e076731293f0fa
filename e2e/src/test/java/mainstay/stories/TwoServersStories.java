package mainstay.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A firm that cannot do without it runs two servers on one database, and one of them dies.
@Story(on = Firm.MOVABLE)
class TwoServersStories {

    private static final String ACCOUNT = "981";
    private static final long PATIENCE_MILLIS = 60_000;

    /// Ratings that were made of the same things, each beyond the first.
    private static final String TWICE = """
            select count(*) from (
                select count(*) from rating.run
                group by as_of, revision, model_version, basis, assessment_id, rules, ran_on having count(*) > 1) again
            """;

    @Test
    void a_session_goes_on_where_a_server_died_and_no_work_is_done_twice(Visitors visitors)
            throws InterruptedException {
        RunningMainstay first = visitors.mainstay();
        RunningMainstay second = first.beside();
        try {
            Visit director = visitors.director(Look.USUAL).go("/portfolio");
            String known = director.heading();
            assertThat(director.go(second.url() + "/portfolio").heading()).isEqualTo(known);

            long runs = first.count("select count(*) from rating.run");
            mark(director.go(second.url() + "/accounts/" + ACCOUNT + "/rating"));
            awaitRun(first, runs);
            assertThat(first.count(TWICE)).isZero();

            second.kill();
            assertThat(director.go(first.url() + "/portfolio").heading()).isEqualTo(known);
        } finally {
            second.kill();
        }
    }

    private static void mark(Visit visit) {
        visit.page().locator("#assess-mark").selectOption("4");
        visit.page().locator("#assess-evidence").fill("Two visits this month");
        visit.follow(visit.page().locator("form[action$='/assessments'] button"));
    }

    private static void awaitRun(RunningMainstay first, long before) throws InterruptedException {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (first.count("select count(*) from rating.run") == before && System.currentTimeMillis() < deadline) {
            Thread.sleep(500);
        }
        assertThat(first.count("select count(*) from rating.run")).isGreaterThan(before);
    }
}

package mainstay.demo;

import static org.assertj.core.api.Assertions.assertThat;

import mainstay.accounts.people.PersonBench;
import mainstay.dossier.Archive;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Plans of the sample are written once, through the same services as any.
@Story
class SamplePlansTests {

    @Autowired
    SamplePlans plans;

    @Autowired
    SamplePlanHistory history;

    @Autowired
    Archive archive;

    @Autowired
    PersonBench people;

    @Autowired
    Cast cast;

    @Test
    void plans_with_history_are_written_once_and_say_that_they_are_invented() {
        archive.accounts("401", "944", "996", "981", "965", "906");
        cast.another("kam", "Sophia Hinton", Role.KAM);
        cast.another("director", "Dana Whitfield", Role.DIRECTOR);
        for (int times = 0; times < 2; times++) {
            Acting.asOperator(() -> {
                plans.write();
                history.write();
                return true;
            });
        }

        assertThat(people.count(cast.director(), "select count(*) from planning.plan where title like 'Invented: %'"))
                .as("of last year, one that runs, and the next of the one that is closed")
                .isEqualTo(8);
        assertThat(people.count(cast.director(), "select count(*) from planning.plan where state = 'approved'"))
                .isEqualTo(3);
        assertThat(
                        people.count(
                                cast.director(),
                                "select count(*) from planning.plan p join planning.plan f on f.id = p.former_id where f.state = 'closed'"))
                .isEqualTo(1);
        assertThat(people.count(cast.director(), "select count(*) from planning.review"))
                .isEqualTo(5);
        for (String words : new String[] {
            "work_item where title", "risk where what", "need where title", "plan where threats", "goal where why"
        }) {
            assertThat(people.count(
                            cast.director(), "select count(*) from planning." + words + " like 'Invented: % / 虚构：%'"))
                    .as(words + " in both languages")
                    .isPositive();
        }
        for (String words : new String[] {"plan where title", "work_item where title", "work_item where standard"}) {
            assertThat(people.count(
                            cast.director(), "select count(*) from planning." + words + " !~ '^[^一-龥]+ / .*[一-龥]'"))
                    .as(words + " in one language only, also where it comes from a template")
                    .isZero();
        }
        assertThat(people.count(cast.director(), "select count(*) from planning.plan where state = 'asked'"))
                .isEqualTo(1);
        assertThat(people.count(cast.director(), "select count(*) from planning.need"))
                .isEqualTo(5);
        assertThat(people.count(
                        cast.director(),
                        "select count(*) from planning.work_item where metric is not null and named_on < effect_from"))
                .isGreaterThanOrEqualTo(3);
    }
}

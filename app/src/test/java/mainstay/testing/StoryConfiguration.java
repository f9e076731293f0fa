package mainstay.testing;

import mainstay.accounts.MergeBench;
import mainstay.accounts.people.PersonBench;
import mainstay.approvals.ApprovalBench;
import mainstay.approvals.StoryKind;
import mainstay.dossier.Archive;
import mainstay.dossier.custody.LoanBench;
import mainstay.identity.TestTokens;
import mainstay.identity.UserDesk;
import mainstay.planning.plan.PlanBench;
import mainstay.rating.finding.FindingLedger;
import mainstay.relationships.ActivityBench;
import mainstay.team.TeamBench;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

@TestConfiguration(proxyBeanMethods = false)
@Import({
    TestTokens.class,
    MergeBench.class,
    StoryKind.class,
    ApprovalBench.class,
    FindingLedger.class,
    Archive.class,
    LoanBench.class,
    PersonBench.class,
    TeamBench.class,
    ActivityBench.class,
    PlanBench.class
})
class StoryConfiguration {

    @Bean
    @Primary
    StandingClock standingClock() {
        return new StandingClock();
    }

    @Bean
    Cast cast(UserDesk users, TestTokens tokens) {
        return new Cast(users, tokens);
    }
}

package mainstay.rating;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import mainstay.accounts.AccountCard;
import mainstay.activity.Timeline;
import mainstay.rating.model.Criterion;
import mainstay.shared.Problem;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.stereotype.Service;

/// Takes a mark. The account's rating follows at once, everything else by itself.
@Service
class AssessmentDesk {
    private static final int LONGEST_EVIDENCE = 2000;
    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

    private final Assessments assessments;
    private final MarkedRatings ratings;
    private final Timeline timeline;
    private final Clock clock;

    AssessmentDesk(Assessments assessments, MarkedRatings ratings, Timeline timeline, Clock clock) {
        this.ratings = ratings;
        this.timeline = timeline;
        this.clock = clock;
        this.assessments = assessments;
    }

    void record(AccountCard account, Criterion criterion, Assessment assessment) {
        check(assessment);
        try {
            assessments.record(assessment);
        } catch (PermissionDeniedDataAccessException denied) {
            throw forbidden(account, denied);
        } catch (DataAccessException failed) {
            if (String.valueOf(failed.getMessage()).contains("row-level security")) {
                throw forbidden(account, failed);
            }
            throw failed;
        }
        timeline.note(
                account.id(),
                "assessed",
                Map.of(
                        "mark",
                        String.valueOf(assessment.mark()),
                        "textCriterion",
                        criterion.name() == null ? "rating.criterion." + criterion.code() : criterion.name()));
        ratings.follow(account.id());
    }

    private void check(Assessment assessment) {
        if (assessment.evidence().length() > LONGEST_EVIDENCE) {
            throw new Problem.Invalid("rating.assess.longEvidence", LONGEST_EVIDENCE);
        }
        LocalDate day = assessment.assessedOn();
        if (day.isBefore(FIRST_DAY) || day.isAfter(LocalDate.now(clock))) {
            throw new Problem.Invalid("rating.assess.badDay", String.valueOf(FIRST_DAY.getYear()));
        }
    }

    private static Problem.Forbidden forbidden(AccountCard account, DataAccessException cause) {
        Problem.Forbidden forbidden = new Problem.Forbidden("rating.assess.notYours", account.name());
        forbidden.initCause(cause);
        return forbidden;
    }
}

package mainstay.rating;

import mainstay.accounts.AccountCard;
import mainstay.shared.Problem;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.stereotype.Service;

/// Takes a mark and rates anew with it.
@Service
class AssessmentDesk {
    private final Assessments assessments;
    private final Ratings ratings;

    AssessmentDesk(Assessments assessments, Ratings ratings) {
        this.assessments = assessments;
        this.ratings = ratings;
    }

    void record(AccountCard account, Assessment assessment) {
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
        ratings.ensureCurrent();
    }

    private static Problem.Forbidden forbidden(AccountCard account, DataAccessException cause) {
        Problem.Forbidden forbidden = new Problem.Forbidden("rating.assess.notYours", account.name());
        forbidden.initCause(cause);
        return forbidden;
    }
}

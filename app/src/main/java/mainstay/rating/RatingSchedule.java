package mainstay.rating;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks every quarter of a minute whether the ratings have fallen behind; most looks find nothing to do.
@Component
@ConditionalOnProperty(name = "mainstay.background", matchIfMissing = true)
class RatingSchedule {
    private final Ratings ratings;

    RatingSchedule(Ratings ratings) {
        this.ratings = ratings;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT15S")
    void keepUp() {
        ratings.ensureCurrent();
    }
}

package mainstay.ledger;

import java.util.Map;
import mainstay.activity.Timeline;
import mainstay.ledger.file.Kind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Tells the timeline and the modules above what happened to the ledger.
@Component
class Chronicle {

    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    Chronicle(Timeline timeline, ApplicationEventPublisher events) {
        this.timeline = timeline;
        this.events = events;
    }

    void imported(Arrival arrival, Published published, long revision) {
        String kind = arrival.kind().code();
        timeline.note(
                null,
                "batchImported",
                Map.of(
                        "batch", String.valueOf(arrival.batch()),
                        "kind", kind,
                        "rows", String.valueOf(published.accepted())));
        events.publishEvent(new BatchImported(arrival.batch(), kind, revision));
    }

    void withdrawn(long batch, Kind kind, long revision) {
        timeline.note(null, "batchWithdrawn", Map.of("batch", String.valueOf(batch), "kind", kind.code()));
        events.publishEvent(new BatchWithdrawn(batch, kind.code(), revision));
    }

    void retranslated(Retranslation done) {
        timeline.note(
                null,
                "ratesApplied",
                Map.of(
                        "rows", String.valueOf(done.changed()),
                        "unknown", String.valueOf(done.unknownAfter())));
    }
}

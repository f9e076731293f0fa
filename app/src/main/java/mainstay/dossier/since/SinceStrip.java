package mainstay.dossier.since;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mainstay.accounts.AccountCard;
import mainstay.accounts.AccountStrip;
import mainstay.activity.Timeline;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.shared.web.Text;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells what others changed since the reader last looked: how much of what, and no values.
@Component
@Transactional(readOnly = true)
class SinceStrip implements AccountStrip {

    private static final int MOST = 500;

    private final LastLooks looks;
    private final Timeline timeline;
    private final Clock clock;

    SinceStrip(LastLooks looks, Timeline timeline, Clock clock) {
        this.looks = looks;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public Optional<Strip> of(AccountCard account) {
        return Optional.ofNullable(Acting.actor().id())
                .flatMap(user -> looks.before(account.id(), user, clock.instant()))
                .flatMap(since -> strip(account, since));
    }

    private Optional<Strip> strip(AccountCard account, Instant since) {
        Actor reader = Acting.actor();
        Map<Topic, Long> topics = timeline.of(account.id(), since, MOST).stream()
                .filter(entry -> !entry.actor().equals(reader.name()))
                .collect(Collectors.groupingBy(Topic::of, TreeMap::new, Collectors.counting()));
        if (topics.isEmpty()) {
            return Optional.empty();
        }
        List<Text> parts = topics.entrySet().stream()
                .map(topic -> topic.getKey().told(topic.getValue()))
                .toList();
        return Optional.of(
                new Strip("since.head", since, parts, account.path() + "/timeline?since=" + since, "since.show"));
    }
}
